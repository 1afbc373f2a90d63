/// Reads the text of word lists and tables; every error names file and line.
struct WordListReader {
    let files: [String: String]

    /// The words of a list: any number a line.
    func words(in name: String) throws(TextAnalysisError) -> Set<String> {
        var words: Set<String> = []
        for (_, line) in try lines(of: name) {
            words.formUnion(line.split(separator: " ").map(String.init))
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
    func rows(in name: String, columns: [String]) throws(TextAnalysisError) -> [(number: Int, columns: [String])] {
        var rows: [(number: Int, columns: [String])] = []
        for (number, line) in try lines(of: name) {
            let values = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
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
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard !line.hasPrefix("#"), line.contains(where: { $0 != " " && $0 != "\t" && $0 != "\r" }) else { continue }
            lines.append((index + 1, String(line)))
        }
        return lines
    }
}
