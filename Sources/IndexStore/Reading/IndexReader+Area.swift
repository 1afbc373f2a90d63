import CRanking
import Geo
import IndexDefinition

/// Queries without words: answered by walks over `points.bin` if the filter has an area, else by a scan.
extension IndexReader {
    /// The nearest documents, found by a walk outwards from the origin.
    ///
    /// - Returns: nil if the documents have to be looked at one by one: for facets, or for a filter by something else
    ///   than kinds and a circle around the origin.
    func nearest(_ query: IndexQuery) throws -> MatchResult? {
        let filter = query.filter
        guard query.order == .distance, query.facets.isEmpty, query.factFacets.isEmpty, query.candidates == nil,
            query.properties.isEmpty,
            filter.holdsOnlyKinds,
            let origin = query.origin, filter.circle.map({ $0.centre == origin }) ?? true
        else { return nil }
        try query.check()
        let distance = distance(from: origin)
        let precisions = generation.values.precisions
        let (weights, doubts) = (query.weights.distance, query.doubtsPositions)
        let neighbours = generation.points.nearest(
            to: origin, count: query.limit, within: filter.circle?.radiusMetres ?? .infinity,
            after: query.after.map { Neighbour(ordinal: $0.document.ordinal, distance: $0.key) },
            kinds: KindSet(filter.kinds), distance: distance,
            uncertainty: { doubts ? PositionPrecision(rawValue: precisions[$0]).map(weights.spreadMetres) ?? 0 : 0 },
            greatestUncertainty: doubts ? weights.greatestSpreadMetres : 0)
        var result = MatchResult()
        result.total = placedTotal(filter, distance: distance)
        result.hits = neighbours.map { MatchHit(DocumentRef(ordinal: $0.ordinal), key: $0.distance) }
        return result
    }

    private func distance(from origin: Coordinate) -> (Int) -> Double {
        let (values, metres) = (generation.values, distance.distance)
        return { ordinal in values.coordinate(at: ordinal).map { metres(origin, $0) } ?? .infinity }
    }

    /// The number of documents with a position in a filter that holds kinds and perhaps a circle, and nothing else.
    private func placedTotal(_ filter: Filter, distance: (Int) -> Double) -> Int {
        guard let circle = filter.circle else {
            let kinds = filter.kinds.isEmpty ? Set(DocumentKind.allCases) : filter.kinds
            return kinds.map(generation.placedCount).reduce(0, +)
        }
        var count = 0
        generation.points.forEach(
            within: circle.radiusMetres, of: circle.centre, kinds: KindSet(filter.kinds), distance: distance
        ) { _ in count += 1 }
        return count
    }

    /// Offers documents to the collector: those of the filter's area, or all.
    func scan(_ query: IndexQuery) throws -> MatchResult {
        let collector = try Collector(query, reader: self)
        if let candidates = query.candidates?.map(\.ordinal) {
            for ordinal in candidates where generation.values.contains(ordinal: ordinal) {
                banua_offer(collector.handle, UInt32(ordinal))
            }
        } else if query.filter.circle != nil || query.filter.box != nil {
            try offerArea(query.filter, to: collector)
        } else if !banua_scan(collector.handle, interruptHandle.flag) {
            throw IndexStoreError.interrupted
        }
        return collector.result()
    }

    /// The collector applies the whole filter, so the walk may find more than the area holds.
    private func offerArea(_ filter: Filter, to collector: Collector) throws {
        var offered = 0
        var isInterrupted = false
        MatchPlanner.walk(filter, in: generation) { ordinal in
            offered += 1
            if offered & 4095 == 0 { isInterrupted = banua_flag_is_set(interruptHandle.flag) }
            if !isInterrupted { banua_offer(collector.handle, UInt32(ordinal)) }
            return !isInterrupted
        }
        if isInterrupted { throw IndexStoreError.interrupted }
    }
}

extension Filter {
    /// True if it restricts nothing but the kind and the distance from a point.
    fileprivate var holdsOnlyKinds: Bool {
        regencies == nil && districts == nil && categories == nil && box == nil && facts.isEmpty
    }
}
