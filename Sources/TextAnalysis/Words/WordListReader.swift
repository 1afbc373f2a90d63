/// Reads word lists and tables.
///
/// Every error names the file and the line.
package struct WordListReader {
    let files: [String: String]

    /// Creates a reader from the text of each list by its path within Analyzers.
    package init(files: [String: String]) { self.files = files }

    /// The words of a list, which may have several on a line.
    func words(in name: String) throws(TextAnalysisError) -> Set<String> {
        var words: Set<String> = []
        for (_, line) in try lines(of: name) {
            words.formUnion(Self.split(line, at: " "))
        }
        return words
    }

    /// A table of two columns as a dictionary keyed by the first.
    func pairs(in name: String) throws(TextAnalysisError) -> [String: String] {
        var pairs: [String: String] = [:]
        for (_, columns) in try rows(in: name, columns: ["word", "root"]) {
            pairs[columns[0]] = columns[1]
        }
        return pairs
    }

    /// The rows of a table with their line numbers.
    ///
    /// Every row has at least the given columns.
    package func rows(in name: String, columns: [String]) throws(TextAnalysisError) -> [(
        number: Int, columns: [String]
    )] {
        var rows: [(number: Int, columns: [String])] = []
        for (number, line) in try lines(of: name) {
            let values = Self.split(line, at: "\t", keepingEmpty: true)
            guard values.count >= columns.count else {
                throw .columns(line, in: name, number: number, expected: columns.joined(separator: ", "))
            }
            rows.append((number, values))
        }
        return rows
    }

    /// The lines without blank ones and comments.
    private func lines(of name: String) throws(TextAnalysisError) -> [(number: Int, text: String)] {
        guard let text = files[name] else { throw .missingFile(name) }
        var lines: [(number: Int, text: String)] = []
        for (index, line) in Self.split(text, at: "\n", keepingEmpty: true).enumerated() {
            guard line.utf8.first != UInt8(ascii: "#"), line.utf8.contains(where: { $0 > UInt8(ascii: " ") }) else {
                continue
            }
            lines.append((index + 1, line.utf8.last == UInt8(ascii: "\r") ? String(line.dropLast()) : line))
        }
        return lines
    }

    // Splitting bytes is several times faster than splitting characters, and programs read the lists at each start.
    private static func split(_ text: String, at separator: Unicode.Scalar, keepingEmpty: Bool = false) -> [String] {
        text.utf8.split(separator: UInt8(ascii: separator), omittingEmptySubsequences: !keepingEmpty).map {
            String(Substring($0))
        }
    }
}
