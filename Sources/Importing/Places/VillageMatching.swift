// Villages by their names, from the surest reason to the least.
extension Gazetteer {
    /// Villages of the ranges that bear the name: as written, by a by-name, by spelling habits, or without "Kampung".
    func villages(_ name: PlaceName, in ranges: [Range<Int>]) -> PlaceMatch {
        let forms = [name, name.without(PlaceName.villageTitles)].compactMap(\.self)
        for form in forms {
            let same = collect(ranges) { places(named: form, level: .village, in: $0) }
            if !same.isEmpty { return PlaceMatch(places: same, reason: .same) }
        }
        let bynamed = places(bynamed: name).filter { place in
            entries[place].level == .village && ranges.contains { $0.contains(place) }
        }
        if !bynamed.isEmpty { return PlaceMatch(places: bynamed, reason: .byName) }
        for form in forms {
            let sounding = collect(ranges) { places(soundingLike: form, level: .village, in: $0) }
            if !sounding.isEmpty { return PlaceMatch(places: sounding, reason: .spelling) }
        }
        guard let short = name.withoutKampung else { return .none }
        let plain = collect(ranges) { places(soundingLike: short, level: .village, in: $0) }
        return PlaceMatch(places: plain, reason: .withoutKampung)
    }

    private func collect(_ ranges: [Range<Int>], _ find: (Range<Int>) -> [Int]) -> [Int] {
        ranges.count == 1 ? find(ranges[0]) : ranges.flatMap(find)
    }

    /// Villages of one district whose name departs from the written one by a hamlet's name, a general word or a letter
    /// or two.
    ///
    /// A market, a street or the like bears a village's name without being it: then nothing departs from what is
    /// written.
    func villagesDeparting(from name: PlaceName, inDistrict range: Range<Int>) -> PlaceMatch {
        guard !name.namesFeature else { return .none }
        var match = PlaceMatch.none
        var rivals: Set<Int> = []
        for place in range where entries[place].level == .village {
            let official = self.name(of: place)
            // One that a letter at its beginning tells apart is not taken for close, but it makes any other one
            // doubtful.
            if PlaceSpelling.distance(name, official) != nil { rivals.insert(place) }
            guard let reason = departure(from: name, to: official) else { continue }
            match.reason = match.places.isEmpty ? reason : .partOfName
            match.places.append(place)
        }
        let isDoubtful = match.reason == .close && !rivals.subtracting(match.places).isEmpty
        return isDoubtful ? PlaceMatch(places: rivals.sorted(), reason: .close) : match
    }

    private func departure(from name: PlaceName, to official: PlaceName) -> PlaceMatchReason? {
        if PlaceSpelling.isClose(name, official) { return .close }
        if name.isLeft(of: official) { return .generalWordLeftOut }
        return name.hasHamlet(before: official) ? .hamletBefore : nil
    }

    /// The one village of a regency whose name differs by a letter, where seven letters tell it and no other is as near
    /// as two.
    func closeVillage(_ name: PlaceName, inRegency range: Range<Int>) -> PlaceMatch {
        guard range.count <= Self.scanLimit, !name.namesFeature, name.words.joined().utf8.count >= 7 else {
            return .none
        }
        let probe = SoundTable.Probe(name)
        var close: [Int] = []
        for place in range where entries[place].level == .village && sounds.mayBeAlike(probe, place) {
            guard PlaceSpelling.distance(name, self.name(of: place)) != nil else { continue }
            close.append(place)
        }
        guard close.count == 1, PlaceSpelling.isClose(name, self.name(of: close[0]), allowing: 1) else { return .none }
        return PlaceMatch(places: close, reason: .close)
    }

    /// Villages named as written and with a number or a letter behind: Baringin A and Baringin B for "Beringin".
    func numberedVillages(_ name: PlaceName, in range: Range<Int>) -> PlaceMatch {
        guard range.count <= Self.scanLimit else { return .none }
        let sound = PlaceSpelling.sound(of: name.words)
        let probe = SoundTable.Probe(name)
        let places = range.filter { place in
            guard entries[place].level == .village, sounds.mayBeAlike(probe, place) else { return false }
            let official = self.name(of: place).words
            return official.count > 1 && official[official.count - 1].isNumberOrLetter
                && PlaceSpelling.sound(of: official.dropLast()) == sound
        }
        return PlaceMatch(places: places, reason: .numbered)
    }
}

extension PlaceName {
    /// The name without a leading "Kampung", where what remains is a name of its own: "Kampung Melayu", but not
    /// "Kampung Baru".
    var withoutKampung: PlaceName? {
        guard words.first == "kampung", let next = words.dropFirst().first,
            !(words.count == 2 && PlaceSpelling.isDesignator(next))
        else {
            return nil
        }
        return words.count > 1 ? dropping(first: 1) : nil
    }

    /// True where the official name is this one with a word such as Sungai before it.
    func isLeft(of official: PlaceName) -> Bool {
        guard let first = official.words.first, PlaceSpelling.isGeneral(first), official.words.count > 1 else {
            return false
        }
        let telling = words.filter { !PlaceSpelling.isGeneral($0) && !PlaceSpelling.isDesignator($0) }
        return telling.joined().utf8.count >= 4 && official.dropping(first: 1).soundKey == soundKey
    }

    /// True where the other name begins or ends with this one.
    func isPart(of other: PlaceName) -> Bool {
        let count = other.words.count - words.count
        guard count > 0, !words.isEmpty else { return false }
        return other.dropping(first: count).soundKey == soundKey
            || PlaceName(words: Array(other.words.dropLast(count))).soundKey == soundKey
    }

    /// True where this is the official name with another name, a hamlet's, before it: "Mattone Kampung Baru".
    ///
    /// What stands behind a name ("Lok Baintan Luar") tells another village, and is never left out.
    func hasHamlet(before official: PlaceName) -> Bool {
        let count = words.count - official.words.count
        guard count > 0, official.words.count > 1, dropping(first: count).soundKey == official.soundKey else {
            return false
        }
        return !words.prefix(count).contains {
            PlaceSpelling.isGeneral($0) || PlaceSpelling.isDesignator($0) || Self.joiner == $0
        }
    }

    /// True where the text names a market, a street or an area that only bears a village's name.
    var namesFeature: Bool { words.contains { Self.features.contains($0) } }

    private static let features: Set<String> = [
        "pasar", "terminal", "pelabuhan", "dermaga", "bandara", "stasiun", "jalan", "jl", "jln", "gang", "gg",
        "kawasan", "wilayah",
        "sekitar", "dekat", "antara",
        "sampai", "sepanjang", "depan", "belakang", "samping", "toko", "koperasi", "pabrik", "kantor", "wisata",
        "objek", "obyek",
        "jembatan", "sebagian",
        "beberapa", "seluruh", "semua", "tersebar",
    ]
}

extension String {
    /// One letter, or nothing but digits.
    var isNumberOrLetter: Bool { utf8.count == 1 || utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }
}
