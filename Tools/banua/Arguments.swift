import ArgumentParser
import Foundation
import Geo
import IndexDefinition
import Search

/// Kinds of documents, parted by commas.
struct KindList: ExpressibleByArgument {
    var kinds: [DocumentKind]

    init?(argument: String) {
        let names = argument.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        kinds = names.compactMap(DocumentKind.init(rawValue:))
        if kinds.isEmpty || kinds.count != names.count { return nil }
    }

    static var allValueStrings: [String] { DocumentKind.allCases.map(\.rawValue) }
}

/// Fields to count hits by, parted by commas.
struct FacetList: ExpressibleByArgument {
    var fields: [SearchRequest.FacetField]

    init?(argument: String) {
        let names = argument.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        fields = names.compactMap(SearchRequest.FacetField.init(rawValue:))
        if fields.isEmpty || fields.count != names.count { return nil }
    }

    static var allValueStrings: [String] { SearchRequest.FacetField.allCases.map(\.rawValue) }
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
        let numbers = argument.split(separator: ",", omittingEmptySubsequences: false).map {
            Double($0.trimmingCharacters(in: .whitespaces))
        }
        guard numbers.count == 4, let west = numbers[0], let south = numbers[1], let east = numbers[2],
            let north = numbers[3]
        else {
            return nil
        }
        self.init(west: west, south: south, east: east, north: north)
        if !isValid { return nil }
    }
}

/// The place of a request: latitude and longitude, or a name or code.
extension SearchRequest.Near: ExpressibleByArgument {
    package init?(argument: String) {
        self = CoordinateText.coordinate(argument).map { .coordinate($0) } ?? .text(argument)
    }
}

/// How many hits an answer holds, 1 to 1000.
struct HitLimit: ExpressibleByArgument {
    var value = 10

    init() {}

    init?(argument: String) {
        guard let value = Int(argument), (1...1000).contains(value) else { return nil }
        self.value = value
    }

    var defaultValueDescription: String { "\(value)" }
}
