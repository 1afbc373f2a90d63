import Base
import Gazetteer

/// A text to offer while someone types.
package struct StoredSuggestion: Sendable, Hashable {
    /// The text as queries are folded.
    package let folded: String
    /// The text as written.
    package let text: String
    /// "word", a document kind, or the kind of a region, such as "kabupaten".
    package let kind: String
    /// What tells it from others: where it lies, or empty.
    package let label: String
    /// The document's id or the place's code, if only one has the name.
    package let id: String?
    /// log2(1 + goods that have it in a name or that lie in it); a document's quality is added.
    package let weight: Double
}

extension IndexReader {
    private typealias Entry = SuggestionPrefixes.Entry

    private static let suggestionColumns = "folded, text, kind, label, id, weight"

    /// - Complexity: one look-up of the prefix, and `limit` of rows. A prefix of few names costs a binary search and at
    ///   most `SuggestionPrefixes.scanLimit` rows more.
    func suggestions(prefix: String, limit: Int, placesOnly: Bool = false) throws -> [StoredSuggestion] {
        guard limit > 0, placesOnly || !prefix.isEmpty else { return [] }
        var best = try storedBest(ofPrefix: prefix, limit: limit) ?? scannedBest(ofPrefix: prefix)
        if placesOnly { best = [best[SuggestionClass.place.rawValue]] }
        return try Self.mixed(best, limit: limit).compactMap { try suggestion(at: $0.ordinal) }
    }

    /// The best of each class as they are stored for prefixes of many texts; nil if there are none.
    private func storedBest(ofPrefix prefix: String, limit: Int) throws -> [[Entry]]? {
        guard limit <= SuggestionPrefixes.topCount else { return nil }
        return try statement("SELECT words, documents, places FROM suggestion_tops WHERE prefix = ?").bind(1, prefix)
            .first { row in
                (0..<3).map { SuggestionPrefixes.entries(in: UnsafeRawBufferPointer(row.utf8($0))) }
            }
    }

    /// The same from the rows: texts are numbered in their order, so those of a prefix are neighbours.
    private func scannedBest(ofPrefix prefix: String) throws -> [[Entry]] {
        var best = [[Entry]](repeating: [], count: SuggestionClass.allCases.count)
        let first = try firstSuggestion(from: prefix)
        try statement("SELECT ordinal, class, weight, folded FROM suggestions WHERE ordinal >= ? ORDER BY ordinal")
            .bind(1, first).forEachRow { row in
                let text = row.utf8(3)
                guard text.starts(with: prefix.utf8), best.indices.contains(row.int(1)) else { return false }
                let bonus = text.count == prefix.utf8.count ? SuggestionPrefixes.exactBonus : 0
                best[row.int(1)].append(Entry(ordinal: row.int(0), weight: Float(row.double(2)) + bonus))
                return true
            }
        return best.map { $0.sorted(by: Self.comesFirst) }
    }

    /// The ordinal of the first text that does not come before the prefix.
    private func firstSuggestion(from prefix: String) throws -> Int {
        let textAt = try statement("SELECT folded FROM suggestions WHERE ordinal = ?")
        return try (0..<(generation.manifest.counts[ManifestCount.suggestions] ?? 0)).partitionPoint { ordinal in
            try textAt.bind(1, ordinal).first { $0.utf8(0).lexicographicallyPrecedes(prefix.utf8) } ?? false
        }
    }

    private static func comesFirst(_ one: Entry, _ other: Entry) -> Bool {
        (other.weight, one.ordinal) < (one.weight, other.ordinal)
    }

    /// The heaviest of several lists, in turns: no list gives more than about two of three in a row while another has
    /// some left, except for texts that are the prefix itself.
    private static func mixed(_ lists: [[Entry]], limit: Int) -> [Entry] {
        var rest = lists.map { $0[...] }
        var counts = [Int](repeating: 0, count: lists.count)
        var mixed: [Entry] = []
        while mixed.count < limit {
            let left = rest.indices.filter { !rest[$0].isEmpty }
            let allowed = left.filter { list in
                let isExact = (rest[list].first?.weight ?? 0) >= SuggestionPrefixes.exactBonus
                return isExact || counts[list] < 2 || 3 * (counts[list] + 1) <= 2 * (mixed.count + 2)
            }
            let next = (allowed.isEmpty ? left : allowed).max { one, other in
                guard let one = rest[one].first, let other = rest[other].first else { return false }
                return comesFirst(other, one)
            }
            guard let next, let entry = rest[next].popFirst() else { break }
            mixed.append(entry)
            counts[next] += 1
        }
        return mixed
    }

    private func suggestion(at ordinal: Int) throws -> StoredSuggestion? {
        try statement("SELECT \(Self.suggestionColumns) FROM suggestions WHERE ordinal = ?").bind(1, ordinal).first {
            StoredSuggestion(
                folded: $0.text(0), text: $0.text(1), kind: $0.text(2), label: $0.text(3), id: $0.optionalText(4),
                weight: $0.double(5))
        }
    }
}

// MARK: - Beginnings of ids and codes

extension IndexReader {
    /// - Complexity: O(log documents) comparisons and `limit` records.
    func documents(withIDPrefix prefix: String, limit: Int) throws -> [StoredDocument] {
        guard !prefix.isEmpty else { return [] }
        let first = try generation.documents.lowerBound(ofID: prefix)
        var found: [StoredDocument] = []
        for ordinal in first..<generation.documents.count where found.count < limit {
            guard let document = try document(at: ordinal), document.id.utf8.starts(with: prefix.utf8) else { break }
            found.append(document)
        }
        return found
    }

    /// - Complexity: one look-up for each place found.
    func places(withCodePrefix prefix: String, limit: Int) throws -> [Place] {
        let lengths = AdministrativeLevel.allCases.map { 3 * $0.rawValue + 2 + ($0 == .village ? 2 : 0) }
        guard let length = lengths.first(where: { $0 >= prefix.utf8.count }) else { return [] }
        let next = try statement("SELECT code FROM places WHERE code >= ? ORDER BY code LIMIT 1")
        var found: [Place] = []
        var start = prefix
        while found.count < limit, let code = try next.bind(1, start).first({ $0.text(0) }),
            code.utf8.starts(with: prefix.utf8)
        {
            let area = String(code.prefix(length))
            if let place = try place(code: area) { found.append(place) }
            // '/' is the character after '.', so this is behind everything in the area.
            start = area + "/"
        }
        return found
    }
}
