import Geo

/// The points of a gazetteer's entries, one tree a level.
struct GazetteerPositions: Sendable {
    private let trees: [PointTree]
    /// The smallest level that has points, nil where none has.
    let finestLevel: PlaceLevel?

    init(entries: [GazetteerEntry]) {
        let trees = PlaceLevel.allCases.map { level in
            PointTree(
                entries.indices.compactMap { place in
                    guard entries[place].level == level, let coordinate = entries[place].coordinate else { return nil }
                    return (place, coordinate)
                })
        }
        self.trees = trees
        finestLevel = PlaceLevel.allCases.last { !trees[$0.rawValue].isEmpty }
    }

    func nearest(_ count: Int, at level: PlaceLevel, to coordinate: Coordinate) -> [PointTree.Neighbour] {
        trees[level.rawValue].nearest(count, to: coordinate)
    }
}

// Whether a coordinate can belong to an area of which only points are known.
extension Gazetteer {
    /// What an entry's point is worth where no accuracy is stated: the 90th percentile of those stated is 3.8 km.
    private static let unstatedAccuracyMetres = 4_000.0
    /// Beside accuracy and spacing, for what lies at the edge of a densely settled area.
    private static let marginMetres = 1_000.0
    /// So many nearest points decide; a coordinate within an area has one of the area's own among them.
    private static let neighbourCount = 24

    /// The village whose point is nearest, and how far it is; nil where no village has one.
    ///
    /// Units: metres, within a ten-thousandth of the geodesic up to 300 km.
    package func nearestVillage(to coordinate: Coordinate) -> (entry: GazetteerEntry, metres: Double)? {
        positions.nearest(1, at: .village, to: coordinate).first.map { (entries[$0.place], $0.metres) }
    }

    /// Whether the coordinate can lie in the area of that code, as far as points tell; nil where nothing is known of
    /// the area's position.
    ///
    /// It can, where it is within reach of one of the area's points; the reach grows with the point's accuracy and with
    /// the distance to its neighbours.
    package func isPlausible(_ coordinate: Coordinate, within code: String) -> Bool? {
        place(code: code).flatMap { isPlausible(coordinate, within: $0) }
    }

    func isPlausible(_ coordinate: Coordinate, within place: Int) -> Bool? {
        guard let level = pointLevel(of: place) else { return nil }
        if level == entries[place].level, let own = entries[place].coordinate {
            return PointTree.metres(from: own, to: coordinate) <= reachMetres(of: place)
        }
        let area = range(of: place)
        return positions.nearest(Self.neighbourCount, at: level, to: coordinate)
            .contains { area.contains($0.place) && $0.metres <= reachMetres(of: $0.place) }
    }

    /// Whether the coordinate can lie anywhere in the gazetteer; nil where it has no points.
    func isPlausible(_ coordinate: Coordinate) -> Bool? {
        positions.finestLevel.map { level in
            positions.nearest(Self.neighbourCount, at: level, to: coordinate).contains {
                $0.metres <= reachMetres(of: $0.place)
            }
        }
    }

    /// How far from its point a place is believed to extend: its accuracy, and twice the distance to the third nearest
    /// place of its level.
    func reachMetres(of place: Int) -> Double {
        guard let coordinate = entries[place].coordinate, let level = entries[place].level else { return 0 }
        let neighbours = positions.nearest(4, at: level, to: coordinate)
        let spacing = neighbours.count > 1 ? neighbours[neighbours.count - 1].metres : 0
        return (entries[place].accuracyMetres ?? Self.unstatedAccuracyMetres) + 2 * spacing + Self.marginMetres
    }

    /// Whether one of the places nearest to a village lies in that district; nil where the village has no point.
    func isNear(_ village: Int, district: Int) -> Bool? {
        guard let coordinate = entries[village].coordinate else { return nil }
        let area = range(of: district)
        return positions.nearest(Self.neighbourCount, at: .village, to: coordinate).contains { area.contains($0.place) }
    }

    /// The level whose points stand for the place: villages where some have a point, else the next larger ones.
    private func pointLevel(of place: Int) -> PlaceLevel? {
        let area = range(of: place)
        guard let own = entries[place].level else { return nil }
        for level in PlaceLevel.allCases.reversed() where level >= own {
            if area.contains(where: { entries[$0].level == level && entries[$0].coordinate != nil }) { return level }
        }
        return nil
    }
}

extension Gazetteer {
    /// The box around all points, with half a degree to spare; all of Earth where there are none.
    ///
    /// Complexity: O(n): keep it.
    var extent: BoundingBox {
        let points = entries.lazy.compactMap(\.coordinate)
        guard let first = points.first else { return BoundingBox(west: -180, south: -90, east: 180, north: 90) }
        var box = BoundingBox(
            west: first.longitude, south: first.latitude, east: first.longitude, north: first.latitude)
        for point in points {
            box.west = min(box.west, point.longitude)
            box.east = max(box.east, point.longitude)
            box.south = min(box.south, point.latitude)
            box.north = max(box.north, point.latitude)
        }
        return BoundingBox(west: box.west - 0.5, south: box.south - 0.5, east: box.east + 0.5, north: box.north + 0.5)
    }
}
