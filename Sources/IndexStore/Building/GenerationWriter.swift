import Base
import Foundation
import Gazetteer
import Geo
import IndexDefinition

/// Writes the files of one generation, on one thread: documents in the order of their ids, then places, then what is
/// derived from both.
///
/// Memory does not grow with the documents: what must be sorted is sorted on disk.
final class GenerationWriter {
    let directory: URL
    let database: Database
    let documents: DocumentsWriter
    let values: ValuesWriter
    let facts: FactsWriter
    let points: PointSorter
    let suggestions: SuggestionWriter
    private(set) var regencies = FacetNumbers(field: FacetField.regency.rawValue)
    private(set) var districts = FacetNumbers(field: FacetField.district.rawValue)
    private(set) var categories = FacetNumbers(field: FacetField.category.rawValue)
    private(set) var checksum = TokenChecksum(columns: IndexField.allCases.count)
    private(set) var samples = TokenSamples()
    private(set) var tally = CatalogTally()
    private(set) var placeCount = 0
    private(set) var pointCount = 0
    private var lastID: [UInt8] = []
    private let insertText: SQLStatement
    private let insertDocument: SQLStatement
    private let insertPlace: SQLStatement
    private let insertPlaceName: SQLStatement
    /// How many sentra, products and outlets lie in each regency, district and village that has any, by code.
    private(set) var goods: [String: Int] = [:]

    var documentCount: Int { values.count }
    var suggestionCount: Int { suggestions.count }

    init(directory: URL, options: BuildOptions) throws {
        self.directory = directory
        let path = directory.appendingPathComponent(GenerationFiles.index).path
        database = try Database(
            path: path, mode: .build(pageSize: options.pageSize, cacheMegabytes: options.cacheMegabytes))
        for group in ["search", "documents", "places", "suggestions", "ovop", "meta"] {
            try database.execute(IndexDefinition.schema(group))
        }
        try Self.tune(database, options)
        documents = try DocumentsWriter(path: directory.appendingPathComponent(GenerationFiles.documents).path)
        values = try ValuesWriter(path: directory.appendingPathComponent(GenerationFiles.values).path)
        facts = try FactsWriter(
            path: directory.appendingPathComponent(GenerationFiles.facts).path, facts: FactColumn.all)
        points = PointSorter(scratchDirectory: directory.path)
        suggestions = SuggestionWriter(scratchDirectory: directory.path)
        let columns = (["rowid"] + IndexField.allCases.map(\.columnName)).joined(separator: ", ")
        let parameters = (["?"] + IndexField.allCases.map { _ in "?" }).joined(separator: ", ")
        insertText = try database.prepare(
            "INSERT INTO search (\(columns)) VALUES (\(parameters))", persistent: true)
        insertDocument = try database.prepare("INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?)", persistent: true)
        insertPlace = try database.prepare("INSERT INTO places VALUES (?, ?, ?, ?, ?, ?, ?)", persistent: true)
        insertPlaceName = try database.prepare(
            "INSERT OR IGNORE INTO place_names VALUES (?, ?, ?, ?, ?)", persistent: true)
        try database.execute("BEGIN")
    }

    /// Segments as large as memory allows, merged once at the end: FTS5's own merging on the way would do the work
    /// again and again.
    private static func tune(_ database: Database, _ options: BuildOptions) throws {
        let settings = [
            ("automerge", 0), ("crisismerge", 1999), ("hashsize", options.hashMegabytes << 20),
            ("pgsz", options.pageSize - 46),
        ]
        for (name, value) in settings {
            try database.execute("INSERT INTO search (search, rank) VALUES ('\(name)', \(value))")
        }
    }

    func add(_ draft: DocumentDraft) throws {
        guard lastID.lexicographicallyPrecedes(draft.id.utf8) else {
            throw IndexStoreError.unordered("Ids", draft.id, after: String(decoding: lastID, as: UTF8.self))
        }
        lastID = Array(draft.id.utf8)
        let ordinal = values.count
        let lengths = try addText(draft, ordinal: ordinal)
        try documents.append(id: draft.id, name: draft.name, texts: draft.texts, body: draft.body)
        try addValues(draft, ordinal: ordinal, lengths: lengths)
        try insertDocument.bind(1, ordinal + 1).bind(2, draft.id).bind(3, draft.kind.rawValue).bind(4, draft.name)
            .bind(5, draft.coordinate?.longitude).bind(6, draft.coordinate?.latitude).run()
        try suggestions.add(draft)
        if draft.kind != .village {
            for code in [draft.regencyCode, draft.districtCode, draft.villageCode].compactMap(\.self) {
                goods[code, default: 0] += 1
            }
        }
        tally.add(draft)
    }

    private func addText(_ draft: DocumentDraft, ordinal: Int) throws -> [Int] {
        let fields = IndexField.allCases.count
        guard draft.tokens.count == fields else {
            throw IndexStoreError.unexpectedCount(
                "token fields of '\(draft.id)'", expected: fields, found: draft.tokens.count)
        }
        try insertText.bind(1, ordinal + 1)
        var lengths: [Int] = []
        for (column, tokens) in draft.tokens.enumerated() {
            try insertText.bind(CInt(column + 2), tokens)
            lengths.append(checksum.add(tokens: tokens, column: column))
        }
        try insertText.run()
        samples.add(draft.tokens, ordinal: ordinal)
        return lengths
    }

    private func addValues(_ draft: DocumentDraft, ordinal: Int, lengths: [Int]) throws {
        let document = try DocumentValues(
            longitude: draft.coordinate?.longitude ?? .nan, latitude: draft.coordinate?.latitude ?? .nan,
            regency: regencies.number(draft.regencyCode), district: districts.number(draft.districtCode),
            category: categories.number(draft.category), kind: draft.kind.ordinal,
            precision: draft.coordinate == nil ? nil : draft.positionPrecision, quality: draft.quality,
            headGroup: draft.headGroup, lengths: lengths)
        try values.append(document, nameKey: draft.nameKey)
        try facts.append(draft.facts, propertyNames: draft.propertyNames)
        guard let coordinate = draft.coordinate else { return }
        guard coordinate.isValid else {
            throw IndexStoreError(
                .data,
                "The position \(coordinate.longitude), \(coordinate.latitude) of '\(draft.id)' is not on Earth. "
                    + "Import the row again."
            )
        }
        try points.append(IndexedPoint(ordinal: ordinal, coordinate: coordinate, kind: draft.kind.ordinal))
        pointCount += 1
    }

    func add(_ draft: PlaceDraft) throws {
        let place = draft.place
        try insertPlace.bind(1, place.code.dotted).bind(2, place.kind).bind(3, place.name).bind(4, place.label)
            .bind(5, place.coordinate?.longitude).bind(6, place.coordinate?.latitude).bind(7, place.accuracyMetres)
            .run()
        for name in draft.names where !name.folded.isEmpty {
            let keys = PlaceName(words: name.folded.split(separator: " ").map(String.init))
            try insertPlaceName.bind(1, name.folded).bind(2, place.code.dotted).bind(3, name.source.rawValue)
                .bind(4, Int(truncatingIfNeeded: keys.key)).bind(5, Int(truncatingIfNeeded: keys.soundKey)).run()
        }
        try suggestions.add(draft)
        placeCount += 1
    }
}
