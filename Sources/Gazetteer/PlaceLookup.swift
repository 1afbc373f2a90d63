/// Finds places of a source by name, from the surest reason to the least sure.
///
/// Shape: places in the order of their codes.
package struct PlaceLookup<Source: PlaceSource> {
    package let source: Source
    package let words: PlaceWords

    package init(_ source: Source, words: PlaceWords) {
        self.source = source
        self.words = words
    }

    /// The places of that official or former name.
    func places(named name: PlaceName, at level: AdministrativeLevel, in areas: [PlaceArea]) throws -> [Place] {
        try select(at: level, in: areas, source.places(named: name).filter { $0.source.isOwnName }.map(\.place))
    }

    /// The places with that by-name.
    func places(bynamed name: PlaceName, at level: AdministrativeLevel, in areas: [PlaceArea]) throws -> [Place] {
        try select(at: level, in: areas, source.places(named: name).filter { !$0.source.isOwnName }.map(\.place))
    }

    func places(soundingLike name: PlaceName, at level: AdministrativeLevel, in areas: [PlaceArea]) throws -> [Place] {
        try select(at: level, in: areas, source.places(soundingLike: name))
    }

    func ancestor(of place: Place, at level: AdministrativeLevel) throws -> Place? {
        if place.level == level { return place }
        return try place.code.ancestor(at: level).flatMap { try source.place($0) }
    }

    func name(of place: Place) -> PlaceName { PlaceName(place.name, words) }

    /// The name of a region without its title.
    func plainName(of region: Place) -> PlaceName {
        let name = name(of: region)
        return name.without(region.level.titles) ?? name
    }

    private func select(at level: AdministrativeLevel, in areas: [PlaceArea], _ places: [Place]) -> [Place] {
        var seen: Set<AdministrativeCode> = []
        return areas.flatMap { area in
            places.filter { $0.level == level && area.contains($0) && seen.insert($0.code).inserted }
        }
    }
}

extension NamedPlace.Source {
    /// True for present and former official names.
    package var isOwnName: Bool { self == .official || self == .former }
}
