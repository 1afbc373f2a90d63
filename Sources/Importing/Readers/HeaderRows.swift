/// Finds the row of headers in a list that people made to be read: titles may stand above it, a second row of headers
/// and a row that numbers the columns below it.
///
///     DAFTAR SENTRA IKM KABUPATEN TAPIN
///     No | Nama Sentra | Koordinat |
///        |             | Lintang   | Bujur
///     1  | 2           | 3         | 4          // headers: No, Nama Sentra, Lintang, Bujur
///
/// A row is taken for headers where at least two of its cells, and half of those that are not empty, are headers known
/// to `HeaderAlias`. Where none among the first rows is, the first row holds the headers, as in any list.
struct HeaderRows {
    /// A row as the file has it.
    struct Row {
        var line: Int
        var values: [String]
    }

    private static let rowsLookedAt = 20

    /// Unique, none empty.
    let headers: [String]
    /// Where they stand.
    let line: Int
    /// Rows of the list that were read while looking.
    private(set) var waiting: ArraySlice<Row>

    /// - Parameter next: gives the rows of the file that follow `first`.
    init(first: Row, next: () throws -> Row?) rethrows {
        var read = [first]
        while !Self.isHeader(read[read.count - 1].values), read.count < Self.rowsLookedAt, let row = try next() {
            read.append(row)
        }
        let place = read.lastIndex { Self.isHeader($0.values) } ?? 0
        line = read[place].line
        var found = read[place].values
        var rest = read[(place + 1)...]
        if rest.isEmpty, let row = try next() { rest.append(row) }
        if let second = rest.first, Self.isSecondHeader(second.values) {
            found = Self.merged(found, second.values)
            rest = rest.dropFirst()
            if rest.isEmpty, let row = try next() { rest.append(row) }
        }
        if let row = rest.first, Self.numbersColumns(row.values) { rest = rest.dropFirst() }
        headers = HeaderNames.unique(found)
        waiting = rest
    }

    /// The next of the rows that wait.
    mutating func takeWaiting() -> Row? { waiting.popFirst() }

    private static func isHeader(_ values: [String]) -> Bool {
        let keys = keys(values)
        let known = keys.count(where: HeaderAlias.isKnown)
        return known >= 2 && 2 * known >= keys.count
    }

    /// Every cell a header: the parts of groups such as "Alamat" or "Koordinat".
    private static func isSecondHeader(_ values: [String]) -> Bool {
        let keys = keys(values)
        return keys.count >= 2 && keys.allSatisfy(HeaderAlias.isKnown)
    }

    /// "1 2 3 4" or "(1) (2) (3)".
    private static func numbersColumns(_ values: [String]) -> Bool {
        let cells = values.map(\.trimmingSpace).filter { !$0.isEmpty }
        return cells.count >= 3
            && cells.enumerated().allSatisfy { $1.trimmingPrefix("(").prefix { $0 != ")" } == "\($0 + 1)" }
    }

    private static func keys(_ values: [String]) -> [HeaderKey] {
        values.filter { !$0.trimmingSpace.isEmpty }.map { HeaderKey($0) }
    }

    private static func merged(_ upper: [String], _ lower: [String]) -> [String] {
        (0..<max(upper.count, lower.count)).map { column in
            let part = column < lower.count ? lower[column].trimmingSpace : ""
            return part.isEmpty ? column < upper.count ? upper[column] : "" : part
        }
    }
}
