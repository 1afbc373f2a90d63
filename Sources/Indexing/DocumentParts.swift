import Catalog
import Geo
import IndexDefinition
import JSON

/// What a document is made of, whatever record it came from.
struct DocumentParts {
    var kind: DocumentKind
    var name: String
    var otherNames: [String] = []
    /// Commodity, category, materials, local and English names: what it is.
    var commodity: [String?] = []
    var description: [String?] = []
    /// Who makes it.
    var maker: String?
    var category: String?
    var placement: Placement
    /// Every field that is not one of a hit's own.
    var properties: PropertyList
    var sourceURL: String?

    /// The five fields as written, in the order of `IndexField`.
    func texts(place: String) -> [String] {
        [name, otherNames.joined(separator: "; "), Self.joined(commodity), Self.joined(description), place]
    }

    private static func joined(_ values: [String?]) -> String {
        var text = ""
        for case let value? in values where !value.isEmpty {
            if !text.isEmpty { text += "; " }
            text += value
        }
        return text
    }

    /// How complete and well sourced the document is, of 255: half for a source and a position, half for what is told
    /// of it.
    var quality: UInt8 {
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

/// The properties of a document as the members of a JSON object, in the order people read them; the unknown are left
/// out.
///
///     {"commodity":"tikar purun","business_units":12}
struct PropertyList {
    /// The members without the braces.
    private(set) var json: [UInt8] = []
    /// The names of the members that are columns of lists and no fields of the catalog.
    private(set) var extraNames: [String] = []
    /// The members with their values, which facts are made of.
    private(set) var members: [(name: String, value: PropertyValue)] = []

    var count: Int { members.count }

    /// The value of a name; nil if it is unknown.
    subscript(name: String) -> PropertyValue? { members.first { $0.name == name }?.value }

    mutating func add(_ name: String, _ text: String?) {
        guard let text, !text.isEmpty else { return }
        begin(name, .text(text))
        JSONValue.write(text, to: &json)
    }

    mutating func add(_ name: String, _ number: Int?) {
        guard let number else { return }
        begin(name, .number(Double(number)))
        json += String(number).utf8
    }

    mutating func add(_ name: String, _ texts: [String]) {
        guard !texts.isEmpty else { return }
        begin(name, .texts(texts))
        JSONValue.array(texts.map(JSONValue.string)).write(to: &json)
    }

    /// Documents as objects with id and name.
    mutating func add(_ name: String, _ documents: [LinkedDocument]) {
        guard !documents.isEmpty else { return }
        begin(name, .texts(documents.map(\.name)))
        JSONValue.array(documents.map { .object([("id", .string($0.id)), ("name", .string($0.name))]) }).write(
            to: &json)
    }

    /// What a file has beyond the catalog's fields; a name that is taken already does not hide the field.
    mutating func add(_ extra: ExtraProperties) {
        for property in extra where !property.value.isEmpty {
            var name = property.name
            var number = 2
            while self[name] != nil {
                name = "\(property.name)_\(number)"
                number += 1
            }
            add(name, property.value)
            extraNames.append(name)
        }
    }

    private mutating func begin(_ name: String, _ value: PropertyValue) {
        if count > 0 { json.append(UInt8(ascii: ",")) }
        JSONValue.write(name, to: &json)
        json.append(UInt8(ascii: ":"))
        members.append((name, value))
    }
}

/// A property as it was given.
enum PropertyValue {
    case text(String)
    case number(Double)
    case texts([String])

    var number: Double? {
        switch self {
        case .number(let number): number
        case .text(let text): Double(text)
        case .texts: nil
        }
    }

    var texts: [String] {
        switch self {
        case .text(let text): [text]
        case .number(let number): [Int(exactly: number).map(String.init) ?? String(number)]
        case .texts(let texts): texts
        }
    }
}
