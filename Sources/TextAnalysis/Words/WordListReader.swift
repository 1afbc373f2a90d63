/// Reads the text of word lists and tables; every error names file and line.
package struct WordListReader {
    let files: [String: String]

    /// - Parameter files: the text of every list by its path within Analyzers.
    package init(files: [String: String]) { self.files = files }

    /// The words of a list: any number a line.
    func words(in name: String) throws(TextAnalysisError) -> Set<String> {
        var words: Set<String> = []
        for (_, line) in try lines(of: name) {
            words.formUnion(Self.split(line, at: " "))
        }
        return words
    }

    /// The two columns of a table whose first column is a key.
    func pairs(in name: String) throws(TextAnalysisError) -> [String: String] {
        var pairs: [String: String] = [:]
        for (_, columns) in try rows(in: name, columns: ["word", "root"]) {
            pairs[columns[0]] = columns[1]
        }
        return pairs
    }

    /// The rows of a table, each with its line number and at least as many columns as asked for.
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

    /// The lines that hold something, without comments.
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

    /// Splits by bytes, which is several times as fast as by characters; word lists are read each time a program
    /// starts.
    private static func split(_ text: String, at separator: Unicode.Scalar, keepingEmpty: Bool = false) -> [String] {
        text.utf8.split(separator: UInt8(ascii: separator), omittingEmptySubsequences: !keepingEmpty).map {
            String(Substring($0))
        }
    }
}
