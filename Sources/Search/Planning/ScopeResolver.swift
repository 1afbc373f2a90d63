import Gazetteer
import Geo
import IndexDefinition
import IndexStore
import TextAnalysis

/// Turns the filters of a request into a scope, with an error that names the invalid filter.
struct ScopeResolver {
    let directory: PlaceDirectory
    let index: any SearchIndex
    let facts: FactTable

    func scope(of request: SearchRequest) throws -> Scope {
        var scope = Scope()
        scope.filter.kinds = Set(request.kinds)
        scope.filter.facts = request.facts
        limit(&scope, toKindsOf: request.facts)
        try add(request.conditions, to: &scope)
        if let near = request.near {
            scope.near = try place(near, parameter: "near")
            scope.filter.requiresPosition = true
        }
        if let box = request.box {
            guard box.isValid else {
                throw SearchError.invalid(
                    "bbox", value: "\(box.west),\(box.south),\(box.east),\(box.north)",
                    expected: "west,south,east,north in degrees, south not above north")
            }
            scope.filter.box = box
        }
        try hold(&scope, to: request.regency, level: .regency, parameter: "regency")
        try hold(&scope, to: request.district, level: .district, parameter: "district")
        if let category = request.category { scope.filter.categories = try categories(category) }
        try addCircle(to: &scope, radius: request.radiusMetres)
        return scope
    }

    private func add(_ expressions: [String], to scope: inout Scope) throws {
        guard !expressions.isEmpty else { return }
        let conditions = ExtraConditions(table: try IndexDefinition.facts(), names: index.propertyNames)
        for expression in expressions {
            switch try conditions.parse(expression) {
            case .fact(let condition): scope.filter.facts.append(condition)
            case .property(let condition): scope.properties.append(condition)
            }
        }
    }

    /// Leaves out kinds that cannot have a fact, which otherwise were counted among the documents that may have it.
    private func limit(_ scope: inout Scope, toKindsOf conditions: [FactCondition]) {
        for condition in conditions {
            guard let kinds = facts[condition.fact]?.kinds else { continue }
            scope = scope.holding(to: Set(kinds))
        }
    }

    /// A place with a position, from a code, a name, or latitude and longitude.
    func place(_ near: SearchRequest.Near, parameter: String) throws -> ResolvedPlace {
        switch near {
        case .coordinate(let coordinate):
            guard coordinate.isValid else {
                throw SearchError.invalid(
                    parameter, value: "\(coordinate.latitude),\(coordinate.longitude)",
                    expected: "a latitude from -90 to 90 and a longitude from -180 to 180")
            }
            return ResolvedPlace(coordinate)
        case .text(let text):
            if let coordinate = CoordinateText.coordinate(text) {
                return try place(.coordinate(coordinate), parameter: parameter)
            }
            let meaning = try directory.meaning(of: text)
            let place = try sure(meaning, text: text, parameter: parameter)
            guard place.coordinate != nil else { throw SearchError.placeWithoutPosition(place, parameter: parameter) }
            return place
        }
    }

    /// The regency of a name or code.
    ///
    /// - Throws: SearchError that names the parameter, if there is none, or several.
    func regency(_ text: String, parameter: String) throws -> ResolvedPlace {
        try sure(directory.meaning(of: text, level: .regency), text: text, parameter: parameter, level: .regency)
    }

    private func sure(_ meaning: PlaceMeaning, text: String, parameter: String, level: AdministrativeLevel? = nil)
        throws -> ResolvedPlace
    {
        if let place = meaning.resolved { return place }
        if case .ambiguous(let places) = meaning {
            throw SearchError.placeAmbiguous(text, parameter: parameter, candidates: places.map(\.resolved))
        }
        throw SearchError.placeNotFound(
            text, parameter: parameter, similar: try directory.similar(to: text, level: level))
    }

    private func hold(_ scope: inout Scope, to text: String?, level: AdministrativeLevel, parameter: String)
        throws
    {
        guard let text else { return }
        let meaning = try directory.meaning(of: text, level: level)
        _ = try sure(meaning, text: text, parameter: parameter, level: level)
        scope.within += meaning.areas.map(\.resolved)
        _ = scope.hold(to: meaning.areas)
    }

    /// Every category whose folded name is the text's.
    private func categories(_ text: String) throws -> Set<String> {
        let wanted = Tokenizer.words(of: text)
        let known = index.facetValues(of: .category)
        let found = known.filter { Tokenizer.words(of: $0) == wanted }
        guard !found.isEmpty else {
            throw SearchError.invalid(
                "category", value: text, expected: "one of \(known.sorted().joined(separator: ", "))")
        }
        return Set(found)
    }

    private func addCircle(to scope: inout Scope, radius: Double?) throws {
        guard let radius else { return }
        guard radius.isFinite, radius >= 0 else {
            throw SearchError.invalid("radius", value: "\(radius)", expected: "a distance such as 800, 500m or 25km")
        }
        guard let origin = scope.origin else { throw SearchError.needsPlace(for: "A radius") }
        scope.filter.circle = Circle(centre: origin, radiusMetres: radius)
    }
}
