// Places proposed to a person where none is sure.
extension Gazetteer {
    func candidate(_ place: Int, _ reason: PlaceMatchReason) -> PlaceCandidate {
        let entry = entries[place]
        return PlaceCandidate(code: entry.code, name: entry.name, label: label(of: place), reason: reason)
    }

    /// Villages that a name may mean: alike ones in the area, then those of the same name outside it.
    ///
    /// Best first.
    func similarVillages(_ name: PlaceName, in area: Range<Int>?) -> [PlaceCandidate] {
        var found: [PlaceCandidate] = []
        if let area, area.count <= Self.scanLimit {
            found = similar(name, level: .village, in: area)
        }
        let known = Set(found.map(\.code))
        let named = villages(name, in: [all])
        let elsewhere = named.reason == .withoutKampung ? [] : named.places.prefix(PlaceFinding.candidateLimit)
        return found
            + elsewhere.map { candidate($0, area == nil ? named.reason : .elsewhere) }.filter {
                !known.contains($0.code)
            }
    }

    /// Regions of a level that a name may mean, best first.
    func similarRegions(_ name: PlaceName, level: PlaceLevel, in area: Range<Int>) -> [PlaceCandidate] {
        area.count <= Self.scanLimit ? similar(name.without(level.titles) ?? name, level: level, in: area) : []
    }

    private func similar(_ name: PlaceName, level: PlaceLevel, in area: Range<Int>) -> [PlaceCandidate] {
        let probe = SoundTable.Probe(name)
        let scored = area.compactMap { place -> (rank: Int, candidate: PlaceCandidate)? in
            // Regions are few and have titles.
            guard entries[place].level == level, level < .village || sounds.mayBeAlike(probe, place) else { return nil }
            let official = self.name(of: place)
            return likeness(name, official.without(level.titles) ?? official).map {
                ($0.rank, candidate(place, $0.reason))
            }
        }
        return scored.sorted { ($0.rank, $0.candidate.code) < ($1.rank, $1.candidate.code) }.map(\.candidate)
    }

    /// How alike two names are, 0 the most; nil where they are not.
    private func likeness(_ name: PlaceName, _ official: PlaceName) -> (rank: Int, reason: PlaceMatchReason)? {
        if name.soundKey == official.soundKey { return (0, .same) }
        if let last = official.words.last, official.words.count > 1, last.isNumberOrLetter,
            PlaceSpelling.sound(of: official.words.dropLast()) == PlaceSpelling.sound(of: name.words)
        {
            return (1, .numbered)
        }
        if let distance = PlaceSpelling.distance(name, official),
            PlaceSpelling.tellingLetters(of: name) >= (distance < 2 ? 4 : 7)
        {
            return (1 + distance, .close)
        }
        let (short, long) =
            name.words.count < official.words.count ? (name.words, official.words) : (official.words, name.words)
        let isTelling = short.contains {
            !PlaceSpelling.isGeneral($0) && !PlaceSpelling.isDesignator($0) && $0.utf8.count > 3
        }
        guard isTelling else { return nil }
        let sound = PlaceSpelling.sound(of: short)
        if PlaceSpelling.sound(of: long.prefix(short.count)) == sound
            || PlaceSpelling.sound(of: long.suffix(short.count)) == sound
        {
            return (4, .partOfName)
        }
        return PlaceSpelling.sound(of: long).starts(with: sound) ? (5, .partOfName) : nil
    }
}
