import Foundation
import Gazetteer
import Geo
import IndexDefinition
import IndexStore
import JSON
import TestSupport
import Testing
import TextAnalysis

@testable import Indexing
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
        let kinds = Dictionary(grouping: documents, by: \.kind.description.plural)
        let manifest = Manifest(
            catalogCounts: kinds.mapValues(\.count),
            placed: kinds.mapValues { $0.count { $0.coordinate != nil } }.filter { $0.value > 0 }, checksums: [:],
            lastBatch: nil)
        let builder = try GenerationBuilder(dataDirectory: folder, manifest: manifest)
        for document in documents { try builder.add(document.draft) }
        for place in places { try builder.add(#require(place.place), names: place.namedPlaces) }
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
    /// Other columns of the list that it came from.
    var extra: [(name: String, value: String)] = []

    var draft: DocumentDraft {
        let texts = [name, otherNames, commodity, description, place]
        let body = JSONValue.object([
            ("kind", .string(kind.rawValue)), ("id", .string(id)), ("name", .string(name)),
            ("longitude", coordinate.map { .number($0.longitude) } ?? .null),
            ("latitude", coordinate.map { .number($0.latitude) } ?? .null),
            (
                "properties",
                .object([("commodity", .string(commodity))] + extra.map { ($0.name, .string($0.value)) })
            ),
        ])
        let nameKey = Tokenizer.joined(name).text
        let phrases = NamePhrases([name, otherNames, commodity], except: nameKey) { $0 == "dan" || $0 == "untuk" }
        return DocumentDraft(
            kind: kind, id: id, name: name, coordinate: coordinate, positionPrecision: positionPrecision,
            category: category, regencyCode: regency,
            districtCode: district,
            quality: quality, propertyNames: extra.map(\.name),
            texts: texts, tokens: texts.map { Tokenizer.joined($0).text }, body: body.text,
            nameKey: nameKey, suggestionLabel: place, calledBy: phrases.names,
            nameParts: phrases.parts)
    }
}

/// A place of a test's gazetteer.
struct TestPlace {
    var code: String
    var kind: String
    var name: String
    var label: String
    var coordinate: Coordinate?
    /// More names, folded.
    var names: [(folded: String, source: NamedPlace.Source)] = []

    var place: Place? {
        AdministrativeCode(code).map {
            Place(code: $0, name: name, label: label, kind: kind, coordinate: coordinate)
        }
    }

    var namedPlaces: [NamedPlace] {
        guard let place else { return [] }
        return ([(Tokenizer.joined(name).text, .official)] + names).map {
            NamedPlace(place: place, source: $0.source, folded: $0.folded)
        }
    }
}
