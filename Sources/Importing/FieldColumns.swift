/// The columns of a file's fields, made once for a file and asked many times for each of its rows.
final class FieldColumns {
    let map: HeaderMap
    /// The columns that no field of the kind uses: they become extra properties.
    let extra: [Int]
    /// By the number of the field: its column; `constant` if the value stands in the header; `none` if it has none.
    private var columns = [Int](repeating: FieldColumns.none, count: CanonicalField.allCases.count)
    private static let none = -1
    private static let constant = -2

    /// Finds the columns of the fields in `used`, which are those of the kind of rows.
    init(map: HeaderMap, used: Set<CanonicalField>) {
        self.map = map
        let unused = map.columns.filter { !used.contains($0.key) }.map(\.value)
        extra = (map.extra + unused).sorted().filter { !map.isReason($0) }
        for (field, column) in map.columns { columns[Int(field.rawValue)] = column }
        for field in map.constants.keys where map.columns[field] == nil { columns[Int(field.rawValue)] = Self.constant }
    }

    func states(_ field: CanonicalField) -> Bool { columns[Int(field.rawValue)] != Self.none }

    /// What a row says of a field, without the spaces around it; nil if it says nothing.
    func value(_ field: CanonicalField, in row: SourceRow) -> String? {
        let column = columns[Int(field.rawValue)]
        if column == Self.constant { return map.constants[field] }
        guard column >= 0, column < row.values.count else { return nil }
        let value = row.values[column].trimmingSpace
        return value.isEmpty ? nil : value
    }
}

extension HeaderMap {
    /// The column that a file of rejected rows has last: it says why they were rejected, and is no property of
    /// anything.
    static let reasonHeader = "reason"

    func isReason(_ column: Int) -> Bool {
        column == headers.count - 1 && headers[column] == Self.reasonHeader
    }
}
