import Base
import Foundation
import IndexDefinition

/// Writes the table of suggestions: distinct folded names of each kind, and the best of every prefix that has many.
///
/// Memory: a sorter's share, and the best names of the prefixes of one name.
final class SuggestionWriter {
    /// Prefixes with more names than this have their best stored, so that no look-up reads more.
    static let scanLimit = 200
    /// How many are stored of such a prefix.
    static let topCount = 50
    /// Prefixes longer than this are always looked up by reading.
    private static let longestPrefix = 40

    private struct Name {
        var folded: [UInt8]
        var kind: String
        var text: String
        var label: String
        var id: String
        var documents: Int
        var quality: UInt8
    }

    private struct OpenPrefix {
        var length: Int
        var count = 0
        /// Heaviest first.
        var best: [(weight: Double, ordinal: Int)] = []
    }

    private let sorter: RecordSorter
    private var record: [UInt8] = []
    private var current: Name?
    private var open: [OpenPrefix] = []
    private var openName: [UInt8] = []
    private(set) var count = 0

    init(scratchDirectory: String) {
        sorter = RecordSorter(scratchDirectory: scratchDirectory)
    }

    /// Adds a name.
    ///
    /// `documents` is how many documents stand for it: 1 for a document, all in its area for a place.
    func add(
        folded: String, kind: String, text: String, label: String, id: String, documents: Int = 1, quality: UInt8 = 0
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

    /// Sorts the names and fills the tables `suggestions` and `suggestion_tops`.
    func finish(into database: Database) throws {
        let insert = try database.prepare(
            "INSERT INTO suggestions (ordinal, folded, text, kind, label, id, weight) VALUES (?, ?, ?, ?, ?, ?, ?)")
        let insertTop = try database.prepare("INSERT INTO suggestion_tops (prefix, ordinals) VALUES (?, ?)")
        try sorter.drain { record in
            guard let name = Self.name(from: record) else {
                throw IndexStoreError(.internal, "A name for suggestions came back damaged from sorting.")
            }
            if let same = current, same.folded == name.folded, same.kind == name.kind {
                current?.documents += name.documents
                current?.quality = max(same.quality, name.quality)
                // Several documents bear the name: it stands for none of them.
                current?.id = ""
                current?.label = ""
            } else {
                try writeCurrent(insert, insertTop)
                current = name
            }
        }
        try writeCurrent(insert, insertTop)
        try closePrefixes(longerThan: 0, insertTop)
    }

    private static func name(from record: UnsafeRawBufferPointer) -> Name? {
        let text = record.dropLast(5)
        let parts = text.split(separator: 0, maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count == 6 else { return nil }
        let documents = UInt32(bigEndian: record.loadUnaligned(fromByteOffset: record.count - 4, as: UInt32.self))
        func string(_ index: Int) -> String { String(decoding: parts[index], as: UTF8.self) }
        return Name(
            folded: Array(parts[0]), kind: string(1), text: string(3), label: string(4), id: string(2),
            documents: Int(documents),
            quality: record[record.count - 5])
    }

    private func writeCurrent(_ insert: SQLStatement, _ insertTop: SQLStatement) throws {
        guard let name = current else { return }
        let weight = log2(1 + Double(name.documents)) + Double(name.quality) / 255
        try insert.bind(1, count).bind(2, String(decoding: name.folded, as: UTF8.self)).bind(3, name.text).bind(
            4, name.kind
        )
        .bind(5, name.label).bind(6, name.id.isEmpty ? nil : name.id).bind(7, weight).run()
        try enter(name.folded, weight: weight, insertTop)
        count += 1
        current = nil
    }

    // MARK: Prefixes

    private func enter(_ folded: [UInt8], weight: Double, _ insertTop: SQLStatement) throws {
        let shared = zip(openName, folded).prefix { $0 == $1 }.count
        try closePrefixes(longerThan: shared, insertTop)
        for length in (shared + 1)..<(max(shared, min(folded.count, Self.longestPrefix)) + 1)
        where Self.endsCharacter(folded, length) {
            open.append(OpenPrefix(length: length))
        }
        openName = folded
        for index in open.indices { Self.note(weight, count, in: &open[index]) }
    }

    /// True if the first `length` bytes end with a whole character.
    private static func endsCharacter(_ bytes: [UInt8], _ length: Int) -> Bool {
        length == bytes.count || bytes[length] & 0xC0 != 0x80
    }

    private static func note(_ weight: Double, _ ordinal: Int, in prefix: inout OpenPrefix) {
        prefix.count += 1
        if prefix.best.count == topCount {
            guard let last = prefix.best.last, weight > last.weight else { return }
            prefix.best.removeLast()
        }
        let place = prefix.best.firstIndex { $0.weight < weight } ?? prefix.best.endIndex
        prefix.best.insert((weight, ordinal), at: place)
    }

    private func closePrefixes(longerThan shared: Int, _ insertTop: SQLStatement) throws {
        while let prefix = open.last, prefix.length > shared {
            open.removeLast()
            guard prefix.count > Self.scanLimit else { continue }
            let ordinals = prefix.best.map { UInt32($0.ordinal).littleEndian }
            let text = String(decoding: openName[..<prefix.length], as: UTF8.self)
            try ordinals.withUnsafeBytes { try insertTop.bind(1, text).bind(2, bytes: $0).run() }
        }
    }
}
