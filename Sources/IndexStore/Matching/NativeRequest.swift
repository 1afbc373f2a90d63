import CRanking
import Geo
import IndexDefinition

/// A request in the form that the C scorer takes, and the memory it answers in.
struct NativeRequest {
    private(set) var native = banua_request()
    let hits: UnsafeMutablePointer<banua_hit>
    let parts: UnsafeMutablePointer<banua_parts>?
    /// Counts by facet, one element for each value.
    private(set) var counters: [FacetField: UnsafeMutableBufferPointer<UInt32>] = [:]
    /// The clauses that are scored, as positions in the request.
    let scored: [Int]
    private let arena = Arena()
    private let geodesic: GeodesicBox

    init(_ request: MatchRequest, phrases: [MatchExpression.Phrase], generation: Generation, explaining: Bool) throws {
        try request.check()
        geodesic = GeodesicBox(request.geodesic)
        let asked = request.clauses.indices.filter { request.clauses[$0].occurrence.isScored }
        scored =
            asked.filter { request.clauses[$0].occurrence != .boost }
            + asked.filter { request.clauses[$0].occurrence == .boost }
        hits = arena.array(of: banua_hit(), count: request.limit)
        parts = explaining ? arena.array(of: banua_parts(), count: 1) : nil
        native.values = UnsafePointer(arena.array(of: generation.columns, count: 1))
        native.explain = parts
        fillClauses(request, phrases)
        fillFilter(request.filter)
        fillWeights(request)
        fillOrder(request)
        for facet in request.facets { count(facet, generation) }
    }

    private mutating func fillClauses(_ request: MatchRequest, _ expression: [MatchExpression.Phrase]) {
        let clauses = arena.array(of: banua_clause(), count: scored.count)
        for (index, clause) in scored.map({ request.clauses[$0] }).enumerated() {
            clauses[index] = banua_clause(
                idf: clause.idf, optional: clause.occurrence == .should, boost: clause.occurrence == .boost)
        }
        let phrases = arena.array(of: banua_phrase(), count: expression.count)
        for (index, phrase) in expression.enumerated() {
            phrases[index] = banua_phrase(
                clause: number(phrase.role), tier: phrase.term.tier.rawValue,
                words: UInt8(clamping: phrase.term.words.count),
                weight: phrase.term.weight)
        }
        native.clauses = UnsafePointer(clauses)
        native.clause_count = Int32(scored.count)
        native.phrases = UnsafePointer(phrases)
        native.phrase_count = Int32(expression.count)
    }

    /// The clause as C numbers it: the scored ones from 0.
    private func number(_ role: MatchExpression.Role) -> Int32 {
        switch role {
        case .scored(let clause): Int32(scored.firstIndex(of: clause) ?? Int(BANUA_NOT_SCORED))
        case .unwanted: Int32(BANUA_UNWANTED)
        case .repeated: Int32(BANUA_NOT_SCORED)
        }
    }

    private mutating func fillFilter(_ filter: MatchFilter) {
        native.filter.kinds = filter.kinds.reduce(0) { $0 | 1 << UInt32($1.ordinal) }
        native.filter.regencies = bitmap(filter.regencies)
        native.filter.districts = bitmap(filter.districts)
        native.filter.categories = bitmap(filter.categories)
        native.filter.needs_position = filter.requiresPosition
        if let box = filter.box {
            native.filter.has_box = true
            (native.filter.west, native.filter.south, native.filter.east, native.filter.north) = (
                box.west, box.south, box.east, box.north
            )
        }
        if let circle = filter.circle {
            native.filter.has_circle = true
            native.filter.circle_longitude = circle.centre.longitude
            native.filter.circle_latitude = circle.centre.latitude
            native.filter.radius = circle.radiusMetres
        }
    }

    /// One bit for each of the 65,536 ordinals, so that no ordinal of a damaged file lies beyond it.
    ///
    /// "None" is never in a set.
    private func bitmap(_ ordinals: Set<UInt16>?) -> UnsafePointer<UInt64>? {
        guard let ordinals else { return nil }
        let words = arena.array(of: UInt64(0), count: 1024)
        for ordinal in ordinals where ordinal != ValuesFile.none {
            words[Int(ordinal >> 6)] |= 1 << UInt64(ordinal & 63)
        }
        return UnsafePointer(words)
    }

    private mutating func fillWeights(_ request: MatchRequest) {
        let weights = request.weights
        native.weights.k1 = weights.k1
        native.weights.phrase = weights.phrase
        native.weights.proximity = weights.proximity
        native.weights.quality = weights.quality
        native.weights.distance = request.origin == nil ? 0 : weights.distance.weight
        native.weights.distance_scale = weights.distance.scaleMetres
        native.weights.reach = request.prefersReach ? weights.distance.reachMetres : 0
        withUnsafeMutableBytes(of: &native.weights.field_weight) { Self.fill($0) { weights.fields[$0]?.weight ?? 0 } }
        withUnsafeMutableBytes(of: &native.weights.field_b) { Self.fill($0) { weights.fields[$0]?.b ?? 0 } }
        withUnsafeMutableBytes(of: &native.weights.spread) { bytes in
            let spreads = bytes.assumingMemoryBound(to: Double.self)
            for precision in PositionPrecision.allCases {
                spreads[Int(precision.rawValue)] = weights.distance.spreadMetres(precision)
            }
        }
        withUnsafeMutableBytes(of: &native.weights.kind) { bytes in
            let kinds = bytes.assumingMemoryBound(to: Double.self)
            for (kind, share) in request.kindIntent { kinds[Int(kind.ordinal)] = share * weights.kindIntent }
        }
    }

    private static func fill(_ bytes: UnsafeMutableRawBufferPointer, _ value: (IndexField) -> Double) {
        let numbers = bytes.assumingMemoryBound(to: Double.self)
        for field in IndexField.allCases { numbers[field.rawValue] = value(field) }
    }

    private mutating func fillOrder(_ request: MatchRequest) {
        native.order =
            switch request.order {
            case .score: BANUA_BY_SCORE
            case .distance: BANUA_BY_DISTANCE
            case .name: BANUA_BY_NAME
            case .id: BANUA_BY_ORDINAL
            }
        native.limit = UInt32(request.limit)
        if let after = request.after {
            native.has_after = true
            native.after_key = after.key
            native.after_ordinal = UInt32(clamping: after.ordinal)
        }
        if let origin = request.origin {
            native.has_origin = true
            (native.origin_longitude, native.origin_latitude) = (origin.longitude, origin.latitude)
        }
        native.geodesic = GeodesicBox.call
        native.geodesic_context = Unmanaged.passUnretained(geodesic).toOpaque()
    }

    private mutating func count(_ facet: FacetField, _ generation: Generation) {
        let size =
            switch facet {
            case .kind: DocumentKind.allCases.count
            case .regency: generation.regencies.count
            case .district: generation.districts.count
            case .category: generation.categories.count
            }
        let counts = arena.array(of: UInt32(0), count: size)
        counters[facet] = UnsafeMutableBufferPointer(start: counts, count: size)
        let position = FacetField.allCases.firstIndex(of: facet) ?? 0
        withUnsafeMutableBytes(of: &native.facet_counts) {
            $0.assumingMemoryBound(to: UnsafeMutablePointer<UInt32>?.self)[position] = counts
        }
        withUnsafeMutableBytes(of: &native.facet_sizes) {
            $0.assumingMemoryBound(to: UInt32.self)[position] = UInt32(size)
        }
    }
}

/// Lets C call a Swift closure.
final class GeodesicBox {
    private let distance: GeodesicDistance?

    init(_ distance: GeodesicDistance?) {
        self.distance = distance
    }

    static let call: banua_geodesic = { context, longitude1, latitude1, longitude2, latitude2 in
        guard let context, let distance = Unmanaged<GeodesicBox>.fromOpaque(context).takeUnretainedValue().distance
        else {
            return .infinity
        }
        return distance(
            Coordinate(longitude: longitude1, latitude: latitude1),
            Coordinate(longitude: longitude2, latitude: latitude2))
    }
}

extension MatchRequest {
    /// Refuses what the scorer cannot do.
    func check() throws {
        let scored = clauses.count { $0.occurrence.isScored }
        guard scored <= Int(BANUA_MAX_CLAUSES) else {
            throw IndexStoreError.tooManyClauses(scored, limit: Int(BANUA_MAX_CLAUSES))
        }
        guard (0...100_000).contains(limit) else { throw IndexStoreError.limitOutOfRange(limit, range: 0...100_000) }
        guard
            clauses.allSatisfy({
                $0.idf >= 0 && $0.idf.isFinite && $0.terms.allSatisfy { $0.weight >= 0 && $0.weight.isFinite }
            })
        else {
            throw IndexStoreError.badWeights("an idf or the weight of a term is negative or no number")
        }
        if let problem = weights.problem { throw IndexStoreError.badWeights(problem) }
        guard geodesic != nil || (filter.circle == nil && order != .distance) else { throw IndexStoreError.noGeodesic }
        guard origin != nil || order != .distance else { throw IndexStoreError.noOrigin }
        guard !clauses.isEmpty || order != .score else { throw IndexStoreError.nothingToScore }
    }
}

extension MatchClause.Occurrence {
    /// True if having the clause, or not, tells documents apart that match.
    var isScored: Bool { self != .mustNot && self != .filter }
}
