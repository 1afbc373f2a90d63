import CRanking
import Geo
import IndexDefinition
import TextAnalysis

/// The memory of one query that C reads and writes.
final class QueryMemory {
    /// The hits that are kept.
    let hits: UnsafeMutablePointer<banua_hit>
    /// The parts of a score, if they are asked for.
    let parts: UnsafeMutablePointer<banua_parts>?
    /// Counts by facet, one element for each value.
    let counters: [FacetField: UnsafeMutableBufferPointer<UInt32>]
    /// Counts of the facts asked for, in the order of their names.
    let factCounters: [(fact: String, counts: UnsafeMutableBufferPointer<UInt32>)]
    fileprivate let arena = Arena()
    fileprivate let distance: DistanceBox
    /// In the order of the query's conditions on properties.
    fileprivate let properties: [PropertyColumn]

    init(
        _ query: IndexQuery, generation: Generation, properties: [PropertyColumn], distance: DistanceBox,
        explaining: Bool
    ) {
        self.distance = distance
        self.properties = properties
        hits = arena.array(of: banua_hit(), count: query.limit)
        parts = explaining ? arena.array(of: banua_parts(), count: 1) : nil
        var counters: [FacetField: UnsafeMutableBufferPointer<UInt32>] = [:]
        for field in query.facets {
            let size = generation.values.facetTable(field).count
            counters[field] = UnsafeMutableBufferPointer(start: arena.array(of: UInt32(0), count: size), count: size)
        }
        self.counters = counters
        factCounters = query.factFacets.sorted { $0.key < $1.key }.map { [arena] fact, bounds in
            let size = generation.facts.set(fact)?.strings.count ?? bounds.count
            return (fact, UnsafeMutableBufferPointer(start: arena.array(of: UInt32(0), count: size), count: size))
        }
    }
}

extension IndexQuery {
    /// The positions of the clauses that are scored, in the order in which C numbers them: boosts last.
    var scoredClauses: [Int] {
        let scored = clauses.indices.filter { clauses[$0].occurrence.isScored }
        return scored.filter { clauses[$0].occurrence != .boost } + scored.filter { clauses[$0].occurrence == .boost }
    }

    /// The query in the form that the C scorer takes; good as long as the memory and the generation live.
    func native(phrases: [MatchExpression.Phrase], generation: Generation, memory: QueryMemory) -> banua_request {
        var native = banua_request()
        native.values = UnsafePointer(memory.arena.array(of: generation.columns, count: 1))
        native.explain = memory.parts
        fillClauses(&native, phrases, memory.arena)
        fillFilter(&native.filter, generation.values, memory.arena)
        fillWeights(&native.weights)
        fillOrder(&native)
        native.geodesic = DistanceBox.call
        native.geodesic_context = Unmanaged.passUnretained(memory.distance).toOpaque()
        for (field, counts) in memory.counters { Self.count(field, in: counts, &native) }
        fillFacts(&native, generation.facts, memory)
        return native
    }

    private func fillClauses(_ native: inout banua_request, _ expression: [MatchExpression.Phrase], _ arena: Arena) {
        let scored = scoredClauses
        let clauses = arena.array(of: banua_clause(), count: scored.count)
        for (index, clause) in scored.map({ self.clauses[$0] }).enumerated() {
            clauses[index] = banua_clause(
                idf: clause.idf, optional: clause.occurrence == .should, boost: clause.occurrence == .boost)
        }
        let phrases = arena.array(of: banua_phrase(), count: expression.count)
        for (index, phrase) in expression.enumerated() {
            phrases[index] = banua_phrase(
                clause: phrase.role.number(among: scored), tier: phrase.term.tier.rawValue,
                words: UInt8(clamping: phrase.term.words.count), weight: phrase.term.weight)
        }
        native.clauses = UnsafePointer(clauses)
        native.clause_count = Int32(scored.count)
        native.phrases = UnsafePointer(phrases)
        native.phrase_count = Int32(expression.count)
    }

    private func fillFilter(_ native: inout banua_filter, _ values: ValuesFile, _ arena: Arena) {
        native.kinds = filter.kinds.reduce(0) { $0 | 1 << UInt32($1.ordinal) }
        native.regencies = Self.bitmap(of: filter.regencies, in: values.facetTable(.regency), arena)
        native.districts = Self.bitmap(of: filter.districts, in: values.facetTable(.district), arena)
        native.categories = Self.bitmap(of: filter.categories, in: values.facetTable(.category), arena)
        native.needs_position = filter.requiresPosition
        if let box = filter.box {
            native.has_box = true
            (native.west, native.south, native.east, native.north) = (box.west, box.south, box.east, box.north)
        }
        if let circle = filter.circle {
            native.has_circle = true
            native.circle_longitude = circle.centre.longitude
            native.circle_latitude = circle.centre.latitude
            native.radius = circle.radiusMetres
        }
    }

    /// One bit for each of the 65,536 ordinals, so that no ordinal of a damaged file lies beyond it.
    private static func bitmap(of values: Set<String>?, in table: FacetTable, _ arena: Arena)
        -> UnsafePointer<UInt64>?
    {
        guard let values else { return nil }
        let words = arena.array(of: UInt64(0), count: 1024)
        for ordinal in values.compactMap(table.ordinal) { words[Int(ordinal >> 6)] |= 1 << UInt64(ordinal & 63) }
        return UnsafePointer(words)
    }

    private func fillWeights(_ native: inout banua_weights) {
        native.k1 = weights.k1
        native.head = weights.head
        native.head_group = headGroup
        native.yielding_kinds = yieldingKinds.reduce(0) { $0 | 1 << UInt32($1.ordinal) }
        native.phrase = weights.phrase
        native.proximity = weights.proximity
        native.quality = weights.quality
        native.distance = origin == nil ? 0 : weights.distance.weight
        native.distance_scale = weights.distance.scaleMetres
        native.reach = prefersReach ? weights.distance.reachMetres : 0
        withUnsafeMutableBytes(of: &native.field_weight) { Self.fill($0) { weights.fields[$0]?.weight ?? 0 } }
        withUnsafeMutableBytes(of: &native.field_b) { Self.fill($0) { weights.fields[$0]?.b ?? 0 } }
        withUnsafeMutableBytes(of: &native.spread) { bytes in
            let spreads = bytes.assumingMemoryBound(to: Double.self)
            for precision in PositionPrecision.allCases {
                spreads[Int(precision.rawValue)] = weights.distance.spreadMetres(precision)
            }
        }
        withUnsafeMutableBytes(of: &native.kind) { bytes in
            let kinds = bytes.assumingMemoryBound(to: Double.self)
            for (kind, share) in kindIntent { kinds[Int(kind.ordinal)] = share * weights.kindIntent }
        }
    }

    private static func fill(_ bytes: UnsafeMutableRawBufferPointer, _ value: (IndexField) -> Double) {
        let numbers = bytes.assumingMemoryBound(to: Double.self)
        for field in IndexField.allCases { numbers[field.rawValue] = value(field) }
    }

    private func fillFacts(_ native: inout banua_request, _ facts: FactsFile, _ memory: QueryMemory) {
        let count = filter.facts.count + memory.properties.count
        let conditions = memory.arena.array(of: banua_condition(), count: count)
        for (index, condition) in filter.facts.enumerated() {
            conditions[index] = condition.native(facts, memory.arena)
        }
        for (index, column) in memory.properties.enumerated() {
            conditions[filter.facts.count + index] = column.native
        }
        native.filter.conditions = UnsafePointer(conditions)
        native.filter.condition_count = UInt32(count)
        let counts = memory.arena.array(of: banua_fact_count(), count: memory.factCounters.count)
        for (index, counter) in memory.factCounters.enumerated() {
            let bounds = factFacets[counter.fact] ?? []
            let copy = memory.arena.array(of: 0.0, count: bounds.count)
            for (position, bound) in bounds.enumerated() { copy[position] = bound }
            counts[index] = banua_fact_count(
                fact: facts.native(counter.fact), bounds: UnsafePointer(copy), bound_count: UInt32(bounds.count),
                counts: counter.counts.baseAddress, size: UInt32(counter.counts.count))
        }
        native.fact_counts = UnsafePointer(counts)
        native.fact_count_count = UInt32(memory.factCounters.count)
        if case .fact(let name, let ascending) = order, let numbers = facts.numbers(name) {
            native.sort_values = ascending ? numbers.least.base : numbers.greatest.base
            native.sort_descends = !ascending
        }
    }

    private func fillOrder(_ native: inout banua_request) {
        native.order =
            switch order {
            case .score: BANUA_BY_SCORE
            case .distance: BANUA_BY_DISTANCE
            case .name: BANUA_BY_NAME
            case .id: BANUA_BY_ORDINAL
            case .fact: BANUA_BY_FACT
            }
        native.limit = UInt32(limit)
        if let after {
            native.has_after = true
            native.after_key = after.key
            native.after_ordinal = UInt32(clamping: after.document.ordinal)
        }
        native.doubts_positions = doubtsPositions
        if let origin {
            native.has_origin = true
            (native.origin_longitude, native.origin_latitude) = (origin.longitude, origin.latitude)
        }
    }

    private static func count(
        _ field: FacetField, in counts: UnsafeMutableBufferPointer<UInt32>, _ native: inout banua_request
    ) {
        withUnsafeMutableBytes(of: &native.facet_counts) {
            $0.assumingMemoryBound(to: UnsafeMutablePointer<UInt32>?.self)[field.nativePosition] = counts.baseAddress
        }
        withUnsafeMutableBytes(of: &native.facet_sizes) {
            $0.assumingMemoryBound(to: UInt32.self)[field.nativePosition] = UInt32(counts.count)
        }
    }
}

extension MatchExpression.Role {
    /// The clause as C numbers it: the scored ones from 0.
    fileprivate func number(among scored: [Int]) -> Int32 {
        switch self {
        case .scored(let clause): Int32(scored.firstIndex(of: clause) ?? Int(BANUA_NOT_SCORED))
        case .unwanted: Int32(BANUA_UNWANTED)
        case .repeated: Int32(BANUA_NOT_SCORED)
        }
    }
}

extension FacetField {
    /// The position of the field in `facet_counts` of CRanking.h.
    fileprivate var nativePosition: Int {
        switch self {
        case .kind: 0
        case .regency: 1
        case .district: 2
        case .category: 3
        }
    }
}

/// Lets C call the function that measures distances.
final class DistanceBox: Sendable {
    let distance: @Sendable (Coordinate, Coordinate) -> Double

    init(_ distance: @escaping @Sendable (Coordinate, Coordinate) -> Double) {
        self.distance = distance
    }

    static let call: banua_geodesic = { context, longitude1, latitude1, longitude2, latitude2 in
        guard let context else { return .infinity }
        return Unmanaged<DistanceBox>.fromOpaque(context).takeUnretainedValue().distance(
            Coordinate(longitude: longitude1, latitude: latitude1),
            Coordinate(longitude: longitude2, latitude: latitude2))
    }
}

extension FactsFile {
    /// The fact as C reads it; a name that the file does not have is a set without values.
    fileprivate func native(_ fact: String) -> banua_fact {
        if let numbers = numbers(fact) {
            return banua_fact(
                least: numbers.least.base, greatest: numbers.greatest.base, starts: nil, values: nil, value_count: 0)
        }
        guard let set = set(fact) else { return banua_fact() }
        return banua_fact(
            least: nil, greatest: nil, starts: set.starts.base, values: set.values.base,
            value_count: UInt32(set.values.count))
    }

    /// The strings of a set that have one of the texts among their words, as a bitmap.
    fileprivate func bitmap(of texts: [String], in set: ValueSet, _ arena: Arena) -> UnsafePointer<UInt64> {
        let words = arena.array(of: UInt64(0), count: set.strings.count / 64 + 1)
        for index in texts.flatMap({ set.words.values(with: Tokenizer.words(of: $0)) }) {
            words[index >> 6] |= 1 << UInt64(index & 63)
        }
        return UnsafePointer(words)
    }
}

extension PropertyColumn {
    /// The condition that the value is 1.
    fileprivate var native: banua_condition {
        let column = banua_fact(least: base, greatest: base, starts: nil, values: nil, value_count: 0)
        return banua_condition(
            fact: column, lower: 1, upper: 1, lower_is_open: false, upper_is_open: false, wanted: nil, wanted_count: 0)
    }
}

extension FactCondition {
    fileprivate func native(_ facts: FactsFile, _ arena: Arena) -> banua_condition {
        var native = banua_condition(
            fact: facts.native(fact), lower: min ?? -.infinity, upper: max ?? .infinity, lower_is_open: minIsExclusive,
            upper_is_open: maxIsExclusive, wanted: nil, wanted_count: 0)
        if !values.isEmpty, !values.contains(FactDefinition.anyValue), let set = facts.set(fact) {
            native.wanted = facts.bitmap(of: values, in: set, arena)
            native.wanted_count = UInt32(set.strings.count)
        }
        return native
    }
}
