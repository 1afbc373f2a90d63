// Finds villages by name, from the surest reason to the least sure.
extension PlaceLookup {
    /// Villages of the areas that have the name: as written, by a by-name, by spelling habits, or without "Kampung".
    func villages(_ name: PlaceName, in areas: [PlaceArea]) throws -> PlaceMatch {
        let forms = [name, name.without(PlaceName.villageTitles)].compactMap(\.self)
        for form in forms {
            let same = try places(named: form, at: .village, in: areas)
            if !same.isEmpty { return PlaceMatch(places: same, reason: .same) }
        }
        let bynamed = try places(bynamed: name, at: .village, in: areas)
        if !bynamed.isEmpty { return PlaceMatch(places: bynamed, reason: .byName) }
        for form in forms {
            let sounding = try places(soundingLike: form, at: .village, in: areas)
            if !sounding.isEmpty { return PlaceMatch(places: sounding, reason: .spelling) }
        }
        guard let short = name.withoutKampung else { return .none }
        let plain = try places(soundingLike: short, at: .village, in: areas)
        return PlaceMatch(places: plain, reason: .withoutKampung)
    }

    /// Villages of one district whose name differs from the written one by a hamlet's name, a general word or a letter
    /// or two.
    ///
    /// Finds nothing if the text names a market or a street that only has a village's name.
    func villagesDeparting(from name: PlaceName, in district: PlaceArea) throws -> PlaceMatch {
        guard !name.namesFeature else { return .none }
        var match = PlaceMatch.none
        var rivals: [Place] = []
        for place in try source.places(in: district, at: .village, near: nil) {
            let official = self.name(of: place)
            // A name with another first letter does not count as similar, but it makes other similar names doubtful.
            if PlaceSpelling.distance(name, official) != nil { rivals.append(place) }
            guard let reason = departure(from: name, to: official) else { continue }
            match.reason = match.places.isEmpty ? reason : .partOfName
            match.places.append(place)
        }
        let isDoubtful = match.reason == .close && !Set(rivals).subtracting(match.places).isEmpty
        return isDoubtful ? PlaceMatch(places: rivals, reason: .close) : match
    }

    private func departure(from name: PlaceName, to official: PlaceName) -> PlaceMatchReason? {
        if PlaceSpelling.isClose(name, official) { return .close }
        if name.isLeft(of: official) { return .generalWordLeftOut }
        return name.hasHamlet(before: official) ? .hamletBefore : nil
    }

    /// The only village of a regency whose name differs by one letter.
    ///
    /// The name must have seven letters, and no other name may differ by two letters or fewer.
    func closeVillage(_ name: PlaceName, in regency: PlaceArea) throws -> PlaceMatch {
        guard !name.namesFeature, name.words.joined().utf8.count >= 7 else { return .none }
        let close = try source.places(in: regency, at: .village, near: SoundProbe(name)).filter {
            PlaceSpelling.distance(name, self.name(of: $0)) != nil
        }
        guard close.count == 1, PlaceSpelling.isClose(name, self.name(of: close[0]), allowing: 1) else { return .none }
        return PlaceMatch(places: close, reason: .close)
    }

    /// Villages with the written name and a number or a letter after it: Baringin A and Baringin B for "Beringin".
    func numberedVillages(_ name: PlaceName, in area: PlaceArea) throws -> PlaceMatch {
        let sound = PlaceSpelling.sound(of: name.words)
        let places = try source.places(in: area, at: .village, near: SoundProbe(name)).filter { place in
            let official = self.name(of: place).words
            return official.count > 1 && official[official.count - 1].isNumberOrLetter
                && PlaceSpelling.sound(of: official.dropLast()) == sound
        }
        return PlaceMatch(places: places, reason: .numbered)
    }
}
