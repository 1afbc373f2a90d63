import IndexDefinition
import Testing

@testable import Search

@Suite("Places as people write them, and words that no document has")
struct PlaceWordTests {
    let index: TestIndex

    init() throws { index = try TestCountry.index.get() }

    private func answer(_ text: String) throws -> SearchAnswer {
        try index.answer(text) { $0.kinds = [.sentra, .product] }
    }

    @Test(
        "measures from a place, whatever the words for near",
        arguments: [
            "dodol dkt Kandangan", "dodol di dekat Kandangan", "dodol sebelah Kandangan", "dodol sekitaran Kandangan",
            "dodol tidak jauh dari Kandangan", "dodol terdekat dari Kandangan", "dodol terdekat Kandangan",
            "dodol yang paling dekat dengan Kandangan", "closest dodol to Kandangan", "nearest dodol to Kandangan",
            "dodol parak Kandangan", "dodol near Kandangan",
        ])
    func measures(text: String) throws {
        let answer = try answer(text)
        #expect(answer.query.near?.name == "Kandangan" && answer.query.within.isEmpty)
        #expect(answer.query.keywords == (text.contains("yang") ? "dodol yang" : "dodol"))
        #expect(Set(answer.hits.map(\.id)) == ["p-01", "p-02", "p-03", "s-03"])
    }

    @Test("words that only ask for the nearest need a place")
    func needsPlace() throws {
        #expect(try answer("dodol terdekat").query.near == nil)
        let bare = try answer("dodol to Kandangan").query
        #expect(bare.within.first?.name == "Kandangan", "'to' leads to a place only beside 'nearest'")
        #expect(bare.placeWords == "kandangan")
    }

    @Test(
        "a code is a place", arguments: ["dodol dekat 63.06.05", "dodol 63.06.05 terdekat", "dodol dekat 630605"])
    func readsCodes(text: String) throws {
        #expect(try answer(text).query.near?.code == "63.06.05")
    }

    @Test("a short number without a word that leads to a place is no code")
    func readsNoNumbers() throws {
        let answer = try answer("dodol 6306")
        #expect(answer.query.near == nil && answer.query.within.isEmpty)
    }

    @Test("asks for everything of a place, nearest first")
    func asksForAll() throws {
        let answer = try answer("Palam ada apa")
        #expect(answer.query.near?.name == "Palam" && answer.query.keywords == "ada apa")
        #expect(Set(answer.hits.prefix(3).map(\.id)) == ["p-04", "p-09", "s-01"])
    }

    @Test("a bare word is a place only if it is spelled as one")
    func needsSpelling() throws {
        #expect(try answer("dodol kandagan").query.near == nil)
        #expect(try answer("dodol di kandagan").query.near?.name == "Kandangan")
    }

    @Test("an everyday word is neither a place nor a slip", arguments: ["bawa", "barang", "khas", "good", "kalo"])
    func keepsEverydayWords(word: String) throws {
        for text in ["\(word) dodol", "dodol \(word)", "dodol di \(word)"] {
            let query = try answer(text).query
            #expect(query.near == nil && query.corrected == nil, "\(text)")
        }
    }

    @Test("a word that no document has is left out and reported; the others stay required, and so does the place")
    func leavesWordsOut() throws {
        let answer = try answer("dodol xyzzyq di Rantau")
        #expect(answer.query.missing == ["xyzzyq"] && answer.query.within.first?.name == "Tapin Utara")
        #expect(answer.hits.map(\.id) == ["p-03"])
        #expect(answer.query.matching == .some && answer.query.documentsWithAllWords == 0)
    }

    @Test("nonsense finds nothing and says why")
    func findsNothing() throws {
        let answer = try answer("xyzzyq qqwwzz")
        #expect(answer.total == 0 && answer.query.missing == ["xyzzyq", "qqwwzz"])
    }

    @Test("a place outside the data is named, and the rest is searched everywhere")
    func namesOutsidePlaces() throws {
        let led = try answer("dodol di Surabaya")
        #expect(led.query.outside == ["Surabaya"] && led.query.near == nil && led.query.keywords == "dodol")
        #expect(Set(led.hits.map(\.id)) == ["p-01", "p-02", "p-03", "s-03"])
        #expect(try answer("dodol surabaya").query.outside == ["Surabaya"])
        #expect(try answer("di Surabaya").total == 0)
        #expect(try answer("dodol di Kandangan").query.outside.isEmpty)
    }

    @Test("beside a place outside the data no bare word is a place")
    func readsNoPlaceBesideOutside() throws {
        let answer = try answer("ketupat kandangan surabaya")
        #expect(answer.query.outside == ["Surabaya"] && answer.query.near == nil)
    }

    @Test("says which place has nothing before it goes elsewhere")
    func namesEmptyPlaces() throws {
        let elsewhere = try answer("gerabah di Rantau")
        #expect(elsewhere.query.nothingIn?.name == "Tapin Utara" && elsewhere.hits.map(\.id) == ["s-04"])
        #expect(try answer("dodol di Rantau").query.nothingIn == nil)
    }

    @Test("of several places of one name, the only one with matches is taken, and the others are offered")
    func takesTheOnlyPlaceWithMatches() throws {
        let answer = try answer("anyaman dekat Simpang Empat")
        #expect(answer.query.near == nil || answer.query.didYouMean.count == 1)
        let offered = answer.query.didYouMean.filter { $0.contains("Simpang Empat") }
        #expect(offered.count == (answer.query.near == nil ? 2 : 1))
        let gerabah = try self.answer("gerabah di Simpang Empat")
        #expect(gerabah.query.near?.code == "63.06.06" && gerabah.hits.map(\.id) == ["s-04"])
        #expect(gerabah.query.didYouMean == ["gerabah di Simpang Empat 63.05.07"])
    }

    @Test(
        "leaves out what a question excludes",
        arguments: ["purun selain topi", "purun kecuali topi", "purun bukan topi", "purun except topi"])
    func excludes(text: String) throws {
        let answer = try answer(text)
        #expect(Set(answer.hits.prefix(4).map(\.id)) == ["p-04", "p-05", "s-01", "s-02"])
        #expect(!answer.hits.map(\.id).contains("p-09") && answer.query.keywords == "purun")
        #expect(try self.answer("purun").hits.map(\.id).contains("p-09"))
    }

    @Test("two neighbours that are one word together are joined", arguments: ["gera bah", "ge rabah"])
    func joinsWords(text: String) throws {
        #expect(try answer(text).hits.map(\.id) == ["s-04"])
    }

    @Test("two words are not joined")
    func keepsWordsApart() throws {
        #expect(try answer("tas purun").hits.first?.id == "p-04")
    }
}
