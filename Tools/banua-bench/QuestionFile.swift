import Foundation
import JSON

/// A file of questions: one in each line, or JSON as in `Tools/relevance/queries.json`.
enum QuestionFile {
    /// The questions in the order of the file.
    ///
    /// - Throws: `BenchError` if there is none; an error of the file system or of JSON if the file cannot be read.
    static func read(_ path: String) throws -> [String] {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let questions =
            text.first == "{"
            ? (try JSONValue(parsing: Array(text.utf8))["queries"]?.array ?? []).compactMap { $0["q"]?.string }
            : text.split(separator: "\n").map(String.init)
        guard !questions.isEmpty else { throw BenchError("'\(path)' holds no question.") }
        return questions
    }
}
