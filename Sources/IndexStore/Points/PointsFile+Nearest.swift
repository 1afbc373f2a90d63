import Geo

extension PointsFile {
    /// The nearest documents by chord, the straight line through the Earth.
    ///
    ///     points.nearest(to: GeocentricPoint(martapura), count: 10, kinds: KindSet(kind: 1))
    ///
    /// Shape: at most `count`, ascending by chord, then ordinal; fewer if fewer satisfy the filter. Distances are
    /// chords in metres. Source: best-first search, Hjaltason and Samet, ACM TODS 24 (1999).
    func nearest(
        to centre: GeocentricPoint, count: Int, kinds: KindSet = .all,
        where accepts: (_ ordinal: Int) -> Bool = { _ in true }
    ) -> [Neighbour] {
        guard count > 0 else { return [] }
        var found: [Neighbour] = []
        var limit = Double.infinity
        visitAscending(from: centre, kinds: kinds) { place, chord in
            place.forEach { ordinal in
                !accepts(ordinal)
                    || Self.insert(Neighbour(ordinal: ordinal, distance: chord), into: &found, atMost: count)
            }
            if found.count == count, let last = found.last { limit = last.distance.nextUp }
            return limit
        }
        return found
    }

    /// The nearest documents by geodesic distance, exactly.
    ///
    ///     points.nearest(to: place, count: 10, within: 25_000, after: lastOfThePageBefore) { ordinal in
    ///         geodesic.distance(from: place, to: values.coordinate(at: ordinal))
    ///     }
    ///
    /// A document whose position is only known to lie within some metres (`uncertainty`) counts as at least so far
    /// away: it never comes before a document that is surely nearer. A chord is never longer than its geodesic, so the search goes on
    /// until the next chord exceeds the last distance to be returned. Shape: at most `count`, ascending by distance,
    /// then ordinal; only what comes after `after` in that order, and within `radius` inclusive. Units: metres. `distance` is asked once for each place, and about few
    /// more places than the documents returned stand at.
    func nearest(
        to centre: Coordinate, count: Int, within radius: Double = .infinity, after: Neighbour? = nil,
        kinds: KindSet = .all,
        where accepts: (_ ordinal: Int) -> Bool = { _ in true }, distance: (_ ordinal: Int) -> Double,
        uncertainty: (_ ordinal: Int) -> Double = { _ in 0 }, greatestUncertainty: Double = 0
    ) -> [Neighbour] {
        guard count > 0, radius >= 0 else { return [] }
        var found: [Neighbour] = []
        found.reserveCapacity(min(count, self.count, 1024))
        var limit = radius + ChordBound.slack
        var measured: (place: PointRun, distance: Double)?
        // A nearer place may still have documents behind `after`, if they are less exact than that.
        let passed =
            after.map { $0.distance > greatestUncertainty ? ChordBound.maxChord(forDistance: $0.distance) : -1 } ?? -1
        visitAscending(from: GeocentricPoint(centre), kinds: kinds, limit: limit) { place, chord in
            guard chord >= passed else { return limit }
            place.forEach { ordinal in
                guard accepts(ordinal) else { return true }
                // Thousands of documents may stand at the point of one village.
                let known = measured.flatMap { $0.place.isAtSamePlace(as: place) ? $0.distance : nil }
                let metres = known ?? distance(ordinal)
                if known == nil { measured = (place, metres) }
                guard metres <= radius else { return false }
                let neighbour = Neighbour(ordinal: ordinal, distance: max(metres, uncertainty(ordinal)))
                return after.map { neighbour <= $0 } ?? false || Self.insert(neighbour, into: &found, atMost: count)
                    || neighbour.distance > metres
            }
            if found.count == count, let last = found.last { limit = min(limit, last.distance + ChordBound.slack) }
            return limit
        }
        return found
    }

    /// Keeps the list ascending; chords come nearly in the order of distances, so the place is near the end.
    ///
    /// False if the list is full of nearer ones.
    static func insert(_ neighbour: Neighbour, into found: inout [Neighbour], atMost count: Int) -> Bool {
        if found.count == count, let last = found.last, last < neighbour { return false }
        if found.count == count { found.removeLast() }
        var place = found.count
        while place > 0, neighbour < found[place - 1] { place -= 1 }
        found.insert(neighbour, at: place)
        return true
    }

    /// Visits the points where documents stand in ascending order of chord, until the next chord exceeds the limit that
    /// `visit` returned last.
    ///
    /// A point may be visited several times in a row, each time with other documents, whose ordinals ascend. Chords
    /// that differ by their last bit only may come in either order. A negative limit stops.
    func visitAscending(
        from centre: GeocentricPoint, kinds: KindSet = .all, limit: Double = .infinity,
        visit: (_ place: PointRun, _ chord: Double) -> Double
    ) {
        withUnsafeTemporaryAllocation(of: Double.self, capacity: PointsFormat.fanOut) { squares in
            guard let room = squares.baseAddress else { return }
            let distances = NodeDistances(from: centre, squares: room)
            var queue = CandidateQueue()
            queue.push(.init(square: 0, reference: UInt64(levels.count - 1) << CandidateQueue.levelShift))
            var limitSquare = limit * limit
            while let candidate = queue.pop(), candidate.square <= limitSquare {
                if candidate.reference & CandidateQueue.pointMark == 0 {
                    open(
                        candidate.reference, with: distances, kinds: kinds.rawValue, limitSquare: limitSquare,
                        into: &queue)
                } else {
                    let limit = visit(run(of: candidate, kinds: kinds.rawValue), candidate.square.squareRoot())
                    guard limit >= 0 else { return }
                    limitSquare = limit * limit
                }
            }
        }
    }

    /// The documents that a candidate stands for.
    func run(of candidate: CandidateQueue.Candidate, kinds: UInt8) -> PointRun {
        let slot = Int(candidate.reference & ~CandidateQueue.pointMark)
        let leaf = levels[0].base + slot / PointsFormat.fanOut * PointsFormat.leafBytes
        return PointRun(
            first: PointSlot(leaf: leaf, slot: slot % PointsFormat.fanOut), kinds: kinds, documentCount: documentCount)
    }

    /// Puts the children of a node, or the places of a leaf, into the queue.
    func open(
        _ reference: UInt64, with distances: NodeDistances, kinds: UInt8, limitSquare: Double,
        into queue: inout CandidateQueue
    ) {
        let level = Int(reference >> CandidateQueue.levelShift)
        let index = Int(reference & (1 << CandidateQueue.levelShift - 1))
        if level == 0 {
            let leaf = levels[0].base + index * PointsFormat.leafBytes
            distances.measure(leaf: leaf)
            for slot in 0..<PointsFormat.fanOut where distances.squares[slot] <= limitSquare {
                let point = PointSlot(leaf: leaf, slot: slot)
                // Points of one place wait as one: what is far away costs the same however many documents stand there.
                if let previous = point.previous, previous.isAtSamePlace(as: point) { continue }
                let place = UInt64(index * PointsFormat.fanOut + slot)
                queue.push(.init(square: distances.squares[slot], reference: CandidateQueue.pointMark | place))
            }
        } else {
            let node = levels[level].base + index * PointsFormat.nodeBytes
            let below = UInt64(level - 1) << CandidateQueue.levelShift
            let children = min(PointsFormat.fanOut, levels[level - 1].count - index * PointsFormat.fanOut)
            distances.measure(node: node)
            for slot in 0..<children where distances.squares[slot] <= limitSquare {
                guard node.load(fromByteOffset: PointsFormat.nodeKinds + slot, as: UInt8.self) & kinds != 0 else {
                    continue
                }
                queue.push(
                    .init(
                        square: distances.squares[slot], reference: below | UInt64(index * PointsFormat.fanOut + slot)))
            }
        }
    }
}
