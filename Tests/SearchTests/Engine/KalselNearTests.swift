import IndexDefinition
import Testing

@testable import Search

@Suite("What is near a place, in the bundled package")
struct KalselNearTests {
    private let session: SearchSession

    init() throws { session = try KalselIndex.shared.get().engine.session() }

    /// The distance part falls with the distance, and with how far a document may lie from its position.
    @Test(
        "orders by distance what matches the words equally",
        arguments: [
            "tas dekat Rantau", "tas purun dekat Martapura", "sasirangan terdekat dari Amuntai", "dodol near Barabai",
        ])
    func ordersByDistance(text: String) throws {
        var request = SearchRequest(text: text)
        request.limit = 100
        request.wantsExplanation = true
        let hits = try session.search(request).hits
        let explanations = hits.compactMap(\.explanation)
        #expect(explanations.count == hits.count && hits.count > 5)
        for (hit, next) in zip(explanations, explanations.dropFirst()) {
            let isEqual = hit.tier == next.tier && hit.isWithinReach == next.isWithinReach
            #expect(!isEqual || hit.distance >= next.distance * 0.999)
        }
    }
}

@Suite("Questions of a code alone, and what they are limited to")
struct KalselCodeTests {
    private let session: SearchSession

    init() throws { session = try KalselIndex.shared.get().engine.session() }

    @Test(
        "the code of a region asks for what lies in it",
        arguments: [
            ("63.05", "63.05", "63.05"), ("6305", "63.05", "6305"), ("63.05.04", "63.05.04", "63.05.04"),
            ("purun 63.05", "63.05", "63.05"),
        ])
    func readsCodes(text: String, code: String, words: String) throws {
        let answer = try session.search(SearchRequest(text: text))
        #expect(answer.query.within.map(\.code) == [code])
        #expect(answer.query.placeWords == words)
        #expect(answer.total > 0 && answer.query.missing.isEmpty)
    }

    @Test("a number beside words is no code unless it is written as one")
    func leavesNumbers() throws {
        #expect(try session.search(SearchRequest(text: "dodol 6305")).query.within.isEmpty)
    }

    @Test(
        "a place that is named after a material stays a place behind words for nearness",
        arguments: ["sentra dekat dari Bamban", "sentra 10 km dari bamban", "sentra terdekat dari ilung"])
    func keepsPlaces(text: String) throws {
        let query = try session.search(SearchRequest(text: text)).query
        #expect(query.facts.isEmpty)
        #expect(query.placeWords != nil || !query.didYouMean.isEmpty)
    }

    @Test("documents that cannot have a fact are not counted among those of which it is unknown")
    func countsUnknown() throws {
        var request = SearchRequest(text: "dodol")
        request.facts = [FactCondition(fact: "price", max: 1e9)]
        let unknown = try session.search(request).query.facts.first?.unknown ?? 0
        request.facts = []
        request.kinds = [.product]
        let products = try session.search(request).total
        #expect(unknown > 0 && unknown < products)
    }
}
