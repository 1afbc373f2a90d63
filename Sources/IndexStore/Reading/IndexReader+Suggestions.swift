import Base

/// A name to offer while someone types.
package struct StoredSuggestion: Sendable, Hashable {
    /// The name as queries are folded.
    let folded: String
    /// The name as written.
    package let text: String
    /// A document kind, or "province", "regency", "district".
    package let kind: String
    /// What tells it from others: where it lies, or empty.
    package let label: String
    /// The document's id or the place's code, if only one has the name.
    package let id: String?
    let weight: Double
}

extension IndexReader {
    private static let suggestionColumns = "folded, text, kind, label, id, weight"

    /// The names that begin with a folded prefix, heaviest first, then by name.
    ///
    /// - Complexity: reads at most `SuggestionWriter.scanLimit` names, since the best of every longer list are stored.
    func suggestions(prefix: String, limit: Int) throws -> [StoredSuggestion] {
        guard !prefix.isEmpty, limit > 0 else { return [] }
        let top = try statement("SELECT ordinals FROM suggestion_tops WHERE prefix = ?").bind(1, prefix).first { row in
            let bytes = UnsafeRawBufferPointer(row.utf8(0))
            return stride(from: 0, to: bytes.count - 3, by: 4).map {
                Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: $0, as: UInt32.self)))
            }
        }
        if let top, limit <= SuggestionWriter.topCount { return try top.prefix(limit).compactMap(suggestion) }
        return try Array(
            all(withPrefix: prefix).sorted { ($1.weight, $0.folded, $0.kind) < ($0.weight, $1.folded, $1.kind) }.prefix(
                limit))
    }

    /// Names are numbered in their order, so those of a prefix are neighbours.
    private func all(withPrefix prefix: String) throws -> [StoredSuggestion] {
        let count = generation.manifest.counts[ManifestCount.suggestions] ?? 0
        let nameAt = try statement("SELECT folded FROM suggestions WHERE ordinal = ?")
        let first = try (0..<count).partitionPoint { ordinal in
            try nameAt.bind(1, ordinal).first { $0.utf8(0).lexicographicallyPrecedes(prefix.utf8) } ?? false
        }
        var found: [StoredSuggestion] = []
        try statement("SELECT \(Self.suggestionColumns) FROM suggestions WHERE ordinal >= ? ORDER BY ordinal").bind(
            1, first
        ).forEachRow {
            row in
            guard row.utf8(0).starts(with: prefix.utf8) else { return false }
            found.append(suggestion(row))
            return true
        }
        return found
    }

    private func suggestion(_ ordinal: Int) throws -> StoredSuggestion? {
        try statement("SELECT \(Self.suggestionColumns) FROM suggestions WHERE ordinal = ?").bind(1, ordinal).first(
            suggestion)
    }

    private func suggestion(_ row: SQLStatement) -> StoredSuggestion {
        StoredSuggestion(
            folded: row.text(0), text: row.text(1), kind: row.text(2), label: row.text(3), id: row.optionalText(4),
            weight: row.double(5))
    }
}
