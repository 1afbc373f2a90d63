import Testing

@testable import Indexing

@Suite struct NamePhrasesTests {
    private let stopWords: Set<String> = ["dan", "untuk"]

    private func phrases(_ texts: [String], except: String = "") -> (names: Set<String>, parts: Set<String>) {
        let found = NamePhrases(texts, except: except, isStopWord: stopWords.contains)
        #expect(Set(found.names).count == found.names.count && Set(found.parts).count == found.parts.count)
        return (Set(found.names), Set(found.parts))
    }

    @Test("a name ends at a comma, semicolon, colon, slash or bracket, and no phrase crosses its end")
    func names() {
        let found = phrases(["Kayu manis, Minuman; teh (jahe)/kopi"])
        #expect(found.names == ["kayu manis", "minuman", "teh", "jahe", "kopi"])
        #expect(found.parts == ["kayu", "manis"])
    }

    @Test("no phrase begins or ends with a stop word, or has more than four words")
    func runs() {
        let found = phrases(["kain dan tas untuk anak"])
        #expect(found.names.isEmpty)
        #expect(
            found.parts == ["kain", "tas", "anak", "kain dan tas", "tas untuk anak"])
        #expect(phrases(["dan tas"]).names.isEmpty && phrases(["dan tas"]).parts == ["tas"])
    }

    @Test("the name that the document is offered by is no phrase, though its words are")
    func ownName() {
        let found = phrases(["Tas purun", "tas purun; tas"], except: "tas purun")
        #expect(found.names == ["tas"] && found.parts == ["purun", "tas purun"])
    }

    @Test("nothing of nothing", arguments: [[], [""], ["; ,"], ["a", "dan"]])
    func nothing(texts: [String]) {
        #expect(phrases(texts).names.isEmpty && phrases(texts).parts.isEmpty)
    }
}
