import Catalog

/// Assigns columns to the fields of one kind: first from the options of the user, then from the table of aliases.
struct HeaderAssignment {
    private(set) var columns: [CanonicalField: Int] = [:]
    private(set) var constants: [CanonicalField: String] = [:]

    init(headers: [String], kind: ImportKind, choices: [HeaderOverride]) {
        let decided = Set(choices.map(\.field))
        for choice in choices { columns[choice.field] = choice.column }
        var free: [String: Int] = [:]
        for (index, header) in headers.enumerated() where !columns.values.contains(index) {
            let key = HeaderKey(header).text
            if free[key] == nil { free[key] = index }
        }
        for alias in HeaderAlias.table
        where alias.kinds.contains(kind) && columns[alias.field] == nil && !decided.contains(alias.field) {
            if let needs = alias.needs, columns[needs] == nil { continue }
            assign(alias, from: &free)
        }
        assignYears(from: &free, kind: kind, headers: headers)
    }

    private mutating func assign(_ alias: HeaderAlias, from free: inout [String: Int]) {
        for spelling in alias.spellings.split(separator: " ") {
            guard let column = free.removeValue(forKey: HeaderKey(spelling).text) else { continue }
            columns[alias.field] = column
            return
        }
    }

    /// Takes headers that end with a year, the latest first.
    ///
    /// "population_2024" is the population, and its year is 2024.
    private mutating func assignYears(from free: inout [String: Int], kind: ImportKind, headers: [String]) {
        let dated = free.compactMap { key, column in
            HeaderKey(key).year.map { (key: $0.key, year: $0.year, column: column) }
        }
        .sorted { ($1.year, $0.column) < ($0.year, $1.column) }
        for alias in HeaderAlias.table where alias.kinds.contains(kind) && columns[alias.field] == nil {
            guard let yearField = HeaderAlias.yearField[alias.field] else { continue }
            let spellings = Set(alias.spellings.split(separator: " ").map { HeaderKey($0).text })
            guard let match = dated.first(where: { spellings.contains($0.key) && !columns.values.contains($0.column) })
            else { continue }
            columns[alias.field] = match.column
            if columns[yearField] == nil, constants[yearField] == nil { constants[yearField] = match.year }
        }
    }
}
