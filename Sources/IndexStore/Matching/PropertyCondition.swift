import IndexDefinition

/// A condition on a column that lists had beside the fields of Banua, read from the stored documents.
package struct PropertyCondition: Sendable {
    /// The condition as it was asked for.
    package let condition: FactCondition
    /// The names of the property; a document has one of them at most, or the first counts.
    package let names: [String]
    /// Whether a value meets the condition; nil if the value cannot be compared with it.
    package let isMet: @Sendable (_ value: String) -> Bool?

    package init(
        _ condition: FactCondition, names: [String], isMet: @escaping @Sendable (_ value: String) -> Bool?
    ) {
        self.condition = condition
        self.names = names
        self.isMet = isMet
    }
}

/// What a condition on a property says of every document: 1 if it is met, 0 if not, NaN if the value is unknown.
///
/// That is the form of a number in facts.bin, so the scorer filters and counts by it as by any fact.
///
/// Unchecked, for the compiler does not know that the memory is never written after the column is made.
final class PropertyColumn: @unchecked Sendable {
    let base: UnsafePointer<Double>
    private let values: UnsafeMutablePointer<Double>

    /// Reads the property of every document.
    ///
    /// - Throws: `.data` if a record is damaged, `IndexStoreError.interrupted`.
    /// - Complexity: O(bytes of the stored documents).
    init(_ condition: PropertyCondition, in documents: DocumentsFile, isInterrupted: () -> Bool) throws {
        values = UnsafeMutablePointer<Double>.allocate(capacity: max(1, documents.count))
        values.initialize(repeating: .nan, count: max(1, documents.count))
        base = UnsafePointer(values)
        let properties = condition.names.map(StoredProperty.init)
        for ordinal in 0..<documents.count {
            if ordinal & 4095 == 0, isInterrupted() { throw IndexStoreError.interrupted }
            let value = try documents.record(at: ordinal).withPart(DocumentsFormat.Part.body) { body in
                properties.lazy.compactMap { $0.value(in: UnsafeRawBufferPointer(body)) }.first
            }
            if let value, let isMet = condition.isMet(value) { values[ordinal] = isMet ? 1 : 0 }
        }
    }

    deinit { values.deallocate() }
}
