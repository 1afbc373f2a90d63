import Geo
import IndexDefinition
import Search

/// The parameters that searches share, and how they become a `SearchRequest`.
enum SearchParameters {
    static let kind = RouteParameter.query(
        "kind", .list(.choice(DocumentKind.allCases.map(\.rawValue)), count: 1...DocumentKind.allCases.count),
        "Kinds of documents, comma-separated; all where left out")
    static let limit = RouteParameter.query(
        "limit", .integer(SearchRequest.answerLimits, standard: SearchRequest.defaultLimit), "How many hits a page")
    static let cursor = RouteParameter.query(
        "cursor", .text(length: 1...512), "The `next` of the page before, to go on from there")
    static func format(_ formats: [AnswerMediaType]) -> RouteParameter {
        RouteParameter.query(
            "f", .choice(formats.map(\.rawValue), standard: formats.first?.rawValue),
            "The format of the answer, ahead of the Accept header"
        )
    }
    static let near = RouteParameter.query(
        "near", .text(length: 1...200, example: "Martapura"),
        "A place (code, name, or name with its regency), or latitude,longitude")
    static let radius = RouteParameter.query(
        "radius", .text(length: 1...20, pattern: #"[0-9]{1,8}([.,][0-9]{1,3})? ?(m|km)?"#, example: "25km"),
        "Metres, or with unit m or km")
    static let longitude = RouteParameter.query("lon", .number(-180...180), "Longitude in degrees, WGS 84")
    static let latitude = RouteParameter.query("lat", .number(-90...90), "Latitude in degrees, WGS 84")

    static let search: [RouteParameter] = [
        .query(
            "q", .text(length: 0...512, example: "anyaman purun dekat Margasari"),
            "What is searched for; left out, the filters alone decide"),
        kind, near, radius,
        .query(
            "bbox", .list(.number(-180...180), count: 4...4),
            "west,south,east,north in degrees; west above east crosses the 180th meridian"
        ),
        .query("regency", .text(length: 1...120, example: "63.05"), "Code or name of a regency"),
        .query("district", .text(length: 1...120, example: "63.05.02"), "Code or name of a district"),
        .query("category", .text(length: 1...80, example: "anyaman"), "Category of sentra and products"),
        .query(
            "sort", .choice(SearchRequest.Sort.allCases.map(\.rawValue)),
            "Order: by relevance with words, by distance with a place, else by name"),
        limit, cursor,
        .query(
            "facets", .list(.choice(SearchRequest.FacetField.allCases.map(\.rawValue)), count: 1...4),
            "Fields whose values are counted over all matches"),
        .query("explain", .flag, "Shows the parts of each score"),
        .query("literal", .flag, "Searches the letter of the question: no place read from it, no spelling, no synonym"),
    ]

    /// The search a request asks for.
    ///
    /// Throws: `Problem` 400 where values contradict each other.
    static func searchRequest(_ request: RouteRequest) throws -> SearchRequest {
        var search = SearchRequest(text: request.text("q") ?? "")
        search.kinds = kinds(request)
        search.near = request.text("near").map(SearchRequest.Near.text)
        search.radiusMetres = try radius(request)
        search.box = try box(request)
        search.regency = request.text("regency")
        search.district = request.text("district")
        search.category = request.text("category")
        search.sort = request.text("sort").flatMap(SearchRequest.Sort.init)
        search.limit = request.integer("limit") ?? SearchRequest.defaultLimit
        search.cursor = request.text("cursor")
        search.facets = request.text("facets").flatMap(SearchRequest.facetFields) ?? []
        search.wantsExplanation = request.flag("explain")
        search.isLiteral = request.flag("literal")
        return search
    }

    static func kinds(_ request: RouteRequest) -> [DocumentKind] {
        request.text("kind").flatMap(SearchRequest.kinds) ?? []
    }

    static func radius(_ request: RouteRequest) throws -> Double? {
        guard let text = request.text("radius") else { return nil }
        guard let metres = DistanceText.metres(text) else {
            throw Problem.invalid(
                "radius",
                "The value '\(ParameterCheck.excerpt(text))' is invalid for 'radius': expected metres, or a number with m or km."
            )
        }
        return metres
    }

    static func box(_ request: RouteRequest) throws -> BoundingBox? {
        guard let text = request.text("bbox") else { return nil }
        guard let box = SearchRequest.box(text) else {
            throw Problem.invalid(
                "bbox",
                "The value '\(ParameterCheck.excerpt(text))' is invalid for 'bbox': expected west,south,east,north with south not above north."
            )
        }
        return box
    }

    /// The coordinate of `lat` and `lon`; nil where neither is given.
    ///
    /// Throws: `Problem` 400 where only one is.
    static func coordinate(_ request: RouteRequest) throws -> Coordinate? {
        switch (request.number("lat"), request.number("lon")) {
        case (let latitude?, let longitude?): return Coordinate(longitude: longitude, latitude: latitude)
        case (nil, nil): return nil
        case (nil, _): throw Problem.invalid("lat", "The parameter 'lat' is missing: 'lon' needs it.")
        case (_, nil): throw Problem.invalid("lon", "The parameter 'lon' is missing: 'lat' needs it.")
        }
    }
}
