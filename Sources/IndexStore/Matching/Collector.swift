import CRanking
import IndexDefinition

/// The C collector of one query, freed with this object.
final class Collector {
    let handle: OpaquePointer
    private let query: IndexQuery
    private let values: ValuesFile
    private let facts: FactsFile
    private let memory: QueryMemory

    /// - Throws: `.usage` for a query that the scorer cannot take, `.inputOutput` if the memory is used up.
    init(
        _ query: IndexQuery, phrases: [MatchExpression.Phrase] = [], reader: IndexReader, explaining: Bool = false
    ) throws {
        try query.check()
        let generation = reader.generation
        self.query = query
        values = generation.values
        facts = generation.facts
        memory = QueryMemory(
            query, generation: generation, properties: try reader.columns(of: query.properties),
            distance: reader.distance, explaining: explaining)
        var native = query.native(phrases: phrases, generation: generation, memory: memory)
        guard let handle = banua_collector_create(&native, memory.hits) else { throw IndexStoreError.outOfMemory }
        self.handle = handle
    }

    deinit {
        banua_collector_free(handle)
    }

    /// What was collected; once, at the end.
    func result() -> MatchResult {
        var result = MatchResult()
        result.total = Int(banua_total(handle))
        result.completeTotal = Int(banua_complete_total(handle))
        result.hits = (0..<Int(banua_finish(handle))).map { hit(memory.hits[$0]) }
        for (field, counts) in memory.counters { result.facets[field] = facetCounts(counts, of: field) }
        for (fact, counts) in memory.factCounters { result.factFacets[fact] = factCounts(counts, of: fact) }
        let conditions = query.filter.facts.count + query.properties.count
        result.unknownCounts = (0..<conditions).map { Int(banua_unknown_total(handle, UInt32($0))) }
        return result
    }

    private func hit(_ native: banua_hit) -> MatchHit {
        var hit = MatchHit(DocumentRef(ordinal: Int(native.ordinal)), key: native.key)
        if query.order == .score { hit.score = native.key }
        if native.fields != 0 { hit.fields = Self.fieldSets[Int(native.fields) % Self.fieldSets.count] }
        hit.tier = Tier(rawValue: native.tier) ?? .typo
        hit.matchedClauses = Int(native.matched)
        return hit
    }

    private func facetCounts(_ counts: UnsafeMutableBufferPointer<UInt32>, of field: FacetField) -> [FacetCount] {
        let table = values.facetTable(field)
        return counts.indices.filter { counts[$0] > 0 }
            .map { FacetCount(value: table.values[$0], label: table.labels[$0], count: Int(counts[$0])) }
            .sorted { ($1.count, $0.value) < ($0.count, $1.value) }
    }

    private func factCounts(_ counts: UnsafeMutableBufferPointer<UInt32>, of fact: String) -> [FacetCount] {
        guard let set = facts.set(fact) else {
            let bounds = query.factFacets[fact] ?? []
            return bounds.indices.filter { counts[$0] > 0 }.map { index in
                let upper = index + 1 < bounds.count ? Self.text(bounds[index + 1]) : ""
                let range = "\(Self.text(bounds[index]))..\(upper)"
                return FacetCount(value: range, label: range, count: Int(counts[index]))
            }
        }
        return counts.indices.filter { counts[$0] > 0 }
            .map { index in
                let value = String(decoding: set.strings[index], as: UTF8.self)
                return FacetCount(value: value, label: value, count: Int(counts[index]))
            }
            .sorted { ($1.count, $0.value) < ($0.count, $1.value) }
    }

    private static func text(_ number: Double) -> String {
        Int(exactly: number).map(String.init) ?? String(number)
    }

    /// The explanation, if one was asked for and the document matched.
    func scoreParts() -> ScoreParts? {
        guard let native = memory.parts?.pointee, native.found else { return nil }
        let none = ScoreParts.Clause(score: 0, frequency: 0, tier: nil, fields: [])
        var clauses = [ScoreParts.Clause](repeating: none, count: query.clauses.count)
        for (index, position) in query.scoredClauses.enumerated() {
            let bits: UInt8 = Self.element(native.clause_fields, index)
            clauses[position] = ScoreParts.Clause(
                score: Self.element(native.clause_score, index),
                frequency: Self.element(native.clause_frequency, index),
                tier: Tier(rawValue: Self.element(native.clause_tier, index)),
                fields: Self.fieldSets[Int(bits) % Self.fieldSets.count])
        }
        return ScoreParts(
            clauses: clauses, phrase: native.phrase, proximity: native.proximity, quality: native.quality,
            distance: native.distance, kind: native.kind, head: native.head, isWithinReach: native.within_reach,
            relevance: native.relevance, tierHeight: native.tier_height, tier: Tier(rawValue: native.tier) ?? .typo,
            matchedClauses: Int(native.matched), score: native.score)
    }

    /// The set of fields for each combination of bits, made once.
    private static let fieldSets = (0..<(1 << IndexField.allCases.count)).map { bits in
        Set(IndexField.allCases.filter { bits >> $0.rawValue & 1 == 1 })
    }

    /// An element of a C array, which Swift sees as a tuple.
    private static func element<Tuple, Value: BitwiseCopyable>(_ tuple: Tuple, _ index: Int) -> Value {
        withUnsafeBytes(of: tuple) {
            $0.loadUnaligned(fromByteOffset: index * MemoryLayout<Value>.stride, as: Value.self)
        }
    }
}
