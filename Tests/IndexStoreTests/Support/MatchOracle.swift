import Foundation
import Gazetteer
import Geo
import IndexDefinition
import JSON

@testable import IndexStore

/// What a match must answer, computed from the drafts themselves by looking at every document: no index, no heap, no
/// bounds.
struct MatchOracle {
    struct Scored {
        var parts: ScoreParts
        var ordinal: Int
    }

    let documents: [DocumentDraft]
    private let places: [Place]
    /// Tokens by document and field.
    private let tokens: [[[String]]]
    private let averages: [Double]
    private let nameRanks: [Int]
    /// The numbers of the column "panjang".
    private let lengths: [Double?]

    init(_ corpus: Corpus) {
        let documents = corpus.documents
        self.documents = documents
        places = corpus.places.map(\.place)
        lengths = documents.map { document in
            // A body that is no JSON has no such number either.
            let body = try? JSONValue(parsing: Array(document.body.utf8))
            return (body?["properties"]?["panjang"]?.string).flatMap(Double.init)
        }
        let tokens = documents.map { $0.tokens.map { $0.split(separator: " ").map(String.init) } }
        self.tokens = tokens
        averages = IndexField.allCases.map { field in
            Double(tokens.reduce(0) { $0 + $1[field.rawValue].count }) / Double(documents.count)
        }
        let order = documents.indices.sorted {
            (Array(documents[$0].nameKey.utf8), $0) < (Array(documents[$1].nameKey.utf8), $1)
        }
        var ranks = [Int](repeating: 0, count: documents.count)
        for (rank, ordinal) in order.enumerated() { ranks[ordinal] = rank }
        nameRanks = ranks
    }

    // MARK: Filter

    func accepts(_ ordinal: Int, _ request: IndexQuery) -> Bool {
        acceptsAllElse(ordinal, request) && verdicts(ordinal, request).allSatisfy { $0 == true }
    }

    /// What the conditions on facts, and then those on other columns, say of the document; nil if it is unknown.
    private func verdicts(_ ordinal: Int, _ request: IndexQuery) -> [Bool?] {
        request.filter.facts.map { Self.meets($0, documents[ordinal]) }
            + request.properties.map { property in
                lengths[ordinal].map { $0 <= property.condition.max ?? .infinity }
            }
    }

    /// Whether the document passes everything but the conditions on facts.
    private func acceptsAllElse(_ ordinal: Int, _ request: IndexQuery) -> Bool {
        let (draft, filter) = (documents[ordinal], request.filter)
        func inSet(_ set: Set<String>?, _ value: String?) -> Bool {
            guard let set else { return true }
            return value.map(set.contains) ?? false
        }
        guard filter.kinds.isEmpty || filter.kinds.contains(draft.kind) else { return false }
        guard inSet(filter.regencies, draft.regencyCode), inSet(filter.districts, draft.districtCode),
            inSet(filter.categories, draft.category)
        else { return false }
        guard filter.requiresPosition || filter.box != nil || filter.circle != nil || request.order == .distance else {
            return true
        }
        guard let coordinate = draft.coordinate else { return false }
        if let box = filter.box, !box.contains(coordinate) { return false }
        if let circle = filter.circle, arcDistance(circle.centre, coordinate) > circle.radiusMetres { return false }
        return true
    }

    // MARK: Score

    /// Places of a term in a field.
    private func places(_ term: MatchTerm, _ ordinal: Int, _ field: IndexField) -> [Int] {
        guard term.fields.isEmpty || term.fields.contains(field) else { return [] }
        let text = tokens[ordinal][field.rawValue]
        return text.indices.filter { start in
            guard start + term.words.count <= text.count else { return false }
            return term.words.indices.allSatisfy { index in
                let token = text[start + index]
                return term.isPrefix && index == term.words.count - 1
                    ? token.utf8.starts(with: term.words[index].utf8) : token == term.words[index]
            }
        }
    }

    private func clause(_ clause: MatchClause, _ ordinal: Int, _ weights: RankingWeights) -> ScoreParts.Clause? {
        var part = ScoreParts.Clause(score: 0, frequency: 0, tier: nil, fields: [])
        for term in clause.terms {
            var frequency = 0.0
            for field in IndexField.allCases {
                let count = places(term, ordinal, field).count
                guard count > 0, let constants = weights.fields[field] else { continue }
                let length = Double(tokens[ordinal][field.rawValue].count) / averages[field.rawValue]
                frequency += Double(count) * (constants.weight / (1 - constants.b + constants.b * length))
                part.fields.insert(field)
                part.tier = min(part.tier ?? term.tier, term.tier)
            }
            part.frequency += term.weight * frequency
        }
        guard part.tier != nil else { return nil }
        part.score = clause.idf * (weights.k1 + 1) * part.frequency / (weights.k1 + part.frequency)
        return part
    }

    func parts(_ ordinal: Int, _ request: IndexQuery) -> ScoreParts? {
        let weights = request.weights
        let found = request.clauses.map { clause($0, ordinal, weights) }
        for (clause, part) in zip(request.clauses, found) {
            if (clause.occurrence == .must || clause.occurrence == .filter) && part == nil
                || clause.occurrence == .mustNot && part != nil
            {
                return nil
            }
        }
        let scored = request.clauses.indices.filter { request.clauses[$0].occurrence.isScored }
        let asked = scored.filter { request.clauses[$0].occurrence != .boost }
        let matched = asked.filter { found[$0] != nil }
        guard !matched.isEmpty else { return nil }
        let (phrase, proximity) = spread(asked.map { request.clauses[$0] }, ordinal)
        let draft = documents[ordinal]
        let none = ScoreParts.Clause(score: 0, frequency: 0, tier: nil, fields: [])
        var parts = ScoreParts(
            clauses: request.clauses.indices.map {
                !request.clauses[$0].occurrence.isScored ? none : found[$0] ?? none
            },
            phrase: phrase ? weights.phrase : 0, proximity: weights.proximity * proximity,
            quality: weights.quality * (Double(draft.quality) / 255),
            distance: distancePart(draft, request), kind: (request.kindIntent[draft.kind] ?? 0) * weights.kindIntent,
            head: headPart(draft, request), relevance: 0,
            tierHeight: tierHeight(request), tier: matched.compactMap { found[$0]?.tier }.max() ?? .exact,
            matchedClauses: matched.count, score: 0)
        let boosts = scored.filter { request.clauses[$0].occurrence == .boost }
        parts.relevance = (asked + boosts).reduce(0) { $0 + parts.clauses[$1].score }
        parts.isWithinReach = isWithinReach(draft, request)
        for part in [parts.phrase, parts.proximity, parts.quality, parts.distance, parts.kind, parts.head] {
            parts.relevance += part
        }
        let optional = matched.count { request.clauses[$0].occurrence == .should }
        parts.score =
            Double(4 - Int(parts.tier.rawValue) + 5 * lifts(parts, draft.kind, request) + 15 * optional)
            * parts.tierHeight
            + parts.relevance
        return parts
    }

    /// The least and the greatest of a number's values; infinite for a set.
    static func numbers(_ value: DocumentFact) -> (least: Double, greatest: Double) {
        switch value {
        case .number(let number): (number, number)
        case .range(let least, let greatest): (least, greatest)
        case .values: (.infinity, -.infinity)
        }
    }

    /// True if the document meets the condition; nil if the fact is unknown.
    static func meets(_ condition: FactCondition, _ draft: DocumentDraft) -> Bool? {
        guard let value = draft.facts[condition.fact] else { return nil }
        if case .values(let values) = value {
            guard !values.isEmpty else { return nil }
            return condition.values.isEmpty || condition.values.contains("*")
                || values.contains { condition.values.contains($0) }
        }
        let (least, greatest) = numbers(value)
        let isAbove = condition.min.map { condition.minIsExclusive ? greatest > $0 : greatest >= $0 } ?? true
        let isBelow = condition.max.map { condition.maxIsExclusive ? least < $0 : least <= $0 } ?? true
        return isAbove && isBelow
    }

    private func headPart(_ draft: DocumentDraft, _ request: IndexQuery) -> Double {
        guard request.headGroup != 0 else { return 0 }
        if draft.headGroup == request.headGroup { return request.weights.head }
        return draft.headGroup == 0 ? request.weights.head / 2 : 0
    }

    private func distancePart(_ draft: DocumentDraft, _ request: IndexQuery) -> Double {
        guard let squared = squaredDistance(draft, request) else { return 0 }
        return request.weights.distance.weight
            / (1 + squared / (request.weights.distance.scaleMetres * request.weights.distance.scaleMetres))
    }

    private func isWithinReach(_ draft: DocumentDraft, _ request: IndexQuery) -> Bool {
        guard request.prefersReach, let squared = squaredDistance(draft, request) else { return false }
        return squared <= request.weights.distance.reachMetres * request.weights.distance.reachMetres
    }

    /// Nil where there is nothing to measure.
    private func squaredDistance(_ draft: DocumentDraft, _ request: IndexQuery) -> Double? {
        guard let origin = request.origin, let coordinate = draft.coordinate else { return nil }
        let chord = GeocentricPoint(origin).chord(to: GeocentricPoint(coordinate))
        let spread = request.weights.distance.spreadMetres(draft.positionPrecision)
        return chord * chord + spread * spread
    }

    /// For being within reach, and for being of a kind that does not yield.
    private func lifts(_ parts: ScoreParts, _ kind: DocumentKind, _ request: IndexQuery) -> Int {
        let yields = request.yieldingKinds.contains(kind) && parts.tier >= .synonym
        return (parts.isWithinReach ? 1 : 0) + (!request.yieldingKinds.isEmpty && !yields ? 1 : 0)
    }

    private func tierHeight(_ request: IndexQuery) -> Double {
        let weights = request.weights
        var bound =
            weights.phrase + weights.proximity + weights.quality + (request.origin == nil ? 0 : weights.distance.weight)
        for clause in request.clauses where clause.occurrence.isScored { bound += clause.idf * (weights.k1 + 1) }
        if request.headGroup != 0 { bound += weights.head }
        return max(1, (bound + (request.kindIntent.values.max() ?? 0) * weights.kindIntent).rounded(.up))
    }

    /// Whether all clauses stand in order side by side in one field, and how close they stand in the best.
    private func spread(_ clauses: [MatchClause], _ ordinal: Int) -> (phrase: Bool, proximity: Double) {
        guard clauses.count > 1 else { return (false, 0) }
        var result = (phrase: false, proximity: 0.0)
        for field in IndexField.allCases {
            let hits = clauses.map { clause in
                clause.terms.flatMap { term in
                    places(term, ordinal, field).map { (start: $0, end: $0 + term.words.count) }
                }
            }
            func follows(_ clause: Int, _ end: Int) -> Bool {
                clause == hits.count || hits[clause].contains { $0.start == end && follows(clause + 1, $0.end) }
            }
            if hits[0].contains(where: { follows(1, $0.end) }) { result.phrase = true }
            let present = hits.filter { !$0.isEmpty }.map { $0.map(\.start) }
            guard present.count > 1 else { continue }
            let starts = Set(present.flatMap { $0 }).sorted()
            var span = Double.infinity
            for from in starts {
                for to in starts where to >= from && present.allSatisfy({ $0.contains { $0 >= from && $0 <= to } }) {
                    span = min(span, Double(to - from + 1))
                }
            }
            let share = Double(present.count - 1) / Double(clauses.count - 1)
            result.proximity = max(result.proximity, share * min(1, Double(present.count) / span))
        }
        return result
    }

    // MARK: Answer

    func match(_ request: IndexQuery) -> MatchResult {
        let matched = documents.indices.compactMap { ordinal -> MatchHit? in
            let parts = request.clauses.isEmpty ? nil : parts(ordinal, request)
            guard request.clauses.isEmpty || parts != nil, accepts(ordinal, request) else { return nil }
            guard request.candidates?.contains(DocumentRef(ordinal: ordinal)) ?? true else { return nil }
            let scored = request.order == .score
            var hit = MatchHit(DocumentRef(ordinal: ordinal), key: key(ordinal, parts, request))
            guard scored, let parts else { return hit }
            hit.score = parts.score
            hit.tier = parts.tier
            hit.matchedClauses = parts.matchedClauses
            hit.fields = Set(parts.clauses.flatMap(\.fields))
            return hit
        }
        func isBefore(_ first: MatchHit, _ second: MatchHit) -> Bool {
            guard first.key != second.key else { return first.document.ordinal < second.document.ordinal }
            return request.order == .score ? first.key > second.key : first.key < second.key
        }
        var result = MatchResult()
        result.total = matched.count
        let asked = request.clauses.count { [.must, .should].contains($0.occurrence) }
        result.completeTotal =
            request.order == .score ? matched.count { $0.matchedClauses == asked } : 0
        result.hits = matched.sorted(by: isBefore).filter { hit in request.after.map { isBefore($0, hit) } ?? true }
        result.hits = Array(result.hits.prefix(request.limit))
        for facet in request.facets {
            result.facets[facet] = counts(of: facet, matched.map(\.document.ordinal))
        }
        for (fact, bounds) in request.factFacets {
            result.factFacets[fact] = counts(of: fact, bounds, matched.map(\.document.ordinal))
        }
        let conditions = request.filter.facts.count + request.properties.count
        result.unknownCounts = (0..<conditions).map { unknownCount($0, request) }
        return result
    }

    /// How many documents meet all else, and fail no condition, but of which the one is unknown.
    private func unknownCount(_ condition: Int, _ request: IndexQuery) -> Int {
        documents.indices.count { ordinal in
            let verdicts = verdicts(ordinal, request)
            return (request.clauses.isEmpty || parts(ordinal, request) != nil) && acceptsAllElse(ordinal, request)
                && request.candidates?.contains(DocumentRef(ordinal: ordinal)) ?? true
                && !verdicts.contains(false) && verdicts[condition] == nil
        }
    }

    private func counts(of fact: String, _ bounds: [Double], _ ordinals: [Int]) -> [FacetCount] {
        let values = ordinals.compactMap { documents[$0].facts[fact] }
        guard !bounds.isEmpty else {
            let texts = values.flatMap { value in
                if case .values(let texts) = value { texts } else { [String]() }
            }
            return Dictionary(texts.map { ($0, 1) }, uniquingKeysWith: +)
                .map { FacetCount(value: $0.key, label: $0.key, count: $0.value) }
                .sorted { ($1.count, $0.value) < ($0.count, $1.value) }
        }
        return bounds.indices.compactMap { index in
            let upper = index + 1 < bounds.count ? bounds[index + 1] : .infinity
            let count = values.count { (bounds[index]..<upper).contains(Self.numbers($0).least) }
            let range = "\(Int(bounds[index]))..\(upper.isFinite ? String(Int(upper)) : "")"
            return count == 0 ? nil : FacetCount(value: range, label: range, count: count)
        }
    }

    private func key(_ ordinal: Int, _ parts: ScoreParts?, _ request: IndexQuery) -> Double {
        switch request.order {
        case .score: return parts?.score ?? 0
        case .name: return Double(nameRanks[ordinal])
        case .id: return Double(ordinal)
        case .fact(let name, let ascending):
            guard let value = documents[ordinal].facts[name] else { return .infinity }
            let (least, greatest) = Self.numbers(value)
            return ascending ? least : -greatest
        case .distance:
            guard let origin = request.origin, let coordinate = documents[ordinal].coordinate else { return .infinity }
            let precision = documents[ordinal].positionPrecision
            let spread = request.doubtsPositions ? request.weights.distance.spreadMetres(precision) : 0
            return max(arcDistance(origin, coordinate), spread)
        }
    }

    private func counts(of facet: FacetField, _ ordinals: [Int]) -> [FacetCount] {
        let values = ordinals.compactMap { ordinal -> String? in
            let draft = documents[ordinal]
            return switch facet {
            case .kind: draft.kind.rawValue
            case .regency: draft.regencyCode
            case .district: draft.districtCode
            case .category: draft.category
            }
        }
        return Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
            .map { FacetCount(value: $0.key, label: label(of: $0.key, in: facet), count: $0.value) }
            .sorted { ($1.count, $0.value) < ($0.count, $1.value) }
    }

    private func label(of value: String, in facet: FacetField) -> String {
        let place = places.first { $0.code.dotted == value }
        return switch facet {
        case .kind, .category: value
        case .regency: place?.name ?? value
        case .district: place?.label ?? value
        }
    }
}

private func < (first: ([UInt8], Int), second: ([UInt8], Int)) -> Bool {
    first.0 == second.0 ? first.1 < second.1 : first.0.lexicographicallyPrecedes(second.0)
}
