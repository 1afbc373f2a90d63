import IndexDefinition

/// The values that documents are filtered and counted by in one field, numbered as in `values.bin`.
struct FacetTable: Sendable {
    /// Codes of regencies or districts, or the words of categories.
    let values: [String]
    /// What to show for each value.
    let labels: [String]
    private let ordinals: [String: UInt16]

    init(values: [String], labels: [String]) {
        self.values = values
        self.labels = labels
        ordinals = Dictionary(
            zip(values, values.indices.map { UInt16(clamping: $0) }), uniquingKeysWith: { first, _ in first })
    }

    var count: Int { values.count }

    func ordinal(ofValue value: String) -> UInt16? { ordinals[value] }

    /// The kinds of documents, which every index numbers alike.
    static let kinds: FacetTable = {
        let names = DocumentKind.allCases.sorted { $0.ordinal < $1.ordinal }.map(\.rawValue)
        return FacetTable(values: names, labels: names)
    }()
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
