import Foundation
import Geo
import IndexDefinition

/// A document as the index keeps it.
public struct StoredDocument: Sendable, Hashable {
    public let ordinal: Int
    public let id: String
    public let kind: DocumentKind
    public let name: String
    /// The fields as written, in the order of `IndexField`.
    public let texts: [String]
    /// The static part of a hit, as JSON.
    public let body: String
}

extension IndexReader {
    private static let columns = "rowid - 1, id, kind, name, texts, body"

    /// The document of an ordinal, or nil where there is none.
    public func document(at ordinal: Int) throws -> StoredDocument? {
        guard generation.values.contains(ordinal: ordinal) else { return nil }
        return try statement("SELECT \(Self.columns) FROM documents WHERE rowid = ?").bind(1, ordinal + 1).first(document)
    }

    /// The documents of ordinals, in their order; those that do not exist are left out.
    public func documents(at ordinals: [Int]) throws -> [StoredDocument] {
        try ordinals.compactMap { try document(at: $0) }
    }

    /// The ordinal of an id, or nil where no document has it.
    ///
    /// Documents are numbered in the order of their ids, so they are their own index. Complexity: O(log documents) reads.
    public func ordinal(ofID id: String) throws -> Int? {
        let idAt = try statement("SELECT id FROM documents WHERE rowid = ?")
        let ordinal = try lowerBound(id, count: generation.documentCount, in: idAt, firstRow: 1)
        return try idAt.bind(1, ordinal + 1).first { $0.utf8(0).elementsEqual(id.utf8) } == true ? ordinal : nil
    }

    /// The number of the first of `count` rows whose text does not come before `key`, byte by byte; the rows must be in that order.
    func lowerBound(_ key: String, count: Int, in textAt: SQLStatement, firstRow: Int) throws -> Int {
        let key = Array(key.utf8)
        var (low, high) = (0, count)
        while low < high {
            let middle = low + (high - low) / 2
            let isBefore = try textAt.bind(1, middle + firstRow).first { $0.utf8(0).lexicographicallyPrecedes(key) } ?? false
            if isBefore { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The ordinals of the documents in a box, ascending, edges included.
    ///
    /// Found through the R*Tree, whose 32-bit boxes may hold too many and never too few; each is checked against its position in doubles.
    public func ordinals(in box: BoundingBox) throws -> [Int] {
        let query = try statement("SELECT id FROM points_rtree WHERE west <= ?2 AND east >= ?1 AND south <= ?4 AND north >= ?3")
        var found: [Int] = []
        for piece in box.pieces {
            try query.bind(1, piece.west).bind(2, piece.east).bind(3, piece.south).bind(4, piece.north).forEachRow { row in
                let ordinal = row.int(0) - 1
                guard generation.values.contains(ordinal: ordinal) else {
                    throw IndexStoreError.damaged(database.path, "the R*Tree names a document \(ordinal)")
                }
                if let coordinate = generation.values.coordinate(at: ordinal), piece.contains(coordinate) { found.append(ordinal) }
                return true
            }
        }
        return Array(Set(found)).sorted()
    }

    private func document(_ row: SQLStatement) throws -> StoredDocument {
        guard let kind = DocumentKind(rawValue: row.text(2)) else {
            throw IndexStoreError.damaged(database.path, "a document is of no known kind")
        }
        let texts = row.utf8(4).split(separator: DocumentDraft.textSeparatorByte, omittingEmptySubsequences: false)
        guard texts.count == IndexField.allCases.count else {
            throw IndexStoreError.damaged(database.path, "a document has \(texts.count) texts")
        }
        return StoredDocument(
            ordinal: row.int(0), id: row.text(1), kind: kind, name: row.text(3), texts: texts.map { String(decoding: $0, as: UTF8.self) },
            body: row.text(5))
    }
}
