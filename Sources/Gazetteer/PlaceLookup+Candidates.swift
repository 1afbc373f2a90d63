// Places to propose to a person if none is sure.
extension PlaceLookup {
    /// Villages that a name may mean, best first: similar names in the area, then the same name outside it.
    func similarVillages(_ name: PlaceName, in area: PlaceArea) throws -> [PlaceCandidate] {
        let found = area == .everywhere ? [] : try similar(name, at: .village, in: area)
        let known = Set(found.map(\.code))
        let named = try villages(name, in: [.everywhere])
        let elsewhere = named.reason == .withoutKampung ? [] : named.places.prefix(PlaceFinding.candidateLimit)
        let reason = area == .everywhere ? named.reason : .elsewhere
        return found + elsewhere.map { PlaceCandidate($0, reason) }.filter { !known.contains($0.code) }
    }

    /// Regions of a level that a name may mean, best first.
    func similarRegions(_ name: PlaceName, at level: AdministrativeLevel, in area: PlaceArea) throws
        -> [PlaceCandidate]
    {
        try similar(name.without(level.titles) ?? name, at: level, in: area)
    }

    private func similar(_ name: PlaceName, at level: AdministrativeLevel, in area: PlaceArea) throws
        -> [PlaceCandidate]
    {
        // Regions are few, and their names have titles, which a probe does not remove.
        let probe = level == .village ? SoundProbe(name) : nil
        let places = try source.places(in: area, at: level, near: probe)
        let scored = places.compactMap { place in
            likeness(name, plainName(of: place)).map { (rank: $0.rank, candidate: PlaceCandidate(place, $0.reason)) }
        }
        return scored.sorted { ($0.rank, $0.candidate.code) < ($1.rank, $1.candidate.code) }.map(\.candidate)
    }

    /// The difference of two names, 0 if they are equal; nil if they are not similar.
    private func likeness(_ name: PlaceName, _ official: PlaceName) -> (rank: Int, reason: PlaceMatchReason)? {
        if name.soundKey == official.soundKey { return (0, .same) }
        if let last = official.words.last, official.words.count > 1, last.isNumberOrLetter,
            PlaceSpelling.sound(of: official.words.dropLast()) == PlaceSpelling.sound(of: name.words)
        {
            return (1, .numbered)
        }
        if let distance = PlaceSpelling.distance(name, official),
            PlaceSpelling.distinctiveLetters(of: name) >= (distance < 2 ? 4 : 7)
        {
            return (1 + distance, .close)
        }
        let (short, long) =
            name.words.count < official.words.count ? (name.words, official.words) : (official.words, name.words)
        let isDistinctive = short.contains {
            !PlaceSpelling.isGeneral($0) && !PlaceSpelling.isDesignator($0) && $0.utf8.count > 3
        }
        guard isDistinctive else { return nil }
        let sound = PlaceSpelling.sound(of: short)
        if PlaceSpelling.sound(of: long.prefix(short.count)) == sound
            || PlaceSpelling.sound(of: long.suffix(short.count)) == sound
        {
            return (4, .partOfName)
        }
        return PlaceSpelling.sound(of: long).starts(with: sound) ? (5, .partOfName) : nil
    }
}
