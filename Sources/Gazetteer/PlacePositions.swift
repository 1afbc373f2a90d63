import Geo

/// The points of places, in one tree for each level.
package struct PlacePositions: Sendable {
    private let trees: [PointTree]
    /// The smallest level that has points; nil if none has.
    package let finestLevel: AdministrativeLevel?

    init(_ places: [Place]) {
        let trees = AdministrativeLevel.allCases.map { level in
            PointTree(
                places.indices.compactMap { index in
                    guard places[index].level == level, let coordinate = places[index].coordinate else { return nil }
                    return (index, coordinate)
                })
        }
        self.trees = trees
        finestLevel = AdministrativeLevel.allCases.last { !trees[$0.rawValue].isEmpty }
    }

    package func nearest(_ count: Int, at level: AdministrativeLevel, to coordinate: Coordinate)
        -> [PointTree.Neighbour]
    {
        trees[level.rawValue].nearest(count, to: coordinate)
    }
}
