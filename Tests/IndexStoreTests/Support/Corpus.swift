import Foundation
import Gazetteer
import Geo
import IndexDefinition
import TestSupport

@testable import IndexStore

/// Random documents over few words, so that matches, ties and repeated words are common.
struct Corpus {
    static let words = (0..<30).map { "w\($0)" } + ["anyam", "anyaman", "purun", "kain", "sasirangan", "ñandú", "布"]
    static let categoryNames = ["anyaman", "kain", "makanan", "logam"]

    var documents: [DocumentDraft]
    var places: [PlaceDraft]

    init(count: Int, seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        documents = (0..<count).map { Self.document($0, &random) }
        places = (0..<5).map { Self.regency($0) } + (0..<12).map { Self.district($0) }
    }

    private static func document(_ index: Int, _ random: inout SeededGenerator) -> DocumentDraft {
        let tokens = IndexField.allCases.map { field -> String in
            let most = [3, 2, 4, 14, 3][field.rawValue]
            return (0..<Int.random(in: 0...most, using: &random)).map { _ in word(&random) }.joined(separator: " ")
        }
        let id = "doc-" + String(repeating: "0", count: 5 - String(index).count) + String(index)
        let name = tokens[0].isEmpty ? "nameless" : tokens[0]
        let district = Int.random(in: 0..<16, using: &random)
        let length = length(&random)
        return DocumentDraft(
            kind: DocumentKind.allCases[Int.random(in: 0..<3, using: &random)], id: id, name: name,
            coordinate: coordinate(&random),
            positionPrecision: PositionPrecision.allCases[Int.random(in: 0..<4, using: &random)],
            category: Bool.random(using: &random) ? categoryNames[Int.random(in: 0..<4, using: &random)] : nil,
            regencyCode: district < 12 ? "63.0\(district % 5)" : nil,
            districtCode: district < 12 ? "63.0\(district % 5).\(10 + district)" : nil,
            quality: UInt8.random(in: 0...255, using: &random), facts: facts(&random),
            propertyNames: length == nil ? [] : ["panjang"], headGroup: UInt8.random(in: 0...3, using: &random),
            contentHash: Int64.random(in: .min ... .max, using: &random), texts: tokens,
            tokens: tokens, body: body(id: id, length: length), nameKey: name, suggestionLabel: "label of \(id)")
    }

    /// A column that is no field: a number for some documents, another text for a few.
    private static func length(_ random: inout SeededGenerator) -> String? {
        switch Int.random(in: 0..<8, using: &random) {
        case 0...2: String(Int.random(in: 0...30, using: &random))
        case 3: "belum diukur"
        default: nil
        }
    }

    private static func body(id: String, length: String?) -> String {
        let properties = length.map { ",\"properties\":{\"lebar\":\"3\",\"panjang\":\"\($0)\"}" } ?? ""
        return "{\"kind\":\"x\",\"id\":\"\(id)\"\(properties)}"
    }

    static let certificates = ["halal", "pirt", "sni"]

    /// Prices, workers and certificates; each is unknown of some documents.
    private static func facts(_ random: inout SeededGenerator) -> [String: DocumentFact] {
        var facts: [String: DocumentFact] = [:]
        let price = Double.random(in: 1...20, using: &random).rounded() * 5_000
        if Bool.random(using: &random) {
            facts["price"] = .range(price, price * Double(Int.random(in: 1...2, using: &random)))
        }
        if Bool.random(using: &random) { facts["workers"] = .number(Double(Int.random(in: 0...30, using: &random))) }
        let held = certificates.filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
        if !held.isEmpty { facts["certification"] = .values(held) }
        return facts
    }

    /// The first words are in most documents, the last in few.
    static func word(_ random: inout SeededGenerator) -> String {
        let position = Double.random(in: 0..<1, using: &random)
        return words[Int(position * position * Double(words.count))]
    }

    /// Around Kalimantan, some at the antimeridian and the poles, a few equal, one in nine nowhere.
    static func coordinate(_ random: inout SeededGenerator) -> Coordinate? {
        switch Int.random(in: 0..<9, using: &random) {
        case 0: nil
        case 1:
            Coordinate(
                longitude: Double.random(in: -1...1, using: &random) > 0 ? 179.99 : -179.99,
                latitude: .random(in: -1...1, using: &random))
        case 2:
            Coordinate(
                longitude: .random(in: -180...180, using: &random),
                latitude: Bool.random(using: &random) ? 89.99 : -89.99)
        case 3: Coordinate(longitude: 115, latitude: -3)
        default:
            Coordinate(
                longitude: .random(in: 114.5...115.5, using: &random),
                latitude: .random(in: -3.5 ... -2.5, using: &random))
        }
    }

    private static func regency(_ index: Int) -> PlaceDraft {
        draft(
            Place(
                code: code("63.0\(index)"), name: "Kabupaten \(index)", label: "Kabupaten \(index)", kind: "kabupaten",
                coordinate: Coordinate(longitude: 115, latitude: -3 + Double(index) / 10), accuracyMetres: 600),
            names: [("kabupaten \(index)", .official), ("kab\(index)", .abbreviation), ("6\(index)", .former)])
    }

    private static func district(_ index: Int) -> PlaceDraft {
        draft(
            Place(
                code: code("63.0\(index % 5).\(10 + index)"), name: "Simpang Empat",
                label: "Simpang Empat, Kabupaten \(index % 5)", kind: "kecamatan"),
            names: [("simpang empat", .official)])
    }

    private static func draft(
        _ place: Place, names: [(folded: String, source: NamedPlace.Source)]
    ) -> PlaceDraft {
        PlaceDraft(
            place: place, names: names.map { NamedPlace(place: place, source: $0.source, folded: $0.folded) })
    }

    private static func code(_ dotted: String) -> AdministrativeCode {
        guard let code = AdministrativeCode(dotted) else { preconditionFailure("'\(dotted)' is no code") }
        return code
    }

    /// The manifest of a generation to be built from a catalog of these documents.
    var manifest: Manifest {
        var counts: [String: Int] = [:]
        var placed: [String: Int] = [:]
        var sums: [String: UInt64] = [:]
        for document in documents {
            counts[document.kind.description.plural, default: 0] += 1
            placed[document.kind.description.plural, default: 0] += document.coordinate == nil ? 0 : 1
            sums[document.kind.description.plural, default: 0] &+= UInt64(bitPattern: document.contentHash)
        }
        return Manifest(catalogCounts: counts, placed: placed, checksums: sums, lastBatch: 3)
    }

    /// Builds and publishes a generation; returns its manifest.
    @discardableResult
    func build(in directory: URL, options: BuildOptions = BuildOptions()) throws -> Manifest {
        let builder = try GenerationBuilder(dataDirectory: directory, manifest: manifest, options: options)
        for document in documents { try builder.add(document) }
        for draft in places { try builder.add(draft.place, names: draft.names) }
        return try builder.finish { $0.hasPrefix("anyam") ? "anyam" : $0 }
    }
}

/// A distance that keeps the bounds of a geodesic: an arc over the chord, on a sphere.
let arcDistance: @Sendable (Coordinate, Coordinate) -> Double = { first, second in
    let chord = GeocentricPoint(first).chord(to: GeocentricPoint(second))
    return 2 * 6_371_008 * asin(min(1, chord / (2 * 6_371_008)))
}

extension IndexReader {
    /// A reader that measures by `arcDistance`.
    convenience init(_ generation: Generation) throws {
        try self.init(generation, distance: arcDistance)
    }
}
