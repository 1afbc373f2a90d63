import Foundation
import TestSupport
import Testing
import TextAnalysis

@testable import Search

@Test(
    "marks found words in the original and escapes everything else",
    arguments: [
        ("Sentra Anyaman <Purun>", "Sentra <mark>Anyaman</mark> &lt;Purun&gt;"),
        ("Ba'Sasirangan & \"kawan\"", "<mark>Ba&#39;Sasirangan</mark> &amp; &quot;kawan&quot;"),
        ("ANYAMAN ányaman", "<mark>ANYAMAN</mark> <mark>ányaman</mark>"),
        ("anyam-anyaman", "<mark>anyam</mark>-<mark>anyaman</mark>"),
        ("<script>anyaman</script>", "&lt;script&gt;<mark>anyaman</mark>&lt;/script&gt;"),
        ("gula aren, gula merah, aren", "<mark>gula</mark> <mark>aren</mark>, gula merah, aren"),
        ("keris", "<mark>keris</mark>"),
    ])
func marksWords(text: String, html: String) {
    let highlighter = Highlighter(
        words: ["anyaman", "anyam", "basasirangan"], prefixes: ["ker"], phrases: [["gula", "aren"]])
    #expect(highlighter.html(of: text) == html)
}

@Test("says nothing of a text without a found word")
func staysSilent() {
    #expect(Highlighter(words: ["purun"]).html(of: "Sentra rotan") == nil)
    #expect(Highlighter(words: ["purun"], phrases: [["a", "b", "c"]]).html(of: "") == nil)
}

@Test("cuts a long text to the stretch with most marks")
func cutsLongTexts() throws {
    let filler = String(repeating: "kata lain ", count: 60)
    let html = try #require(
        Highlighter(words: ["purun"]).html(of: "purun " + filler + "tas purun dan tikar purun " + filler))
    #expect(html.hasPrefix("… ") && html.hasSuffix(" …"))
    #expect(html.components(of: "<mark>purun</mark>") == 2)
    #expect(html.utf8.count < 400)
}

@Test("keeps a word longer than a snippet whole")
func keepsLongWords() throws {
    let word = String(repeating: "a", count: 600)
    #expect(Highlighter(words: [word]).html(of: word + " b") == "<mark>\(word)</mark> …")
}

@Test("marks what a look at each token as a string marks", arguments: [1, 2, 3, 4] as [UInt64])
func marksAsTokensSay(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let words = ["purun", "purunan", "pur", "gula", "aren", "é", "sa'adah", "5kg", "日本", "ﬁlm"]
    let separators = [" ", ", ", "-", " <b>", "&", " \u{301}", "'", "\""]
    func pick(_ list: [String]) -> String { list.randomElement(using: &random) ?? "" }
    for _ in 0..<500 {
        let text = (0..<Int.random(in: 0...20, using: &random)).map { _ in
            pick(words + words.map { $0.uppercased() }) + pick(separators)
        }
        .joined()
        guard text.utf8.count <= Highlighter.snippetBytes else { continue }
        let folded = words.map { Tokenizer.joined($0).text }
        let sought = Set((0..<Int.random(in: 0...3, using: &random)).map { _ in pick(folded) })
        let prefixes = Bool.random(using: &random) ? [String(pick(folded).prefix(2))] : []
        let phrases = (0..<Int.random(in: 0...2, using: &random)).map { _ in
            (0..<Int.random(in: 2...3, using: &random)).map { _ in pick(folded) }
        }
        let html = Highlighter(words: sought, prefixes: prefixes, phrases: phrases).html(of: text)
        #expect(
            html == marked(text, words: sought, prefixes: prefixes, phrases: phrases),
            "seed \(seed): \(text.debugDescription)")
    }
}

/// The slow way: every token a string, every phrase looked for at every token.
private func marked(_ text: String, words: Set<String>, prefixes: [String], phrases: [[String]]) -> String? {
    let tokens = Tokenizer.tokens(of: text)
    let isMarked = tokens.indices.map { index in
        words.contains(tokens[index].text) || prefixes.contains { tokens[index].text.hasPrefix($0) }
            || phrases.contains { phrase in
                (0..<phrase.count).contains { place in
                    let start = index - place
                    return start >= 0 && tokens.dropFirst(start).prefix(phrase.count).map(\.text) == phrase
                }
            }
    }
    guard isMarked.contains(true) else { return nil }
    let utf8 = Array(text.utf8)
    func escaped(_ range: Range<Int>) -> String {
        [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;")]
            .reduce(String(decoding: utf8[range], as: UTF8.self)) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
    }
    var html = ""
    var position = 0
    for index in tokens.indices where isMarked[index] {
        let range = tokens[index].range
        html += escaped(position..<range.lowerBound) + "<mark>" + escaped(range) + "</mark>"
        position = range.upperBound
    }
    return html + escaped(position..<utf8.count)
}

extension String {
    fileprivate func components(of part: String) -> Int {
        var count = 0
        var rest = self[...]
        while let range = rest.range(of: part) {
            count += 1
            rest = rest[range.upperBound...]
        }
        return count
    }
}
