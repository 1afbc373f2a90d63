import Foundation
import Testing

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
    let highlighter = Highlighter(words: ["anyaman", "anyam", "basasirangan"], prefixes: ["ker"], phrases: [["gula", "aren"]])
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
    let html = try #require(Highlighter(words: ["purun"]).html(of: "purun " + filler + "tas purun dan tikar purun " + filler))
    #expect(html.hasPrefix("… ") && html.hasSuffix(" …"))
    #expect(html.components(of: "<mark>purun</mark>") == 2)
    #expect(html.utf8.count < 400)
}

@Test("keeps a word longer than a snippet whole")
func keepsLongWords() throws {
    let word = String(repeating: "a", count: 600)
    #expect(Highlighter(words: [word]).html(of: word + " b") == "<mark>\(word)</mark> …")
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
