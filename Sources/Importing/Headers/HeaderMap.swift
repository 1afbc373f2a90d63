import Catalog

/// The assignment of the columns of a list to fields.
///
///     let headers = ["No", "Nama Sentra", "Desa"]
///     let map = try HeaderMap.make(headers: headers, kind: nil, overrides: [], file: "sentra.csv")
///     map.kind                        // sentra
///     map.index(of: .village)         // 2
package struct HeaderMap: Sendable {
    package let kind: ImportKind
    package let headers: [String]
    /// The column of each field that has one, as an index into `headers`.
    package let columns: [CanonicalField: Int]
    /// The fields whose value is in a header instead of a column: the year of "population_2024".
    package let constants: [CanonicalField: String]
    /// The columns without a field, in file order.
    ///
    /// They are kept as extra properties.
    package let extra: [Int]
    /// The headers that decided the kind; nil if the kind was given.
    let telling: [String]?

    /// Maps headers to the fields of a kind.
    ///
    /// If `kind` is nil, the headers decide it. `overrides` are the user's `field=header`; `field=` leaves a field
    /// without a column. `file` is the name of the file for errors.
    ///
    /// - Throws: `ImportingError` (usage) if the headers do not decide the kind, an override names an unknown field or
    ///   header, or a required field has no column.
    package static func make(headers: [String], kind: ImportKind?, overrides: [String], file: String) throws
        -> HeaderMap
    {
        let choices = try overrides.map { try HeaderOverride($0, headers: headers, file: file) }
        if let kind { return try HeaderMap(headers: headers, kind: kind, telling: nil, choices: choices, file: file) }
        let guess = KindGuess(headers: headers) { kind in
            let assigned = HeaderAssignment(headers: headers, kind: kind, choices: choices).columns
            return HeaderAlias.requiredFields(of: kind).allSatisfy { assigned[$0] != nil }
        }
        guard let sure = guess.sure else { throw ImportingError.kindUnknown(file: file, headers: headers) }
        return try HeaderMap(headers: headers, kind: sure.kind, telling: sure.telling, choices: choices, file: file)
    }

    private init(headers: [String], kind: ImportKind, telling: [String]?, choices: [HeaderOverride], file: String)
        throws
    {
        let known = HeaderAlias.fields(of: kind)
        for choice in choices where !known.contains(choice.field) {
            throw ImportingError.fieldOfOtherKind(choice.field, kind: kind, known: known)
        }
        let assignment = HeaderAssignment(headers: headers, kind: kind, choices: choices)
        for field in HeaderAlias.requiredFields(of: kind) where assignment.columns[field] == nil {
            throw ImportingError.fieldMissing(field, kind: kind, file: file, headers: headers)
        }
        self.kind = kind
        self.headers = headers
        self.telling = telling
        columns = assignment.columns
        constants = assignment.constants
        let taken = Set(columns.values)
        extra = headers.indices.filter {
            !taken.contains($0) && !HeaderAlias.rowNumbers.contains(HeaderKey(headers[$0]).text)
        }
    }

    package func index(of field: CanonicalField) -> Int? {
        columns[field]
    }

    /// The value of a field in a row, without surrounding spaces; nil if there is none.
    func value(_ field: CanonicalField, in row: SourceRow) -> String? {
        guard let index = columns[field] else { return constants[field] }
        guard index < row.values.count else { return nil }
        let value = row.values[index].trimmingSpace
        return value.isEmpty ? nil : value
    }
}
