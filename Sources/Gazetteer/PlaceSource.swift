/// A collection of places to look up: the catalog in memory, or an index on disk.
///
/// A place resolver works with every source, so an import and a search read a text in the same way.
package protocol PlaceSource {
    /// The place of a present code; nil if there is none.
    func place(_ code: AdministrativeCode) throws -> Place?

    /// The present place that had this code before; nil if there is none.
    func place(formerCode: AdministrativeCode) throws -> Place?

    /// The places with a name of the same key, by code.
    func places(named name: PlaceName) throws -> [NamedPlace]

    /// The places with an official or former name of the same sound, by code.
    func places(soundingLike name: PlaceName) throws -> [Place]

    /// The places of a level in an area, by code.
    ///
    /// Places whose names differ much from that of `probe` may be left out. Empty if the area is too large to compare
    /// all names in it.
    func places(in area: PlaceArea, at level: AdministrativeLevel, near probe: SoundProbe?) throws -> [Place]

    /// The villages whose points are nearest to a village's own, at most `count`; nothing if it has no point.
    func villages(nearestTo village: Place, count: Int) throws -> [Place]
}

/// An area in which places are looked up.
package enum PlaceArea: Hashable, Sendable {
    case everywhere
    case inside(AdministrativeCode)

    package func contains(_ place: Place) -> Bool {
        switch self {
        case .everywhere: true
        case .inside(let code): code.contains(place.code)
        }
    }
}

extension Place {
    /// The place with everything in it.
    package var area: PlaceArea { .inside(code) }
}
