import Base

/// An error of text analysis: a word list is missing or cannot be read.
package struct TextAnalysisError: Failure, Equatable {
    package let kind: FailureKind
    package let message: String
}

extension TextAnalysisError {
    /// A word list that does not exist.
    static func missingFile(_ name: String) -> Self {
        Self(kind: .data, message: "The word list '\(name)' is missing from Index/Analyzers: restore the file.")
    }

    /// A line of a table with too few columns.
    static func columns(_ line: String, in file: String, number: Int, expected: String) -> Self {
        Self(
            kind: .data,
            message:
                "The line '\(line)' in \(file):\(number) has too few columns: expected \(expected), separated by tabs.")
    }

    /// An invalid value in a line of a table.
    package static func value(_ value: String, of column: String, in file: String, number: Int, expected: String)
        -> Self
    {
        Self(
            kind: .data,
            message: "The value '\(value)' is invalid for '\(column)' in \(file):\(number): expected \(expected).")
    }
}
