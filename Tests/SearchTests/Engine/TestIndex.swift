import Foundation
import Gazetteer
import Geo
import IndexDefinition
import IndexStore
import JSON
import TestSupport
import TextAnalysis

@testable import Search

/// A generation made of a few documents and places, built and published as real ones are; tests may share it.
final class TestIndex: Sendable {
    private let folder: TemporaryDirectory
    let engine: SearchEngine

    init(_ documents: [TestDocument], places: [TestPlace] = []) throws {
        folder = try TemporaryDirectory()
        try Self.build(documents, places: places, in: folder.url)
        engine = try SearchEngine(generation: Generation.open(dataDirectory: folder.url))
    }

    /// A session of one's own: sessions are not shared between threads.
    var session: SearchSession {
        get throws { try engine.session() }
    }

    /// The ids found, in their order.
    func ids(_ text: String, _ change: (inout SearchRequest) -> Void = { _ in }) throws -> [String] {
        try answer(text, change).hits.map(\.id)
    }

    func answer(_ text: String, _ change: (inout SearchRequest) -> Void = { _ in }) throws -> SearchAnswer {
        var request = SearchRequest(text: text)
        change(&request)
        return try session.search(request)
    }

    private static func build(_ documents: [TestDocument], places: [TestPlace], in folder: URL) throws {
        let documents = documents.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
        var stamp = Manifest.CatalogStamp(counts: [:], placed: [:], checksums: [:], lastBatch: nil)
        for document in documents {
            stamp.counts[document.kind.description.plural, default: 0] += 1
            if document.coordinate != nil { stamp.placed[document.kind.description.plural, default: 0] += 1 }
        }
        let builder = try GenerationBuilder(dataDirectory: folder, catalog: stamp)
        for document in documents { try builder.add(document.draft) }
        for place in places { try builder.add(place.draft) }
        let analyzer = Analyzer(try WordLists(files: IndexDefinition.analyzerFiles()))
        _ = try builder.finish(rootOf: { analyzer.root(of: $0) })
    }
}

/// A document of a test, with the fields that a test is about.
struct TestDocument {
    var kind = DocumentKind.product
    var id: String
    var name: String
    var otherNames = ""
    var commodity = ""
    var description = ""
    var place = ""
    var coordinate: Coordinate?
    var positionPrecision = PositionPrecision.own
    var regency: String?
    var district: String?
    var category: String?
    var quality: UInt8 = 0

    var draft: DocumentDraft {
        let texts = [name, otherNames, commodity, description, place]
        let body = JSONValue.object([
            ("kind", .string(kind.rawValue)), ("id", .string(id)), ("name", .string(name)),
            ("longitude", coordinate.map { .number($0.longitude) } ?? .null),
            ("latitude", coordinate.map { .number($0.latitude) } ?? .null),
            ("properties", .object([("commodity", .string(commodity))])),
        ])
        return DocumentDraft(
            kind: kind, id: id, name: name, coordinate: coordinate, positionPrecision: positionPrecision,
            category: category, regencyCode: regency,
            districtCode: district,
            quality: quality,
            texts: texts, tokens: texts.map { Tokenizer.joined($0).text }, body: body.text,
            nameKey: Tokenizer.joined(name).text)
    }
}

/// A place of a test's gazetteer.
struct TestPlace {
    var code: String
    var kind: String
    var name: String
    var label: String
    var coordinate: Coordinate?
    var names: [IndexedName] = []

    var draft: PlaceDraft {
        let official = Tokenizer.joined(name).text
        return PlaceDraft(
            code: code, kind: kind, name: name, label: label, coordinate: coordinate,
            names: [IndexedName(official, .official)] + names)
    }
}
