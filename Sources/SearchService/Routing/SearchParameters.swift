import Geo
import IndexDefinition
import Search

/// The parameters of searches.
enum SearchParameters {
    static let text = Parameter.text(
        "q", 0...512, example: "anyaman purun dekat Margasari", "Words to search for. If left out, the filters decide"
    ).map { $0 ?? "" }
    static let kind = Parameter.list(
        "kind", .choice(DocumentKind.allCases.map(\.rawValue)), count: 1...DocumentKind.allCases.count,
        "Kinds of documents, separated by commas. If left out, all", read: DocumentKind.init)
    static let near = Parameter.text(
        "near", 1...200, example: "Martapura", "A place (code, name, or name with its regency), or latitude,longitude"
    ).map { $0.map(SearchRequest.Near.text) }
    static let radius = Parameter.text(
        "radius", 1...20, pattern: TextPattern(#"[0-9]{1,8}([.,][0-9]{1,3})? ?(m|km)?"#), example: "25km",
        "Metres, or a number with the unit m or km")
    static let box = Parameter.list(
        "bbox", .number(-180...180), count: 4...4,
        "west,south,east,north in degrees. If west is greater than east, the box crosses the 180th meridian",
        read: { Double($0) })
    static let regency = Parameter.text("regency", 1...120, example: "63.05", "Code or name of a regency")
    static let district = Parameter.text("district", 1...120, example: "63.05.02", "Code or name of a district")
    static let category = Parameter.text("category", 1...80, example: "anyaman", "Category of sentra and products")
    static let sort = Parameter.choice(
        "sort", SearchRequest.Sort.allCases.map(\.rawValue),
        "Order. If left out: by relevance with words, by distance with a place, else by name"
    ).map { $0.flatMap(SearchRequest.Sort.init) }
    static let limit = Parameter.integer(
        "limit", SearchRequest.answerLimits, defaultValue: SearchRequest.defaultLimit, "How many hits a page has")
    static let cursor = Parameter.text("cursor", 1...512, "The `next` of the page before, to continue there")
    static let facets = Parameter.list(
        "facets", .choice(FacetField.allCases.map(\.rawValue) + FactColumn.all.map(\.name)),
        count: 1...(FacetField.allCases.count + FactColumn.all.count),
        "Fields and facts whose values are counted over all matches", read: { $0 })
    /// Each fact by its name: a range of a number, or values of a set.
    static let facts = FactColumn.all.map { column in
        Parameter.text(
            column.name, 1...200, example: column.isNumeric ? "20..50" : nil,
            column.isNumeric
                ? "Only documents whose \(column.name) is in this range: a number, 20..50, 20.. or ..50"
                : "Only documents with one of these values of \(column.name), separated by commas; * for any")
    }
    static let conditions = Parameter.text(
        "where", 1...512, example: "luas=10..50;price<50000",
        "Conditions on facts, or on other columns of imported lists by their names, separated by semicolons: "
            + "luas=12, luas>=10, luas=10..50, pemilik=Aminah, luas=*"
    ).map { $0.map(ConditionList.items) ?? [] }
    static let explain = Parameter.flag("explain", "Shows the parts of each score")
    static let literal = Parameter.flag(
        "literal", "Searches exactly the words of the query: no place read from it, no spelling, no synonym")
    static let longitude = Parameter.number("lon", -180...180, "Longitude in degrees, WGS 84")
    static let latitude = Parameter.number("lat", -90...90, "Latitude in degrees, WGS 84")

    static let all: [RouteParameter] =
        .of(text, kind, near, radius, box, regency, district, category, sort, limit, cursor, facets, explain, literal)
        + facts.map(\.definition) + .of(conditions)
}

extension RouteRequest {
    /// The search that the parameters ask for.
    ///
    /// - Throws: `Problem` 400 if a value is invalid.
    func searchRequest(limit: Parameter<Int> = SearchParameters.limit) throws -> SearchRequest {
        var search = SearchRequest(text: self[SearchParameters.text])
        search.kinds = self[SearchParameters.kind]
        search.near = self[SearchParameters.near]
        search.radiusMetres = try radiusMetres()
        search.box = try box()
        search.regency = self[SearchParameters.regency]
        search.district = self[SearchParameters.district]
        search.category = self[SearchParameters.category]
        search.sort = self[SearchParameters.sort]
        search.limit = self[limit]
        search.cursor = self[SearchParameters.cursor]
        let facets = self[SearchParameters.facets]
        search.facets = facets.compactMap(FacetField.init)
        search.factFacets = facets.filter { FactColumn.named($0) != nil }
        search.facts = try facts()
        search.conditions = self[SearchParameters.conditions]
        search.wantsExplanation = self[SearchParameters.explain]
        search.isLiteral = self[SearchParameters.literal]
        return search
    }

    /// The conditions on facts, in the order of the facts.
    ///
    /// - Throws: SearchError (usage) if a value cannot be read.
    func facts() throws -> [FactCondition] {
        let table = try IndexDefinition.facts()
        return try zip(table.facts, SearchParameters.facts).compactMap { fact, parameter in
            try self[parameter].map { try FactCondition(parameter: $0, fact: fact) }
        }
    }

    func radiusMetres() throws -> Double? {
        guard let text = self[SearchParameters.radius] else { return nil }
        guard let metres = DistanceText.metres(text) else {
            throw Problem.invalidValue(text, of: "radius", expected: "metres, or a number with m or km")
        }
        return metres
    }

    private func box() throws -> BoundingBox? {
        let numbers = self[SearchParameters.box]
        guard numbers.count == 4 else { return nil }
        let box = BoundingBox(west: numbers[0], south: numbers[1], east: numbers[2], north: numbers[3])
        guard box.isValid else {
            throw Problem.invalidValue(
                values["bbox"] ?? "", of: "bbox", expected: "west,south,east,north with south not above north")
        }
        return box
    }

    /// The coordinate of `lat` and `lon`.
    ///
    /// Returns nil if both are missing.
    ///
    /// - Throws: `Problem` 400 if only one is given.
    func coordinate() throws -> Coordinate? {
        switch (self[SearchParameters.latitude], self[SearchParameters.longitude]) {
        case (let latitude?, let longitude?): return Coordinate(longitude: longitude, latitude: latitude)
        case (nil, nil): return nil
        case (nil, _): throw Problem.missing("lat", "'lon' needs it")
        case (_, nil): throw Problem.missing("lon", "'lat' needs it")
        }
    }
}
