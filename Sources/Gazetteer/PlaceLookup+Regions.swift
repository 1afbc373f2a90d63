// Finds regions by name. The first of these reasons that finds any region is used: official name, by-name, spelling
// habits.
extension PlaceLookup {
    func provinces(_ name: PlaceName) throws -> PlaceMatch { try regions(name, at: .province, in: .everywhere) }

    /// The regencies a phrase can mean; a title ("Kab.", "Kota") decides between two of one name.
    func regencies(_ name: PlaceName, in area: PlaceArea) throws -> PlaceMatch {
        let match = try regions(name, at: .regency, in: area)
        guard let title = name.words.first, !match.isEmpty,
            try places(named: name, at: .regency, in: [area]).isEmpty
        else {
            return match
        }
        let isTitleOfCity = PlaceName.cityTitles.contains(title)
        guard isTitleOfCity || PlaceName.regencyTitles.contains(title) else { return match }
        let titled = match.places.filter { $0.code.isCity == isTitleOfCity }
        // "Kab. Banjarbaru" can only be Kota Banjarbaru, but the title is wrong.
        return titled.isEmpty
            ? PlaceMatch(places: match.places, reason: .close) : PlaceMatch(places: titled, reason: match.reason)
    }

    func districts(_ name: PlaceName, in area: PlaceArea) throws -> PlaceMatch {
        try regions(name, at: .district, in: area)
    }

    func regions(_ name: PlaceName, at level: AdministrativeLevel, in area: PlaceArea) throws -> PlaceMatch {
        // As written first: "Kota Baru" is the regency Kotabaru, not a kota named Baru.
        let forms = [name, name.without(level.titles)].compactMap(\.self)
        for form in forms {
            let places = try places(named: form, at: level, in: [area])
            if !places.isEmpty { return PlaceMatch(places: places, reason: .same) }
        }
        for form in forms {
            let places = try places(bynamed: form, at: level, in: [area])
            if !places.isEmpty { return PlaceMatch(places: places, reason: .byName) }
        }
        for form in forms {
            let places = try places(soundingLike: form, at: level, in: [area])
            if !places.isEmpty { return PlaceMatch(places: places, reason: .spelling) }
        }
        return .none
    }

    /// The one region of that level in the area whose name differs by a letter.
    func closeRegion(_ name: PlaceName, at level: AdministrativeLevel, in area: PlaceArea) throws -> PlaceMatch {
        let plain = name.without(level.titles) ?? name
        let places = try source.places(in: area, at: level, near: nil).filter {
            PlaceSpelling.isCloseRegion(plain, plainName(of: $0))
        }
        return places.count == 1 ? PlaceMatch(places: places, reason: .close) : .none
    }
}
