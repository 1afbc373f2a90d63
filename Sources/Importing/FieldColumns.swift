/// The columns of the fields of a file, made once for all its rows.
final class FieldColumns {
    let map: HeaderMap
    /// The columns that no field of the kind uses: they become extra properties.
    let extra: [Int]
    /// The headers of the columns that fields take.
    ///
    /// What an earlier release kept of them as extra properties is out of date.
    let taken: [String]
    /// The column of each field, by the number of the field; `constant` if the header has the value, `none` if there is
    /// no column.
    private var columns = [Int](repeating: FieldColumns.none, count: CanonicalField.allCases.count)
    /// Fields that are kept as extra properties too.
    private static let alsoExtra: Set<CanonicalField> = [.workersMale, .workersFemale]
    private static let none = -1
    private static let constant = -2

    /// Finds the columns of the fields in `used`, which are those of the kind of rows.
    init(map: HeaderMap, used: Set<CanonicalField>) {
        self.map = map
        let unused = map.columns.filter { !used.contains($0.key) }.map(\.value)
        extra = (map.extra + unused).sorted().filter { !map.isReason($0) }
        taken = map.columns.filter { used.contains($0.key) && !Self.alsoExtra.contains($0.key) }
            .map { map.headers[$0.value] }
        for (field, column) in map.columns { columns[Int(field.rawValue)] = column }
        for field in map.constants.keys where map.columns[field] == nil { columns[Int(field.rawValue)] = Self.constant }
    }

    func states(_ field: CanonicalField) -> Bool { columns[Int(field.rawValue)] != Self.none }

    /// The value of a field in a row, without surrounding spaces; nil if there is none.
    func value(_ field: CanonicalField, in row: SourceRow) -> String? {
        let column = columns[Int(field.rawValue)]
        if column == Self.constant { return map.constants[field] }
        guard column >= 0, column < row.values.count else { return nil }
        let value = row.values[column].trimmingSpace
        return value.isEmpty ? nil : value
    }
}

extension HeaderMap {
    /// The last column of a file of rejected rows, with the reason.
    ///
    /// It is not a property of the records.
    static let reasonHeader = "reason"

    func isReason(_ column: Int) -> Bool {
        column == headers.count - 1 && headers[column] == Self.reasonHeader
    }
}
