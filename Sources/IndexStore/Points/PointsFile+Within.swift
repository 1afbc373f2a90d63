import Geo

extension PointsFile {
    /// Calls `body` with every document whose chord from `centre` is at most `chord`, in no particular order, until it
    /// returns false.
    ///
    /// Units: metres, inclusive.
    func forEach(
        withinChord chord: Double, of centre: GeocentricPoint, kinds: KindSet = .all,
        while body: (_ ordinal: Int, _ chord: Double) -> Bool
    ) {
        guard chord >= 0 else { return }
        withUnsafeTemporaryAllocation(of: Double.self, capacity: PointsFormat.fanOut) { squares in
            guard let room = squares.baseAddress else { return }
            let distances = NodeDistances(from: centre, squares: room)
            _ = descend(
                level: levels.count - 1, index: 0, with: distances, kinds: kinds.rawValue, limitSquare: chord * chord,
                body)
        }
    }

    /// Visits every document within a geodesic distance, exactly.
    ///
    ///     let distance = { geodesic.distance(from: place, to: values.coordinate(at: $0)) }
    ///     points.forEach(within: 25_000, of: place, distance: distance) { count += 1 }
    ///
    /// `distance` is asked only about documents that the chord leaves in doubt: a band of a few metres at 100 km.
    /// Units: metres, inclusive.
    func forEach(
        within radius: Double, of centre: Coordinate, kinds: KindSet = .all, distance: (_ ordinal: Int) -> Double,
        _ body: (_ ordinal: Int) -> Void
    ) {
        let certain = ChordBound.maxChord(forDistance: radius)
        forEach(withinChord: radius + ChordBound.slack, of: GeocentricPoint(centre), kinds: kinds) { ordinal, chord in
            if chord <= certain || distance(ordinal) <= radius { body(ordinal) }
            return true
        }
    }

    /// Goes down from a node into every child that may hold a point near enough.
    ///
    /// Depth is the number of levels, at most eight. Returns false if `body` ended the walk.
    func descend(
        level: Int, index: Int, with distances: NodeDistances, kinds: UInt8, limitSquare: Double,
        _ body: (_ ordinal: Int, _ chord: Double) -> Bool
    ) -> Bool {
        guard level > 0 else {
            return visit(leaf: index, with: distances, kinds: kinds, limitSquare: limitSquare, body)
        }
        let node = levels[level].base + index * PointsFormat.nodeBytes
        let children = min(PointsFormat.fanOut, levels[level - 1].count - index * PointsFormat.fanOut)
        distances.measure(node: node)
        var near: UInt32 = 0
        for slot in 0..<children where distances.squares[slot] <= limitSquare {
            if node.load(fromByteOffset: PointsFormat.nodeKinds + slot, as: UInt8.self) & kinds != 0 {
                near |= 1 << UInt32(slot)
            }
        }
        while near != 0 {
            let slot = near.trailingZeroBitCount
            near &= near - 1
            let goesOn = descend(
                level: level - 1, index: index * PointsFormat.fanOut + slot, with: distances, kinds: kinds,
                limitSquare: limitSquare, body)
            guard goesOn else { return false }
        }
        return true
    }

    func visit(
        leaf index: Int, with distances: NodeDistances, kinds: UInt8, limitSquare: Double,
        _ body: (_ ordinal: Int, _ chord: Double) -> Bool
    ) -> Bool {
        let leaf = levels[0].base + index * PointsFormat.leafBytes
        distances.measure(leaf: leaf)
        for slot in 0..<PointsFormat.fanOut where distances.squares[slot] <= limitSquare {
            let point = PointSlot(leaf: leaf, slot: slot)
            guard point.kinds & kinds != 0, point.ordinal < documentCount else { continue }
            guard body(point.ordinal, distances.squares[slot].squareRoot()) else { return false }
        }
        return true
    }
}
