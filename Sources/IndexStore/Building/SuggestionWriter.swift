import Base
import Foundation
import Gazetteer
import IndexDefinition

/// Writes the tables of suggestions: words, names and places in the order of their folded text, and the best of every
/// prefix that has many.
///
/// A text weighs log2(1 + n): n is the number of goods (sentra, products, outlets) that have a word in a name, that
/// have a name, or that lie in a place. The name of a document also weighs its quality.
/// Memory: a sorter's share, the best of the prefixes of one name, and a bounded number of phrases.
final class SuggestionWriter {
    fileprivate struct Name {
        var folded: [UInt8]
        var kind: String
        var text: String
        var label: String
        var id: String
        var documents: Int
        /// Of a phrase: 1 if something is called just so, of a place: 1 if the text is formal; else 0.
        var quality: UInt8
    }

    private let sorter: RecordSorter
    private var phrases = PhraseCounts()
    private var record: [UInt8] = []
    private var current: Name?
    private var prefixes = SuggestionPrefixes()
    private(set) var count = 0

    init(scratchDirectory: String) {
        sorter = RecordSorter(scratchDirectory: scratchDirectory)
    }

    /// Adds the name of a document, and the words and phrases of its names.
    func add(_ draft: DocumentDraft) throws {
        try add(
            folded: draft.nameKey, kind: draft.kind.rawValue, text: draft.name, label: draft.suggestionLabel,
            id: draft.id, documents: 1, quality: draft.quality)
        guard draft.kind != .village else { return }
        phrases.add(names: draft.calledBy, parts: draft.nameParts)
        if phrases.isFull { try phrases.drain(add) }
    }

    /// Adds the names of a place that no document of the same name stands for.
    func add(_ draft: PlaceDraft) throws {
        for name in PlaceSuggestion.all(of: draft) {
            try add(
                folded: name.folded, kind: name.kind, text: name.text, label: draft.place.label,
                id: draft.place.code.dotted,
                documents: 0, quality: name.isFormal ? 1 : 0)
        }
    }

    private func add(_ phrase: String, documents: Int, isName: Bool) throws {
        try add(
            folded: phrase, kind: SuggestionClass.wordKind, text: phrase, label: "", id: "", documents: documents,
            quality: isName ? 1 : 0)
    }

    private func add(
        folded: String, kind: String, text: String, label: String, id: String, documents: Int, quality: UInt8
    ) throws {
        guard !folded.isEmpty else { return }
        record.removeAll(keepingCapacity: true)
        for part in [folded, kind, id, text, label] {
            record.append(contentsOf: part.utf8)
            record.append(0)
        }
        record.append(quality)
        withUnsafeBytes(of: UInt32(clamping: documents).bigEndian) { record.append(contentsOf: $0) }
        try record.withUnsafeBytes { try sorter.append($0) }
    }

    /// Sorts everything and fills the tables `suggestions` and `suggestion_tops`.
    ///
    /// `goods` gives the number of sentra, products and outlets in the place of a code.
    func finish(into database: Database, goods: (String) -> Int) throws {
        try phrases.drain(add)
        let insert = try database.prepare(
            """
            INSERT INTO suggestions (ordinal, folded, class, weight, text, kind, label, id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        let insertTop = try database.prepare(
            "INSERT INTO suggestion_tops (prefix, words, documents, places) VALUES (?, ?, ?, ?)")
        try sorter.drain { record in
            guard var name = Self.name(from: record) else {
                throw IndexStoreError(.internal, "A name for suggestions came back damaged from sorting.")
            }
            if name.kindClass == .place { name.documents = goods(name.id) }
            if current?.add(name) != true {
                try writeCurrent(insert, insertTop)
                current = name
            }
        }
        try writeCurrent(insert, insertTop)
        try prefixes.finish(insertTop)
    }

    private static func name(from record: UnsafeRawBufferPointer) -> Name? {
        let text = record.dropLast(5)
        let parts = text.split(separator: 0, maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count == 6 else { return nil }
        let documents = UInt32(bigEndian: record.loadUnaligned(fromByteOffset: record.count - 4, as: UInt32.self))
        func string(_ index: Int) -> String { String(decoding: parts[index], as: UTF8.self) }
        return Name(
            folded: Array(parts[0]), kind: string(1), text: string(3), label: string(4), id: string(2),
            documents: Int(documents), quality: record[record.count - 5])
    }

    private func writeCurrent(_ insert: SQLStatement, _ insertTop: SQLStatement) throws {
        guard let name = current else { return }
        current = nil
        let kindClass = name.kindClass
        // A run of words within one name is no name that others know.
        if kindClass == .word, name.documents < 2, name.quality == 0, name.folded.contains(UInt8(ascii: " ")) { return }
        let weight = name.weight
        try insert.bind(1, count).bind(2, String(decoding: name.folded, as: UTF8.self)).bind(3, kindClass.rawValue)
            .bind(4, Double(weight)).bind(5, name.text).bind(6, name.kind).bind(7, name.label)
            .bind(8, name.id.isEmpty ? nil : name.id).run()
        try prefixes.enter(name.folded, kindClass, weight: weight, ordinal: count, insertTop)
        count += 1
    }
}

extension SuggestionWriter.Name {
    private static let maxLabels = 3

    fileprivate var kindClass: SuggestionClass { SuggestionClass(kind: kind) }

    fileprivate var weight: Float {
        let popularity = log2(1 + Double(documents))
        return switch kindClass {
        case .word: Float(popularity)
        case .document: Float(popularity + Double(quality) / 255)
        case .place: Float(quality > 0 ? popularity / 2 : popularity)
        }
    }

    /// Adds one of the same text, and returns false if both are offered apart, as places of one name are.
    fileprivate mutating func add(_ other: Self) -> Bool {
        let isArea = kind == PlaceSuggestion.areaKind
        guard folded == other.folded, kind == other.kind, isArea || kindClass != .place else { return false }
        documents += other.documents
        quality = max(quality, other.quality)
        // Several have the name, so it opens none of them.
        id = ""
        label = isArea ? Self.joined(label, other.label) : ""
        return true
    }

    /// The labels of the first places of an area, with a sign that there are more.
    private static func joined(_ labels: String, _ label: String) -> String {
        switch labels.split(separator: ";").count {
        case ..<maxLabels: "\(labels); \(label)"
        case maxLabels where !labels.hasSuffix("…"): "\(labels); …"
        default: labels
        }
    }
}
