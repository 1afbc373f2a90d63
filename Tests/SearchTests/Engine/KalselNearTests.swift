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
