import Base

/// A line of a table of the index definition, with its values by column.
struct FactRow {
    private let file: String
    private let number: Int
    private let values: [String: String]

    /// The rows of a file, without comments and blank lines.
    static func rows(of files: [String: String], in file: String, columns: [String]) throws(IndexDefinitionError)
        -> [FactRow]
    {
        guard let text = files[file] else { throw .unreadable(file, reason: "it is missing") }
        var rows: [FactRow] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard !line.hasPrefix("#"), line.contains(where: { !$0.isWhitespace }) else { continue }
            let values = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard values.count == columns.count else {
                throw .value(
                    String(line), of: "line", in: file, number: index + 1,
                    expected: "the \(columns.count) columns \(columns.joined(separator: ", ")), separated by tabs")
            }
            rows.append(
                FactRow(file: file, number: index + 1, values: Dictionary(uniqueKeysWithValues: zip(columns, values))))
        }
        return rows
    }

    /// The value of a column, or nil if it is "-".
    func optional(_ column: String) throws(IndexDefinitionError) -> String? {
        guard let value = values[column], !value.isEmpty else { throw error(column, expected: "a value, or -") }
        return value == "-" ? nil : value
    }

    func text(_ column: String) throws(IndexDefinitionError) -> String {
        guard let value = try optional(column) else { throw error(column, expected: "a value") }
        return value
    }

    func number(_ column: String) throws(IndexDefinitionError) -> Double {
        guard let number = Double(try text(column)), number > 0, number.isFinite else {
            throw error(column, expected: "a number above 0")
        }
        return number
    }

    func choice<Choice: RawRepresentable & CaseIterable>(_ column: String) throws(IndexDefinitionError) -> Choice
    where Choice.RawValue == String {
        guard let choice = Choice(rawValue: try text(column)) else {
            let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw error(column, expected: "one of \(known)")
        }
        return choice
    }

    /// The words by language.
    func words() throws(IndexDefinitionError) -> [String: [String]] {
        var words: [String: [String]] = [:]
        for language in ["id", "bjn", "en"] {
            words[language] = try list("words_" + language)
        }
        return words
    }

    /// The words of all languages, in the order of the columns.
    func allWords() throws(IndexDefinitionError) -> [String] {
        var words: [String] = []
        for language in ["id", "bjn", "en"] {
            words += try list("words_" + language)
        }
        return words
    }

    /// The values of a column that are separated by commas; none if it is "-".
    func list(_ column: String) throws(IndexDefinitionError) -> [String] {
        guard let text = values[column], text != "-" else { return [] }
        let words = text.split(separator: ",", omittingEmptySubsequences: false).map {
            String($0).trimmingBlanks
        }
        guard !words.contains("") else { throw error(column, expected: "words separated by commas, or -") }
        return words
    }

    func error(_ column: String, expected: String) -> IndexDefinitionError {
        .value(values[column] ?? "", of: column, in: file, number: number, expected: expected)
    }
}

extension String {
    fileprivate var trimmingBlanks: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}

extension IndexDefinitionError {
    /// An invalid value in a line of a table.
    static func value(_ value: String, of column: String, in file: String, number: Int, expected: String) -> Self {
        Self(
            kind: .data,
            message: "The value '\(value)' is invalid for '\(column)' in Index/\(file):\(number): expected \(expected)."
        )
    }
}
