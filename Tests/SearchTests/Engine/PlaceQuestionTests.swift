import Geo
import IndexDefinition
import Testing

@testable import Search

@Suite("The place in the question")
struct PlaceQuestionTests {
    let index: TestIndex

    init() throws { index = try TestCountry.index.get() }

    @Test(
        "takes the words of a place out and holds to it or measures from it",
        arguments: [
            ("purun di Tapin", "purun", "Kabupaten Tapin", ["s-02", "p-05", "p-04", "p-09", "s-01"]),
            ("purun tapin", "purun", "Kabupaten Tapin", ["s-02", "p-05", "p-04", "p-09", "s-01"]),
            ("dodol HSS", "dodol", "Kabupaten Hulu Sungai Selatan", ["p-01", "p-02", "s-03"]),
            ("dodol di Rantau", "dodol", "Tapin Utara", ["p-03"]),
            ("anyaman margasari", "anyaman", "Margasari", ["p-04", "p-09", "s-01"]),
            ("dodol dalam radius 3 km dari Kandangan", "dodol", "Kandangan", ["p-01", "p-02", "s-03"]),
            ("purun near Palam", "purun", "Palam", ["p-04", "p-05", "p-09", "s-01", "s-02"]),
            ("dodol dekat Kampung Baru Tapin", "dodol", "Kampung Baru", ["p-01", "p-02", "p-03", "s-03"]),
        ])
    func readsPlaces(text: String, keywords: String, place: String, ids: [String]) throws {
        let answer = try index.answer(text) { $0.kinds = [.sentra, .product] }
        #expect(answer.query.keywords == keywords)
        #expect(answer.query.near?.name == place)
        #expect(Set(answer.hits.map(\.id)).isSuperset(of: ids))
        #expect(
            answer.hits.prefix(ids.count).map(\.id).allSatisfy(ids.contains), "what has the words as typed comes first")
        #expect(answer.query.placeWords != nil)
        #expect(answer.hits.allSatisfy { $0.distanceMetres != nil })
    }

    @Test("keeps a place word that products bear, and offers the place")
    func weighsPlaces() throws {
        let answer = try index.answer("ketupat kandangan") { $0.kinds = [.sentra, .product] }
        #expect(answer.hits.first?.id == "p-08" && answer.query.documentsWithAllWords == 1)
        #expect(answer.query.near == nil && answer.query.keywords == "ketupat kandangan")
    }

    @Test("offers the places of an ambiguous name and guesses none")
    func offersAmbiguousPlaces() throws {
        let answer = try index.answer("dodol dekat Kampung Baru")
        #expect(answer.query.near == nil)
        #expect(
            answer.query.didYouMean == [
                "dodol dekat Kampung Baru 63.05.04.2002", "dodol dekat Kampung Baru 63.06.05.2001",
            ])
    }

    @Test("mends the spelling of a place that is led to")
    func mendsPlaces() throws {
        #expect(try index.answer("dodol dekat kandagan").query.near?.name == "Kandangan")
    }

    @Test("searches the letter of the question where asked to")
    func searchesLiterally() throws {
        let answer = try index.answer("dodol di Rantau") { $0.isLiteral = true }
        #expect(answer.query.near == nil && answer.query.keywords == "dodol di Rantau" && answer.query.isLiteral)
    }

    @Test("goes to the nearest elsewhere where a place has nothing")
    func goesElsewhere() throws {
        let answer = try index.answer("gerabah di Rantau")
        #expect(answer.hits.map(\.id) == ["s-04"])
        #expect(answer.query.near?.name == "Tapin Utara" && answer.query.within.isEmpty)
    }

    @Test("a bare place is searched for by its name", arguments: ["kandangan", "palam"])
    func searchesForPlaces(text: String) throws {
        let answer = try index.answer(text)
        #expect(answer.query.near == nil && answer.total > 0)
    }

    @Test("an area of several districts is one place")
    func readsAreas() throws {
        let answer = try index.answer("purun dekat margasari")
        #expect(answer.query.near?.kind == "area" && answer.query.near?.coordinate != nil)
    }
}
