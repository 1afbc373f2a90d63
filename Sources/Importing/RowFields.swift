import Catalog

/// The fields of one row as typed values.
///
/// An invalid value is added to the problems and rejects the row.
///
/// If the file has no column for a field, the value in the catalog stays. An empty cell means "not stated".
struct RowFields {
    let columns: FieldColumns
    let row: SourceRow
    private(set) var problems: [ImportProblem] = []

    var map: HeaderMap { columns.map }

    init(columns: FieldColumns, row: SourceRow) {
        self.columns = columns
        self.row = row
        if let problem = row.problem {
            add(.rejected, .row(problem.cause), field: nil, value: nil, problem.message, "Mend the row in the file.")
        }
    }

    var isRejected: Bool { problems.contains { $0.effect == .rejected } }

    /// True if the file has the field.
    func states(_ field: CanonicalField) -> Bool { columns.states(field) }

    /// The text of a field; nil if it is empty, a dash or "n/a".
    func text(_ field: CanonicalField) -> String? {
        columns.value(field, in: row).flatMap { WrittenNumber.isBlank($0) ? nil : $0 }
    }

    /// A text on one line, with a single space for each run of white space.
    func line(_ field: CanonicalField) -> String? {
        text(field).map { text in
            text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D })
                ? text.split(whereSeparator: \.isWhitespace).joined(separator: " ") : text
        }
    }

    func take(_ field: CanonicalField, into target: inout String?) {
        if states(field) { target = text(field) }
    }

    mutating func takeWhole(_ field: CanonicalField, into target: inout Int?) {
        take(field, into: &target, expected: "a whole number such as 25 or 1.250") { text in
            WrittenNumber.whole(text).flatMap { $0 >= 0 ? $0 : nil }
        }
    }

    mutating func takeYear(_ field: CanonicalField, into target: inout Int?) {
        take(field, into: &target, expected: "a year such as 2024", WrittenNumber.year)
    }

    mutating func takeStars(_ field: CanonicalField, into target: inout Int?) {
        take(field, into: &target, cause: .outOfRange, expected: "1 to 5 stars", WrittenNumber.stars)
    }

    mutating func takeDecimal(_ field: CanonicalField, into target: inout Double?) {
        take(field, into: &target, expected: "a number such as 12,5") { text in
            WrittenNumber.decimal(text).flatMap { $0 >= 0 ? $0 : nil }
        }
    }

    mutating func take<Value>(
        _ field: CanonicalField, into target: inout Value?, cause: ImportCause = .notANumber, expected: String,
        _ read: (String) -> Value?
    ) {
        guard states(field) else { return }
        guard let text = text(field) else {
            target = nil
            return
        }
        guard let value = read(text) else {
            return reject(
                cause, field, "'\(text.shortened())' is not \(expected).",
                "Write \(expected), or leave the cell empty.")
        }
        target = value
    }

    /// A year; a text that is none is kept as an extra property, and the row gets a remark.
    mutating func takeYear(
        _ field: CanonicalField, into target: inout Int?, orTextInto extra: inout ExtraProperties
    ) {
        take(field, into: &target, orTextInto: &extra, expected: "a year such as 2024", WrittenNumber.year)
    }

    /// A date; a text that is none is kept as an extra property, and the row gets a remark.
    mutating func takeDate(
        _ field: CanonicalField, into target: inout String?, orTextInto extra: inout ExtraProperties
    ) {
        take(field, into: &target, orTextInto: &extra, expected: WrittenDate.example, WrittenDate.iso)
    }

    private mutating func take<Value>(
        _ field: CanonicalField, into target: inout Value?, orTextInto extra: inout ExtraProperties, expected: String,
        _ read: (String) -> Value?
    ) {
        guard states(field) else { return }
        let text = text(field)
        target = text.flatMap(read)
        guard let text, target == nil else { return }
        extra[header(of: field)] = text
        remark(
            .notADate, field, "'\(text.shortened())' is not \(expected), and is kept as text.",
            "Nothing, if that is enough; else write \(expected).")
    }

    /// Web addresses between spaces, commas, semicolons or bars.
    func takeAddresses(_ field: CanonicalField, into target: inout [String]) {
        guard states(field) else { return }
        let parts = (text(field) ?? "").split { $0.isWhitespace || ";|".contains($0) }
        target = parts.map { String($0.hasSuffix(",") ? $0.dropLast() : $0) }.filter { !$0.isEmpty }
    }

    /// Adds the columns without a field to the extra properties of the document.
    func takeExtra(into extra: inout ExtraProperties) {
        if !extra.isEmpty {
            for header in columns.taken { extra[header] = nil }
        }
        for column in columns.extra where column < row.values.count {
            let value = row.values[column].trimmingSpace
            extra[map.headers[column]] = value.isEmpty ? nil : value
        }
    }

    // MARK: Problems

    mutating func reject(_ cause: ImportCause, _ field: CanonicalField, _ message: String, _ remedy: String) {
        add(.rejected, cause, field: header(of: field), value: columns.value(field, in: row), message, remedy)
    }

    mutating func remark(_ cause: ImportCause, _ field: CanonicalField, _ message: String, _ remedy: String) {
        add(.remark, cause, field: header(of: field), value: columns.value(field, in: row), message, remedy)
    }

    mutating func add(
        _ effect: ImportProblem.Effect, _ cause: ImportCause, field: String?, value: String?, _ message: String,
        _ remedy: String
    ) {
        problems.append(
            ImportProblem(
                cause: cause, effect: effect, line: row.line, field: field, value: value, message: message,
                remedy: remedy))
    }

    /// The header of the field in the file.
    func header(of field: CanonicalField) -> String {
        map.columns[field].map { map.headers[$0] } ?? field.name
    }
}
