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

    /// The value of an ordinal, or nil for an ordinal that no value has.
    package func value(at ordinal: UInt16) -> String? {
        values.indices.contains(Int(ordinal)) ? values[Int(ordinal)] : nil
    }
    package func label(at ordinal: UInt16) -> String? {
        labels.indices.contains(Int(ordinal)) ? labels[Int(ordinal)] : nil
    }
}

extension FacetTable {
    init(field: String, from database: Database) throws {
        let rows = try database.prepare(
            "SELECT ordinal, value, label FROM facet_values WHERE field = ? ORDER BY ordinal"
        ).bind(1, field)
            .rows {
                (ordinal: $0.int(0), value: $0.text(1), label: $0.text(2))
            }
        guard rows.indices.allSatisfy({ rows[$0].ordinal == $0 }), rows.count < Int(ValuesFile.none) else {
            throw IndexStoreError.damaged(database.path, "the values of '\(field)' are not numbered from 0")
        }
        self.init(values: rows.map(\.value), labels: rows.map(\.label))
    }
}
