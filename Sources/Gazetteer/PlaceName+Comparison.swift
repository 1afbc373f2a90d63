extension PlaceName {
    /// The name without a leading "Kampung", if what remains is a name of its own: "Kampung Melayu", but not
    /// "Kampung Baru".
    var withoutKampung: PlaceName? {
        guard words.first == "kampung", let next = words.dropFirst().first,
            !(words.count == 2 && PlaceSpelling.isDesignator(next))
        else {
            return nil
        }
        return words.count > 1 ? dropping(first: 1) : nil
    }

    /// True if the official name is this one with a word such as Sungai before it.
    func isLeft(of official: PlaceName) -> Bool {
        guard let first = official.words.first, PlaceSpelling.isGeneral(first), official.words.count > 1 else {
            return false
        }
        let contentWords = words.filter { !PlaceSpelling.isGeneral($0) && !PlaceSpelling.isDesignator($0) }
        return contentWords.joined().utf8.count >= 4 && official.dropping(first: 1).soundKey == soundKey
    }

    /// True if the other name begins or ends with this one.
    func isPart(of other: PlaceName) -> Bool {
        let count = other.words.count - words.count
        guard count > 0, !words.isEmpty else { return false }
        return other.dropping(first: count).soundKey == soundKey
            || PlaceName(words: Array(other.words.dropLast(count))).soundKey == soundKey
    }

    /// True if this is the name of a hamlet followed by the official name: "Mattone Kampung Baru".
    ///
    /// A word after a name ("Lok Baintan Luar") makes it the name of another village, so such a word is never left out.
    func hasHamlet(before official: PlaceName) -> Bool {
        let count = words.count - official.words.count
        guard count > 0, official.words.count > 1, dropping(first: count).soundKey == official.soundKey else {
            return false
        }
        return !words.prefix(count).contains {
            PlaceSpelling.isGeneral($0) || PlaceSpelling.isDesignator($0) || Self.joiner == $0
        }
    }

    /// True if the text names a market, a street or an area that only has a village's name.
    var namesFeature: Bool { words.contains { Self.features.contains($0) } }

    private static let features: Set<String> = [
        "pasar", "terminal", "pelabuhan", "dermaga", "bandara", "stasiun", "jalan", "jl", "jln", "gang", "gg",
        "kawasan", "wilayah", "sekitar", "dekat", "antara", "sampai", "sepanjang", "depan", "belakang", "samping",
        "toko", "koperasi", "pabrik", "kantor", "wisata",
        "objek", "obyek", "jembatan", "sebagian", "beberapa", "seluruh", "semua", "tersebar",
    ]
}

extension String {
    /// True for one letter, or only digits.
    var isNumberOrLetter: Bool { utf8.count == 1 || utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }
}
