import Foundation
import IndexDefinition
import Testing
import TextAnalysis

/// The word lists of Index/ and the fixtures of these tests.
enum Lists {
    /// The word lists of the product.
    static func shipped() throws -> WordLists {
        try WordLists(files: IndexDefinition.analyzerFiles())
    }

    static func analyzer() throws -> Analyzer {
        try Analyzer(shipped())
    }

    /// The lines of a fixture as lists of words, without comments.
    static func fixture(_ name: String) throws -> [[String]] {
        let url = try #require(Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: nil))
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
            .filter { !$0.hasPrefix("#") }
            .map { $0.split(separator: " ").map(String.init) }
    }
}
