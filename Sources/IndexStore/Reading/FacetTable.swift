/// The values that documents are filtered and counted by in one field, numbered as in `values.bin`.
package struct FacetTable: Sendable {
    /// Codes of regencies or districts, or the words of categories.
    package let values: [String]
    /// What to show for each value.
    package let labels: [String]
    private let ordinals: [String: UInt16]

    init(values: [String], labels: [String]) {
        self.values = values
        self.labels = labels
        ordinals = Dictionary(
            zip(values, values.indices.map { UInt16(clamping: $0) }), uniquingKeysWith: { first, _ in first })
    }

    package var count: Int { values.count }

    package func ordinal(ofValue value: String) -> UInt16? { ordinals[value] }

    /// The value of an ordinal, or nil if no value has this ordinal.
    package func value(at ordinal: UInt16) -> String? {
        values.indices.contains(Int(ordinal)) ? values[Int(ordinal)] : nil
    }

    /// The label of an ordinal, or nil if no value has this ordinal.
    package func label(at ordinal: UInt16) -> String? {
        labels.indices.contains(Int(ordinal)) ? labels[Int(ordinal)] : nil
    }
}

extension FacetTable {
    /// Reads the table of a field from `values.bin`.
    ///
    /// - Throws: `.data` if the columns do not agree with each other.
    init(_ field: FacetField, from file: ColumnFile, path: String) throws {
        let columns = ValuesFormat.facetColumns(field)
        let values = try StringColumn(file, columns.values, path: path)
        let labels = try StringColumn(file, columns.labels, path: path)
        guard values.count == labels.count, values.count < Int(ValuesFormat.none) else {
            throw IndexStoreError.damaged(path, "the field '\(field.rawValue)' has \(values.count) values")
        }
        self.init(values: values.strings, labels: labels.strings)
    }
}
