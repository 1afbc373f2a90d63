/// Places that a phrase can mean, all for the same reason.
struct PlaceMatch {
    var places: [Int]
    var reason: PlaceMatchReason

    static let none = PlaceMatch(places: [], reason: .same)

    /// The place, where there is but one.
    var only: Int? { places.count == 1 ? places[0] : nil }
    var isEmpty: Bool { places.isEmpty }
}

// Regions by their names. The first reason that finds any holds: the official name, a by-name, spelling habits.
extension Gazetteer {
    func provinces(_ name: PlaceName) -> PlaceMatch { regions(name, level: .province, in: all) }

    /// The regencies a phrase can mean; a title ("Kab.", "Kota") decides between two of one name.
    func regencies(_ name: PlaceName, in range: Range<Int>) -> PlaceMatch {
        let match = regions(name, level: .regency, in: range)
        guard let title = name.words.first, places(named: name, level: .regency, in: range).isEmpty else {
            return match
        }
        let isTitleOfCity = PlaceName.cityTitles.contains(title)
        guard isTitleOfCity || PlaceName.regencyTitles.contains(title) else { return match }
        let titled = match.places.filter { isCity($0) == isTitleOfCity }
        // "Kab. Banjarbaru" can only be Kota Banjarbaru, but that is worth a remark.
        return titled.isEmpty
            ? PlaceMatch(places: match.places, reason: .close) : PlaceMatch(places: titled, reason: match.reason)
    }

    /// The districts a phrase can mean in any of the ranges.
    func districts(_ name: PlaceName, in range: Range<Int>) -> PlaceMatch { regions(name, level: .district, in: range) }

    private func regions(_ name: PlaceName, level: PlaceLevel, in range: Range<Int>) -> PlaceMatch {
        // As written first: "Kota Baru" is the regency Kotabaru, not a kota named Baru.
        let forms = [name, name.without(level.titles)].compactMap(\.self)
        for form in forms {
            let places = places(named: form, level: level, in: range)
            if !places.isEmpty { return PlaceMatch(places: places, reason: .same) }
        }
        for form in forms {
            let places = places(bynamed: form).filter { range.contains($0) && entries[$0].level == level }
            if !places.isEmpty { return PlaceMatch(places: places, reason: .byName) }
        }
        for form in forms {
            let places = places(soundingLike: form, level: level, in: range)
            if !places.isEmpty { return PlaceMatch(places: places, reason: .spelling) }
        }
        return .none
    }

    /// The one region of that level in the range whose name differs in a letter.
    func closeRegion(_ name: PlaceName, level: PlaceLevel, in range: Range<Int>) -> PlaceMatch {
        guard range.count <= Self.scanLimit else { return .none }
        let plain = name.without(level.titles) ?? name
        let places = range.filter { place in
            guard entries[place].level == level else { return false }
            let official = self.name(of: place)
            return PlaceSpelling.isCloseRegion(plain, official.without(level.titles) ?? official)
        }
        return places.count == 1 ? PlaceMatch(places: places, reason: .close) : .none
    }

    /// Names are compared one by one in an area of at most so many entries: any province, but not the country.
    static let scanLimit = 15_000

    func name(of place: Int) -> PlaceName { PlaceName(entries[place].name, words) }

    /// The ministry numbers kota from 71.
    private func isCity(_ regency: Int) -> Bool { entries[regency].code.suffix(2) >= "71" }
}
