import Geo

// Checks whether a coordinate can be in an area of which only points are known.
extension PlaceTable {
    /// The accuracy of a point if none is stated; the 90th percentile of the stated ones is 3.8 km.
    private static let unstatedAccuracyMetres = 4_000.0
    /// Added to accuracy and spacing, for points at the edge of a densely settled area.
    private static let marginMetres = 1_000.0
    /// The number of nearest points to examine.
    ///
    /// If a coordinate is in an area, a point of that area is among them.
    private static let neighbourCount = 24

    /// The village with the nearest point, and its distance; nil if no village has a point.
    ///
    /// Units: metres, within a ten-thousandth of the geodesic up to 300 km.
    package func nearestVillage(to coordinate: Coordinate) -> (place: Place, metres: Double)? {
        positions.nearest(1, at: .village, to: coordinate).first.map { (places[$0.place], $0.metres) }
    }

    package func villages(nearestTo village: Place, count: Int) -> [Place] {
        guard let coordinate = village.coordinate else { return [] }
        return positions.nearest(count, at: .village, to: coordinate).map { places[$0.place] }
    }

    /// Whether the coordinate can be in the area of a code, according to its points; nil if no position of the area is
    /// known.
    ///
    /// It can if it is within reach of one of the area's points. The reach grows with the point's accuracy and with the
    /// distance to its neighbours.
    package func isPlausible(_ coordinate: Coordinate, within code: String) -> Bool? {
        index(of: code).flatMap { isPlausible(coordinate, within: $0) }
    }

    package func isPlausible(_ coordinate: Coordinate, within index: Int) -> Bool? {
        guard let level = pointLevel(of: index) else { return nil }
        if level == places[index].level, let own = places[index].coordinate {
            return PointTree.metres(from: own, to: coordinate) <= reachMetres(of: index)
        }
        let area = range(of: index)
        return positions.nearest(Self.neighbourCount, at: level, to: coordinate)
            .contains { area.contains($0.place) && $0.metres <= reachMetres(of: $0.place) }
    }

    /// Whether the coordinate can be in any area of the table; nil if it has no points.
    package func isPlausible(_ coordinate: Coordinate) -> Bool? {
        positions.finestLevel.map { level in
            positions.nearest(Self.neighbourCount, at: level, to: coordinate).contains {
                $0.metres <= reachMetres(of: $0.place)
            }
        }
    }

    /// The distance up to which a place is assumed to extend from its point: its accuracy, and twice the distance to the
    /// third nearest place of its level.
    func reachMetres(of index: Int) -> Double {
        guard let coordinate = places[index].coordinate else { return 0 }
        let level = places[index].level
        let neighbours = positions.nearest(4, at: level, to: coordinate)
        let spacing = neighbours.count > 1 ? neighbours[neighbours.count - 1].metres : 0
        return (places[index].accuracyMetres ?? Self.unstatedAccuracyMetres) + 2 * spacing + Self.marginMetres
    }

    /// The level whose points stand for the place: villages if some have a point, else the next larger ones.
    private func pointLevel(of index: Int) -> AdministrativeLevel? {
        let area = range(of: index)
        let own = places[index].level
        return AdministrativeLevel.allCases.reversed().first { level in
            level >= own && area.contains { places[$0].level == level && places[$0].coordinate != nil }
        }
    }
}

extension PlaceTable {
    /// The box around all points, with half a degree to spare; the whole Earth if there are none.
    ///
    /// - Complexity: O(n); keep the result.
    package var extent: BoundingBox {
        let points = places.lazy.compactMap(\.coordinate)
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
