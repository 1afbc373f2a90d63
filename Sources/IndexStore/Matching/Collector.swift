import CRanking
import IndexDefinition

/// The C collector of one request, freed with this object.
final class Collector {
    private let request: NativeRequest
    private let order: MatchRequest.Order
    let handle: OpaquePointer

    init(
        _ request: MatchRequest, phrases: [MatchExpression.Phrase] = [], generation: Generation,
        explaining: Bool = false
    ) throws {
        self.request = try NativeRequest(request, phrases: phrases, generation: generation, explaining: explaining)
        order = request.order
        handle = try withUnsafePointer(to: self.request.native) { [hits = self.request.hits] native in
            guard let handle = banua_collector_create(native, hits) else { throw IndexStoreError.outOfMemory }
            return handle
        }
    }

    deinit {
        banua_collector_free(handle)
    }

    /// What was collected; once, at the end.
    func result() -> MatchResult {
        var result = MatchResult()
        result.total = Int(banua_total(handle))
        result.completeTotal = Int(banua_complete_total(handle))
        result.hits = (0..<Int(banua_finish(handle))).map { hit(request.hits[$0]) }
        for (facet, counts) in request.counters {
            result.facetCounts[facet] = counts.indices.filter { counts[$0] > 0 }
                .map { FacetCount(ordinal: UInt16($0), count: Int(counts[$0])) }
                .sorted { ($1.count, $0.ordinal) < ($0.count, $1.ordinal) }
        }
        return result
    }

    private func hit(_ native: banua_hit) -> MatchHit {
        MatchHit(
            ordinal: Int(native.ordinal), key: native.key, score: order == .score ? native.key : nil,
            tier: Tier(rawValue: native.tier) ?? .typo,
            matchedClauses: Int(native.matched), fields: native.fields == 0 ? .all : FieldSet(bits: native.fields))
    }

    /// The explanation, if one was asked for and the document matched.
    func scoreParts(clauseCount: Int) -> ScoreParts? {
        guard let native = request.parts?.pointee, native.found else { return nil }
        let none = ScoreParts.Clause(score: 0, frequency: 0, tier: nil, fields: [])
        var clauses = [ScoreParts.Clause](repeating: none, count: clauseCount)
        for (index, position) in request.scored.enumerated() {
            clauses[position] = ScoreParts.Clause(
                score: Self.element(native.clause_score, index),
                frequency: Self.element(native.clause_frequency, index),
                tier: Tier(rawValue: Self.element(native.clause_tier, index)),
                fields: Set(
                    IndexField.allCases.filter {
                        Self.element(native.clause_fields, index) as UInt8 >> UInt8($0.rawValue) & 1 == 1
                    }))
        }
        return ScoreParts(
            clauses: clauses, phrase: native.phrase, proximity: native.proximity, quality: native.quality,
            distance: native.distance,
            kind: native.kind, isWithinReach: native.within_reach, relevance: native.relevance,
            tierHeight: native.tier_height,
            tier: Tier(rawValue: native.tier) ?? .typo,
            matchedClauses: Int(native.matched), score: native.score)
    }

    /// An element of a C array, which Swift sees as a tuple.
    private static func element<Tuple, Value: BitwiseCopyable>(_ tuple: Tuple, _ index: Int) -> Value {
        withUnsafeBytes(of: tuple) {
            $0.loadUnaligned(fromByteOffset: index * MemoryLayout<Value>.stride, as: Value.self)
        }
    }
}
