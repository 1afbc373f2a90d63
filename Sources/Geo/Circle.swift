/// All points within a distance of a centre, edge included.
///
/// Units: metres.
package struct Circle: Sendable, Hashable {
    package var centre: Coordinate
    package var radiusMetres: Double

    package init(centre: Coordinate, radiusMetres: Double) {
        self.centre = centre
        self.radiusMetres = radiusMetres
    }
}
