import Foundation
import Geo
import IndexDefinition
import TestSupport

@testable import IndexStore

/// Requests of every form, at random.
struct RandomRequests {
    var random: SeededGenerator
    let weights: RankingWeights
    let generation: Generation

    mutating func next() -> IndexQuery {
        let scored = chance(0.7)
        let clauses = scored || chance(0.5) ? self.clauses() : []
        let orders: [IndexQuery.Order] = [
            .distance, .name, .id, .fact("price", ascending: true), .fact("workers", ascending: false),
        ]
        let order: IndexQuery.Order = clauses.isEmpty || !scored ? pick(orders) : .score
        var request = IndexQuery(
            clauses: clauses, weights: weights, order: order, limit: pick([0, 1, 3, 10, 100, 5000]))
        request.filter = filter()
        if chance(0.15) { request.properties = (0..<pick([1, 1, 2])).map { _ in lengthCondition() } }
        if order == .distance || chance(0.3) { request.origin = place() }
        request.prefersReach = chance(0.5)
        request.doubtsPositions = chance(0.5)
        if chance(0.3) { request.kindIntent = [pick(DocumentKind.allCases): pick([0.5, 1])] }
        if chance(0.3) { request.headGroup = pick([1, 2, 3]) }
        if chance(0.3) { request.yieldingKinds = [pick(DocumentKind.allCases)] }
        if chance(0.2) { request.factFacets = ["price": [0, 10_000, 50_000], "certification": []] }
        if chance(0.3) { request.facets = Set(FacetField.allCases.filter { _ in chance(0.5) }) }
        if chance(0.1) {
            request.candidates = Set((0..<40).map { _ in Int.random(in: 0..<generation.documentCount, using: &random) })
                .sorted().map { DocumentRef(ordinal: $0) }
        }
        return request
    }

    private mutating func clauses() -> [MatchClause] {
        let wanted = (0..<Int.random(in: 0...2, using: &random)).map { _ in clause(.must) }
        let welcome = (0..<Int.random(in: wanted.isEmpty ? 1...4 : 0...2, using: &random)).map { _ in clause(.should) }
        let unwanted = chance(0.2) ? [clause(.mustNot)] : []
        let boosts = (0..<pick([0, 0, 1, 2])).map { _ in clause(.boost) }
        let filters = welcome.isEmpty || chance(0.8) ? [] : [clause(.filter)]
        return (wanted + welcome + unwanted + boosts + filters).shuffled(using: &random)
    }

    private mutating func clause(_ occurrence: MatchClause.Occurrence) -> MatchClause {
        let terms = (0..<Int.random(in: 1...3, using: &random)).map { _ in term() }
        return MatchClause(occurrence, terms: terms, idf: Double.random(in: 0.1...9, using: &random))
    }

    private mutating func term() -> MatchTerm {
        let words = (0..<pick([1, 1, 1, 1, 2, 3])).map { _ in Corpus.word(&random) }
        let isPrefix = chance(0.15)
        let prefixed = isPrefix ? words.dropLast() + [String(words[words.count - 1].prefix(2))] : words
        let fields = Set(chance(0.25) ? IndexField.allCases.filter { _ in chance(0.5) } : [])
        return MatchTerm(
            Array(prefixed), isPrefix: isPrefix, fields: fields, weight: pick([1, 0.8, 0.4]), tier: pick(Tier.allCases))
    }

    private mutating func conditions() -> [FactCondition] {
        var conditions: [FactCondition] = []
        if chance(0.6) {
            let bound = pick([5_000.0, 20_000, 50_000])
            conditions.append(
                pick([
                    FactCondition(fact: "price", max: bound, maxIsExclusive: chance(0.5)),
                    FactCondition(fact: "price", min: bound, minIsExclusive: chance(0.5), max: bound * 2),
                ]))
        }
        if chance(0.4) { conditions.append(FactCondition(fact: "workers", min: pick([0, 10, 20]))) }
        if chance(0.4) {
            conditions.append(FactCondition(fact: "certification", values: pick([["halal"], ["pirt", "sni"], ["*"]])))
        }
        return conditions
    }

    /// A condition on a column that is no fact.
    private mutating func lengthCondition() -> PropertyCondition {
        let limit = Double(pick([0, 5, 12, 30]))
        return PropertyCondition(FactCondition(fact: "panjang", max: limit), names: ["panjang"]) { value in
            Double(value).map { $0 <= limit }
        }
    }

    private mutating func filter() -> Filter {
        var filter = Filter()
        if chance(0.2) { filter.kinds = [pick(DocumentKind.allCases)] }
        if chance(0.3) { filter.facts = conditions() }
        if chance(0.15) { filter.regencies = values(of: .regency) }
        if chance(0.15) { filter.districts = values(of: .district) }
        if chance(0.15) { filter.categories = values(of: .category) }
        if chance(0.15) { filter.box = box() }
        filter.requiresPosition = chance(0.1)
        if chance(0.3) { filter.circle = Circle(centre: place(), radiusMetres: radius()) }
        return filter
    }

    /// Some of the values of a field, and now and then values that no document has.
    private mutating func values(of field: FacetField) -> Set<String> {
        let known = generation.values.facetTable(field).values
        return Set(known.filter { _ in chance(0.4) } + (chance(0.1) ? ["", "99.99"] : []))
    }

    /// Now and then a box over the 180th meridian.
    private mutating func box() -> BoundingBox {
        let (west, east) = chance(0.3) ? (179.0, -179.0) : (114.6, Double.random(in: 114.7...115.5, using: &random))
        return BoundingBox(
            west: west, south: chance(0.5) ? -3.2 : -90, east: east, north: .random(in: -3.1...90, using: &random))
    }

    mutating func place() -> Coordinate {
        Corpus.coordinate(&random) ?? Coordinate(longitude: 115, latitude: -3)
    }

    /// Often exactly the distance of a document, where the edge decides.
    private mutating func radius() -> Double {
        guard chance(0.3) else { return pick([0, 100, 5000, 30_000, 200_000, 9_000_000, 30_000_000]) }
        let ordinal = Int.random(in: 0..<generation.documentCount, using: &random)
        return arcDistance(
            Coordinate(longitude: 115, latitude: -3),
            generation.values.coordinate(at: ordinal) ?? Coordinate(longitude: 115, latitude: -3))
    }

    mutating func chance(_ probability: Double) -> Bool { Double.random(in: 0..<1, using: &random) < probability }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &random)]
    }
}
