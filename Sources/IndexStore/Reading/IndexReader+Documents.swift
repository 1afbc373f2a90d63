import Foundation
import Geo
import IndexDefinition

/// A document as the index keeps it, read where it lies in the mapped file.
package struct StoredDocument: Sendable {
    package let ordinal: Int
    package let kind: DocumentKind
    /// Nil if the document has no position.
    package let coordinate: Coordinate?
    private let record: DocumentRecord

    init(ordinal: Int, kind: DocumentKind, coordinate: Coordinate?, record: DocumentRecord) {
        self.ordinal = ordinal
        self.kind = kind
        self.coordinate = coordinate
        self.record = record
    }

    package var id: String { string(DocumentsFormat.Part.id) }
    package var name: String { string(DocumentsFormat.Part.name) }
    /// The static part of a hit, as JSON in UTF-8.
    package var body: [UInt8] { record.withPart(DocumentsFormat.Part.body, Array.init) }

    /// A field as written.
    package func text(of field: IndexField) -> String { string(DocumentsFormat.Part.text(field.rawValue)) }

    /// The same in UTF-8, without a copy; good during the call.
    package func withText<Result>(of field: IndexField, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows
        -> Result
    {
        try record.withPart(DocumentsFormat.Part.text(field.rawValue), body)
    }

    private func string(_ part: Int) -> String { record.withPart(part) { String(decoding: $0, as: UTF8.self) } }
}

extension IndexReader {
    /// The document of an ordinal, or nil if there is none.
    ///
    /// - Throws: `.data` if its record is damaged.
    package func document(at ordinal: Int) throws -> StoredDocument? {
        guard generation.values.contains(ordinal: ordinal) else { return nil }
        guard let kind = DocumentKind(ordinal: generation.values.kinds[ordinal]) else {
            throw IndexStoreError.damaged(generation.directory.path, "document \(ordinal) is of no known kind")
        }
        return StoredDocument(
            ordinal: ordinal, kind: kind, coordinate: generation.values.coordinate(at: ordinal),
            record: try generation.documents.record(at: ordinal))
    }

    /// The documents of ordinals, in their order; those that do not exist are left out.
    package func documents(at ordinals: [Int]) throws -> [StoredDocument] {
        try ordinals.compactMap { try document(at: $0) }
    }

    /// The ordinal of an id, or nil if no document has it.
    ///
    /// - Complexity: O(log documents) comparisons.
    package func ordinal(ofID id: String) throws -> Int? {
        let documents = generation.documents
        let ordinal = try documents.lowerBound(ofID: id)
        guard ordinal < documents.count else { return nil }
        return try documents.record(at: ordinal).withPart(DocumentsFormat.Part.id) { $0.elementsEqual(id.utf8) }
            ? ordinal : nil
    }
}
