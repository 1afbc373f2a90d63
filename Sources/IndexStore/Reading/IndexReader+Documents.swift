import Foundation
import Geo
import IndexDefinition

/// A document as the index keeps it, read where it lies in the mapped file.
package struct StoredDocument: Sendable {
    /// What queries name it by.
    package let reference: DocumentRef
    package let kind: DocumentKind
    /// Nil if the document has no position.
    package let coordinate: Coordinate?
    private let record: DocumentRecord

    init(_ reference: DocumentRef, kind: DocumentKind, coordinate: Coordinate?, record: DocumentRecord) {
        self.reference = reference
        self.kind = kind
        self.coordinate = coordinate
        self.record = record
    }

    package var id: String { string(DocumentsFormat.Part.id) }
    package var name: String { string(DocumentsFormat.Part.name) }
    /// The static part of a hit, as JSON in UTF-8.
    package var body: [UInt8] { record.withPart(DocumentsFormat.Part.body, Array.init) }

    /// A field as written.
    func text(of field: IndexField) -> String { string(DocumentsFormat.Part.text(field.rawValue)) }

    /// Lends a field as written, in UTF-8, without a copy.
    package func withText<Result>(of field: IndexField, _ body: (Span<UInt8>) throws -> Result) rethrows -> Result {
        try record.withPart(DocumentsFormat.Part.text(field.rawValue)) { try body($0.span) }
    }

    private func string(_ part: Int) -> String { record.withPart(part) { String(decoding: $0, as: UTF8.self) } }
}

extension IndexReader {
    /// The document of an ordinal, or nil if there is none.
    ///
    /// - Throws: `.data` if its record is damaged.
    func document(at ordinal: Int) throws -> StoredDocument? {
        guard generation.values.contains(ordinal: ordinal) else { return nil }
        guard let kind = DocumentKind(ordinal: generation.values.kinds[ordinal]) else {
            throw IndexStoreError.damaged(generation.directory.path, "document \(ordinal) is of no known kind")
        }
        return StoredDocument(
            DocumentRef(ordinal: ordinal), kind: kind, coordinate: generation.values.coordinate(at: ordinal),
            record: try generation.documents.record(at: ordinal))
    }

    func documents(_ references: [DocumentRef]) throws -> [StoredDocument] {
        try references.map { reference in
            guard let document = try document(at: reference.ordinal) else {
                throw IndexStoreError.damaged(
                    generation.directory.path, "it lacks document \(reference.ordinal) that it counts")
            }
            return document
        }
    }

    func document(withID id: String) throws -> StoredDocument? {
        try ordinal(ofID: id).flatMap { try document(at: $0) }
    }

    /// The ordinal of an id, or nil if no document has it.
    ///
    /// - Complexity: O(log documents) comparisons.
    func ordinal(ofID id: String) throws -> Int? {
        let documents = generation.documents
        let ordinal = try documents.lowerBound(ofID: id)
        guard ordinal < documents.count else { return nil }
        return try documents.record(at: ordinal).withPart(DocumentsFormat.Part.id) { $0.elementsEqual(id.utf8) }
            ? ordinal : nil
    }
}
