import HTTPTypes
import Search

/// `/v1`: search, near, suggestions, reverse geocoding, documents, status.
enum SearchRoutes {
    static let all = [search, near, suggest, reverse, document, status]

    private static let answerFormats: [AnswerMediaType] = [.json, .geojson, .csv]
    private static let answerSchemas: [AnswerMediaType: String] = [.json: "Answer", .geojson: "FeatureCollection"]

    static let search = Route(
        path: "/v1/search", operation: "search", summary: "Documents that match words, places and filters",
        tag: .search,
        parameters: SearchParameters.search + [SearchParameters.format(answerFormats)], formats: answerFormats,
        schemas: answerSchemas,
        problems: [.conflict, .gone]
    ) { request in
        let asked = try SearchParameters.searchRequest(request)
        return try await answer(request) { try $0.search(asked) }
    }

    static let near = Route(
        path: "/v1/near", operation: "near", summary: "What lies nearest to a place, with distances", tag: .search,
        parameters: [
            .query("place", .text(length: 1...200, example: "Rantau"), "A place: code, name, or name with its regency"),
            SearchParameters.latitude,
            SearchParameters.longitude, SearchParameters.kind, SearchParameters.radius, SearchParameters.limit,
            SearchParameters.cursor,
            SearchParameters.format(answerFormats),
        ], formats: answerFormats, schemas: answerSchemas, problems: [.conflict, .gone]
    ) { request in
        let asked = try nearRequest(request)
        return try await answer(request) { try $0.near(asked) }
    }

    static let suggest = Route(
        path: "/v1/suggest", operation: "suggest", summary: "Names, words and places as one types", tag: .search,
        parameters: [
            .query("q", .text(length: 1...200, example: "sasi"), required: true, "What has been typed so far"),
            .query("limit", .integer(1...50, standard: 10), "How many suggestions"), SearchParameters.format([.json]),
        ], formats: [.json], schemas: [.json: "Suggestions"]
    ) { request in
        let text = request.text("q") ?? ""
        let limit = request.integer("limit") ?? 10
        return Reply(.json, try await request.withSession { try $0.suggest(text, limit: limit).rendered(as: .json) })
    }

    static let reverse = Route(
        path: "/v1/reverse", operation: "reverse", summary: "The nearest village point, its district and regency",
        tag: .search,
        parameters: [
            RouteParameter(
                name: "lat", isRequired: true, schema: .number(-90...90), summary: SearchParameters.latitude.summary),
            RouteParameter(
                name: "lon", isRequired: true, schema: .number(-180...180), summary: SearchParameters.longitude.summary),
            SearchParameters.format([.json, .geojson]),
        ], formats: [.json, .geojson], schemas: [.json: "ReverseAnswer", .geojson: "Feature"]
    ) { request in
        guard let coordinate = try SearchParameters.coordinate(request) else {
            throw Problem.invalid("lat", "The parameter 'lat' is missing.")
        }
        let format = AnswerFormat(request.format)
        return Reply(request.format, try await request.withSession { try $0.reverse(coordinate).rendered(as: format) })
    }

    static let document = Route(
        path: "/v1/documents/{id}", operation: "getDocument", summary: "One village, sentra or product by its id",
        tag: .search,
        parameters: [
            .path("id", .text(length: 1...200, example: "63.05.02.2005"), "The document's id; a village's is its code"),
            SearchParameters.format(answerFormats),
        ],
        formats: answerFormats, schemas: [.json: "Hit", .geojson: "Feature"]
    ) { request in
        let id = request.text("id") ?? ""
        let format = AnswerFormat(request.format)
        return Reply(request.format, try await request.withSession { try $0.document(id).rendered(as: format) })
    }

    static let status = Route(
        path: "/v1/status", operation: "getStatus", summary: "The index that answers: counts, generation, age",
        tag: .search,
        parameters: [SearchParameters.format([.json])], formats: [.json], schemas: [.json: "Status"]
    ) { request in
        Reply(.json, try await request.withSession { $0.status().json() })
    }

    private static func nearRequest(_ request: RouteRequest) throws -> SearchRequest {
        var near = SearchRequest()
        let coordinate = try SearchParameters.coordinate(request)
        switch (request.text("place"), coordinate) {
        case (let place?, nil): near.near = .text(place)
        case (nil, let coordinate?): near.near = .coordinate(coordinate)
        case (nil, nil): throw Problem.invalid("place", "No place is given: say place=NAME, or lat= and lon=.")
        case (_?, _?):
            throw Problem.invalid("place", "The place is given twice: say either place=NAME, or lat= and lon=.")
        }
        near.kinds = SearchParameters.kinds(request)
        near.radiusMetres = try SearchParameters.radius(request)
        near.limit = request.integer("limit") ?? 10
        near.cursor = request.text("cursor")
        near.sort = .distance
        return near
    }

    private static func answer(
        _ request: RouteRequest, _ work: @escaping @Sendable (SearchSession) throws -> SearchAnswer
    ) async throws
        -> Reply
    {
        let format = AnswerFormat(request.format)
        return Reply(request.format, try await request.withSession { try work($0).rendered(as: format) })
    }
}

extension AnswerFormat {
    /// The rendering of a media type; every other one is answered as JSON.
    init(_ type: AnswerMediaType) {
        self = type == .geojson ? .geoJSON : type == .csv ? .csv : .json
    }
}
