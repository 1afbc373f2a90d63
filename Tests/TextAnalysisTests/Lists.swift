import Foundation
import IndexDefinition
import Testing
import TextAnalysis

/// The analyzers' lists of Index/ and the fixtures beside these tests.
enum Lists {
    /// The word lists as they ship.
    static func shipped() throws -> WordLists {
        try WordLists(files: IndexDefinition.analyzerFiles())
    }

    static func analyzer() throws -> Analyzer {
        try Analyzer(shipped())
    }

    /// The lines of a fixture, each as its words, without comments.
    static func fixture(_ name: String) throws -> [[String]] {
        let url = try #require(Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: nil))
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
            .filter { !$0.hasPrefix("#") }
            .map { $0.split(separator: " ").map(String.init) }
    }
}
