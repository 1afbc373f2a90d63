import ArgumentParser
import Foundation
import Geo
import IndexDefinition
import Search

/// Kinds of documents, separated by commas.
struct KindList: ExpressibleByArgument {
    var kinds: [DocumentKind]

    init?(argument: String) {
        guard let kinds = SearchRequest.kinds(argument) else { return nil }
        self.kinds = kinds
    }

    static var allValueStrings: [String] { DocumentKind.allCases.map(\.rawValue) }

    /// The kinds there are, for the help.
    static var names: String { allValueStrings.joined(separator: ", ") }
}

/// Facet fields, separated by commas.
struct FacetList: ExpressibleByArgument {
    var fields: [FacetField] = []
    /// Names of facts.
    var facts: [String] = []

    init?(argument: String) {
        for name in argument.split(separator: ",").map(String.init) {
            if let field = FacetField(rawValue: name) {
                fields.append(field)
            } else if FactColumn.named(name) != nil {
                facts.append(name)
            } else {
                return nil
            }
        }
    }

    static var allValueStrings: [String] { FacetField.allCases.map(\.rawValue) + FactColumn.all.map(\.name) }
}

extension SearchRequest.Sort: ExpressibleByArgument {}

/// A distance as people write it: 800, 500m, 25km.
struct DistanceArgument: ExpressibleByArgument {
    var metres: Double

    init?(argument: String) {
        guard let metres = DistanceText.metres(argument) else { return nil }
        self.metres = metres
    }
}

extension BoundingBox: ExpressibleByArgument {
    package init?(argument: String) {
        guard let box = SearchRequest.box(argument) else { return nil }
        self = box
    }
}

/// The place of a request: latitude and longitude, or a name or code.
extension SearchRequest.Near: ExpressibleByArgument {
    package init?(argument: String) {
        self = CoordinateText.coordinate(argument).map { .coordinate($0) } ?? .text(argument)
    }
}

/// How many hits an answer holds.
struct HitLimit: ExpressibleByArgument {
    var value = SearchRequest.defaultLimit

    init() {}

    init?(argument: String) {
        guard let value = Int(argument), SearchRequest.answerLimits.contains(value) else { return nil }
        self.value = value
    }

    var defaultValueDescription: String { "\(value)" }
}
