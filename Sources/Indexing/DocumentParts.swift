import Catalog
import Geo
import IndexDefinition

/// What a document is made of, whatever record it came from.
struct DocumentParts {
    var kind: DocumentKind
    var name: String
    var otherNames: [String] = []
    /// Commodity, category, materials, local and English names: what it is.
    var commodity: [String?] = []
    var description: [String?] = []
    var category: String?
    var placement: Placement
    /// Every field that is not one of a hit's own, in the order people read them; unknown ones are left out.
    var properties: [(String, JSONValue)] = []
    var sourceURL: String?

    /// The five fields as written, in the order of `IndexField`.
    func texts(place: String) -> [String] {
        let joined = { (values: [String?]) in values.compactMap { $0 }.filter { !$0.isEmpty }.map(Self.clean).joined(separator: "; ") }
        return IndexField.allCases.map { field in
            switch field {
            case .name: Self.clean(name)
            case .otherNames: joined(otherNames.map(Optional.some))
            case .commodity: joined(commodity)
            case .description: joined(description)
            case .place: Self.clean(place)
            }
        }
    }

    /// The character that parts the fields in the index cannot be part of a text.
    private static func clean(_ text: String) -> String { text.replacing("\u{1F}", with: " ") }

    /// How complete and well sourced the document is, of 255: half for a source and a position, half for what is told of it.
    var prior: UInt8 {
        let accuracy: Double =
            switch placement.source {
            case .own, .village: 1
            case .district: 0.6
            case .regency: 0.3
            case nil: 0
            }
        let told = min(1, Double(properties.count) / 10)
        return UInt8((255 * (0.25 * (sourceURL == nil ? 0 : 1) + 0.25 * accuracy + 0.5 * told)).rounded())
    }
}

/// Properties in order, with the unknown left out.
struct PropertyList {
    private(set) var pairs: [(String, JSONValue)] = []

    mutating func add(_ name: String, _ text: String?) {
        if let text, !text.isEmpty { pairs.append((name, .string(text))) }
    }
    mutating func add(_ name: String, _ number: Int?) {
        if let number { pairs.append((name, .number(Double(number)))) }
    }
    mutating func add(_ name: String, _ number: Double?) {
        if let number { pairs.append((name, .number(number))) }
    }
    mutating func add(_ name: String, _ texts: [String]) {
        if !texts.isEmpty { pairs.append((name, .array(texts.map(JSONValue.string)))) }
    }

    /// What a file has beyond the catalog's fields; a name that is taken already does not hide the field.
    mutating func add(_ extra: ExtraProperties) {
        for property in extra where !property.value.isEmpty {
            let isTaken = pairs.contains { $0.0 == property.name }
            pairs.append((isTaken ? "\(property.name)_2" : property.name, .string(property.value)))
        }
    }
}
