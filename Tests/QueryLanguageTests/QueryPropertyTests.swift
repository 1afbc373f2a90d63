import Base
import Foundation
import QueryLanguage
import TestSupport
import Testing

private let parser = QueryParser(fields: ["name", "place"])
private let pieces: [String] = [
    "tas", "purun", "e\u{301}", "Ba'Sasirangan", "5", "63.05", " ", "  ", "\t", "\"", "“", "”", "-", "−", "*", ":",
    "name:", "place:",
    "NAME", "foo:", "(", ")",
    "OR", "NEAR", "'", ";", "\\", "%", "🛶", "\u{0}", "\u{202E}", "中", "^", "{", "}", "+",
]

private func randomText(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...14, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
}

/// Whether the clauses are equal except for their positions.
private func areEquivalent(_ first: Clause, _ second: Clause) -> Bool {
    first.content == second.content && first.field == second.field && first.isExcluded == second.isExcluded
}

@Test(
    "parses any text or gives a position in it; a parsed query written as text parses to the same query",
    arguments: 1...8 as ClosedRange<UInt64>)
func parsesAnything(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<2_000 {
        let text = randomText(&random)
        do throws(QuerySyntaxError) {
            let query = try parser.parse(text)
            let again = try parser.parse(query.description)
            #expect(
                query.clauses.elementsEqual(again.clauses, by: areEquivalent),
                "seed \(seed), text \(text.debugDescription)")
            checkShape(of: query, text: text)
        } catch {
            #expect(
                (0...text.unicodeScalars.count).contains(error.offset), "seed \(seed), text \(text.debugDescription)")
        }
    }
}

/// Clauses are within the text, in order, without overlap; at least one is required; no content has a quote or a
/// control character.
private func checkShape(of query: Query, text: String) {
    var end = 0
    for clause in query.clauses {
        #expect(
            clause.range.lowerBound >= end && clause.range.upperBound <= text.unicodeScalars.count,
            "\(text.debugDescription)")
        #expect(!clause.range.isEmpty)
        #expect(
            !clause.text.unicodeScalars.contains { "\"“”".unicodeScalars.contains($0) || $0.value < 0x20 },
            "\(text.debugDescription)")
        end = clause.range.upperBound
    }
    #expect(query.isEmpty || query.clauses.contains { !$0.isExcluded })
}

@Test("plain words with stray quotes never fail", arguments: 1...4 as ClosedRange<UInt64>)
func straysNeverFail(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<1_000 {
        let words = (0..<4).map { _ in
            ["tas", "purun", "gula", "\"", "tas\"", "\"purun", "”"].randomElement(using: &random) ?? ""
        }
        let text = words.joined(separator: " ")
        let query = try parser.parse(text)
        let spoken = query.clauses.map(\.text).joined(separator: " ").split(separator: " ")
        let typed = text.filter { !"\"”".contains($0) }.split(separator: " ")
        #expect(spoken == typed, "seed \(seed), text \(text)")
    }
}

@Test("parses hostile texts as plain text")
func readsHostileTexts() throws {
    let file = try #require(Bundle.module.url(forResource: "hostile", withExtension: "txt", subdirectory: "Fixtures"))
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init) {
        do throws(QuerySyntaxError) {
            _ = try parser.parse(line)
        } catch {
            #expect(!error.description.isEmpty && error.offset <= line.unicodeScalars.count)
        }
    }
}
