/// Finds the header row of a list.
///
/// Titles may be above it, a second header row and a row of column numbers below it.
///
///     DAFTAR SENTRA IKM KABUPATEN TAPIN
///     No | Nama Sentra | Koordinat |
///        |             | Lintang   | Bujur
///     1  | 2           | 3         | 4          // headers: No, Nama Sentra, Lintang, Bujur
///
/// In a header row, at least two cells, and at least half of those that are not empty, are headers that `HeaderAlias`
/// knows. If there is none among the first rows, the first row is the header row.
struct HeaderRows {
    /// A row of the file.
    struct Row {
        var line: Int
        var values: [String]
    }

    private static let maxSearchedRows = 20

    /// The headers, unique and not empty.
    let headers: [String]
    /// The line of the header row.
    let line: Int
    /// Rows of the list that were read during the search.
    private(set) var waiting: ArraySlice<Row>

    /// Searches the rows.
    ///
    /// `next` returns the rows after `first`.
    init(first: Row, next: () throws -> Row?) rethrows {
        var read = [first]
        while !Self.isHeader(read[read.count - 1].values), read.count < Self.maxSearchedRows, let row = try next() {
            read.append(row)
        }
        let index = read.lastIndex { Self.isHeader($0.values) } ?? 0
        line = read[index].line
        var found = read[index].values
        var rest = read[(index + 1)...]
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

    /// Removes and returns the next of these rows.
    ///
    /// Returns nil if there is none.
    mutating func takeWaiting() -> Row? { waiting.popFirst() }

    private static func isHeader(_ values: [String]) -> Bool {
        let keys = keys(values)
        let known = keys.count(where: HeaderAlias.isKnown)
        return known >= 2 && 2 * known >= keys.count
    }

    /// Whether all cells are headers: the parts of groups such as "Alamat" or "Koordinat".
    private static func isSecondHeader(_ values: [String]) -> Bool {
        let keys = keys(values)
        return keys.count >= 2 && keys.allSatisfy(HeaderAlias.isKnown)
    }

    /// Whether the row numbers the columns: "1 2 3 4" or "(1) (2) (3)".
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
