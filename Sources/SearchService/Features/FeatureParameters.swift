/// The parameters of the OGC API.
enum FeatureParameters {
    static let layer = Parameter.path(
        "collectionId", .choice(FeatureCollection.all.map(\.id)), isLayer: true, "The layer")
    static let feature = Parameter.path(
        "featureId", .text(length: 1...200, example: "63.05.02.2005"), "The feature's id")
    static let limit = Parameter.integer(
        "limit", 1...10_000, defaultValue: 10, pageDefault: 50, "How many features a page has")
    static let text = Parameter.text("q", 1...512, example: "anyaman", "Words to search for").map { $0 ?? "" }
    static let box = Parameter.list(
        "bbox", .number(-1e9...1e9), count: 4...6,
        "Lower corner, then upper corner, in the axis order of bbox-crs: four numbers, or six with heights",
        read: { Double($0) })
    static let boxCRS = crs("bbox-crs", "The reference system of bbox")
    static let crs = crs("crs", "The reference system of the answer")
    static let datetime = Parameter.text(
        "datetime", 1...80, pattern: TextPattern(DatetimeParameter.pattern), example: "2025-01-01T00:00:00Z/..",
        "Accepted as the standard requires. The features here have no time, so it changes nothing")

    private static func crs(_ name: String, _ summary: String) -> Parameter<FeatureCRS> {
        Parameter.choice(name, FeatureCRS.all.map(\.uri), defaultValue: FeatureCRS.crs84.uri, summary)
            .map { $0.flatMap(FeatureCRS.named) ?? .crs84 }
    }
}

extension RouteRequest {
    /// The layer that the path names.
    ///
    /// - Throws: `Problem` 404 if there is no such layer.
    func collection() throws -> FeatureCollection {
        guard let collection = self[FeatureParameters.layer].flatMap(FeatureCollection.named) else {
            throw Problem.notFound
        }
        return collection
    }
}
