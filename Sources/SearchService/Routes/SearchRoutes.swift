import HTTPTypes
import Search

/// The routes under /v1: search, near, suggestions, reverse geocoding, documents, OVOP, status.
enum SearchRoutes {
    static let all = [search, near, suggest, reverse, document, ovop, status]

    private static let formats: [AnswerMediaType] = [.json, .geojson, .csv]
    private static let schemas: [AnswerMediaType: String] = [.json: "Answer", .geojson: "FeatureCollection"]

    private static let search = Route(
        path: "/v1/search", operation: "search", summary: "Documents that match words, places and filters",
        tag: .search, parameters: SearchParameters.all, formats: formats, schemas: schemas,
        problems: [.conflict, .gone]
    ) { request in
        let search = try request.searchRequest()
        return try await answer(request) { try $0.search(search) }
    }

    private static let place = Parameter.text(
        "place", 1...200, example: "Rantau", "A place: code, name, or name with its regency")

    private static let near = Route(
        path: "/v1/near", operation: "near", summary: "What is nearest to a place, with distances", tag: .search,
        parameters: .of(
            place, SearchParameters.latitude, SearchParameters.longitude, SearchParameters.kind,
            SearchParameters.radius, SearchParameters.limit, SearchParameters.cursor),
        formats: formats, schemas: schemas, problems: [.conflict, .gone]
    ) { request in
        let search = try nearRequest(request)
        return try await answer(request) { try $0.near(search) }
    }

    private static let typedText = Parameter.text(
        "q", 1...200, example: "sasi", required: true, "What has been typed so far"
    ).map { $0 ?? "" }
    private static let suggestionCount = Parameter.integer("limit", 1...50, defaultValue: 10, "How many suggestions")

    private static let suggest = Route(
        path: "/v1/suggest", operation: "suggest", summary: "Names, words and places for a text that is being typed",
        tag: .search, parameters: .of(typedText, suggestionCount), formats: [.json], schemas: [.json: "Suggestions"]
    ) { request in
        let (text, limit) = (request[typedText], request[suggestionCount])
        return Reply(.json, try await request.withSession { try $0.suggest(text, limit: limit).rendered(as: .json) })
    }

    private static let reverse = Route(
        path: "/v1/reverse", operation: "reverse", summary: "The nearest village point, its district and regency",
        tag: .search,
        parameters: .of(
            .number("lat", -90...90, required: true, SearchParameters.latitude.definition.summary),
            .number("lon", -180...180, required: true, SearchParameters.longitude.definition.summary)),
        formats: [.json, .geojson], schemas: [.json: "ReverseAnswer", .geojson: "Feature"]
    ) { request in
        guard let coordinate = try request.coordinate() else { throw Problem.missing("lat", "Latitude in degrees") }
        let format = AnswerFormat(request.format)
        return Reply(request.format, try await request.withSession { try $0.reverse(coordinate).rendered(as: format) })
    }

    private static let id = Parameter.path(
        "id", .text(length: 1...200, example: "63.05.02.2005"), "The document's id. A village's id is its code"
    ).map { $0 ?? "" }

    private static let document = Route(
        path: "/v1/documents/{id}", operation: "getDocument", summary: "One document by its id", tag: .search,
        parameters: .of(id), formats: formats, schemas: [.json: "Hit", .geojson: "Feature"]
    ) { request in
        let (id, format) = (request[id], AnswerFormat(request.format))
        return Reply(request.format, try await request.withSession { try $0.document(id).rendered(as: format) })
    }

    private static let ovop = Route(
        path: "/v1/ovop", operation: "getOVOP",
        summary: "Sentra by how ready they are to be proposed for OVOP, and what each still needs", tag: .search,
        parameters: .of(SearchParameters.regency, SearchParameters.limit, SearchParameters.cursor),
        formats: [.json, .csv], schemas: [.json: "OVOPAnswer"], problems: [.conflict, .gone]
    ) { request in
        let question = OVOPRequest(
            regency: request[SearchParameters.regency], limit: request[SearchParameters.limit],
            cursor: request[SearchParameters.cursor])
        let format = AnswerFormat(request.format)
        return Reply(request.format, try await request.withSession { try $0.ovop(question).rendered(as: format) })
    }

    private static let status = Route(
        path: "/v1/status", operation: "getStatus", summary: "The index that answers: counts, generation, age",
        tag: .search, formats: [.json], schemas: [.json: "Status"]
    ) { request in
        Reply(.json, try await request.withSession { $0.status().json() })
    }
}

extension SearchRoutes {
    /// - Throws: `Problem` 400 if there is no place, or two.
    private static func nearRequest(_ request: RouteRequest) throws -> SearchRequest {
        var near = SearchRequest()
        switch (request[place], try request.coordinate()) {
        case (let place?, nil): near.near = .text(place)
        case (nil, let coordinate?): near.near = .coordinate(coordinate)
        case (nil, nil): throw Problem.invalid("place", "No place is given: say place=NAME, or lat= and lon=.")
        case (_?, _?):
            throw Problem.invalid("place", "The place is given twice: say either place=NAME, or lat= and lon=.")
        }
        near.kinds = request[SearchParameters.kind]
        near.radiusMetres = try request.radiusMetres()
        near.limit = request[SearchParameters.limit]
        near.cursor = request[SearchParameters.cursor]
        near.sort = .distance
        return near
    }

    private static func answer(
        _ request: RouteRequest, _ work: @escaping @Sendable (SearchSession) throws -> SearchAnswer
    ) async throws -> Reply {
        let format = AnswerFormat(request.format)
        return Reply(request.format, try await request.withSession { try work($0).rendered(as: format) })
    }
}

extension AnswerFormat {
    /// The rendering of a media type.
    ///
    /// It is JSON if the type is neither GeoJSON nor CSV.
    fileprivate init(_ type: AnswerMediaType) {
        self = type == .geojson ? .geoJSON : type == .csv ? .csv : .json
    }
}
