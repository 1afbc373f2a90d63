/// Spelling habits of Indonesian and Banjar place names, and how close two names are.
///
/// These differences between names are ignored: the spelling before 1972 (dj, tj, oe, sj), h (Ulu and Hulu, Anyar and
/// Hanyar), e for a (Mesjid and Masjid, Benua and Banua), doubled letters, f and v for p. A test checks that these
/// rules make no two villages of a district of Kalimantan Selatan equal.
package enum PlaceSpelling {
    /// The joined letters of the words without the spelling habits.
    static func sound(of words: some Sequence<String>) -> [UInt8] {
        var sound: [UInt8] = []
        sound.reserveCapacity(24)
        var previous: UInt8 = 0
        for word in words {
            for byte in word.utf8 {
                add(byte, after: &previous, to: &sound)
            }
        }
        return sound
    }

    /// Adds one letter; `previous` is the letter before it as written, because dj, tj, oe and sj have two letters.
    private static func add(_ byte: UInt8, after previous: inout UInt8, to sound: inout [UInt8]) {
        let letter: UInt8
        switch (previous, byte) {
        case (_, UInt8(ascii: "h")):
            previous = byte
            return
        case (UInt8(ascii: "d"), UInt8(ascii: "j")), (UInt8(ascii: "t"), UInt8(ascii: "j")),
            (UInt8(ascii: "o"), UInt8(ascii: "e")):
            if !sound.isEmpty { sound.removeLast() }
            letter =
                byte == UInt8(ascii: "e") ? UInt8(ascii: "u") : previous == UInt8(ascii: "t") ? UInt8(ascii: "c") : byte
        case (UInt8(ascii: "s"), UInt8(ascii: "j")), (UInt8(ascii: "s"), UInt8(ascii: "y")):
            previous = byte
            return
        case (_, UInt8(ascii: "e")): letter = UInt8(ascii: "a")
        case (_, UInt8(ascii: "f")), (_, UInt8(ascii: "v")): letter = UInt8(ascii: "p")
        default: letter = byte
        }
        previous = byte
        let isDigit = letter >= 0x30 && letter <= 0x39
        if isDigit || sound.last != letter { sound.append(letter) }
    }

    /// Words that distinguish neighbouring villages (Hulu and Hilir, Kiri and Kanan), by sound.
    ///
    /// Two names with different designators are never close.
    private static let designators: Set<[UInt8]> = Set(
        [
            "hulu", "hilir", "udik", "kiri", "kanan", "kiwa", "dalam", "luar", "utara", "selatan", "timur", "barat",
            "tengah", "atas",
            "bawah", "baru", "lama",
            "hanyar", "darat", "laut", "besar", "basar", "kecil", "halus", "muka", "belakang", "seberang", "raya",
            "jaya", "indah", "sari",
            "makmur",
        ].map { sound(of: [$0]) })

    static func isDesignator(_ word: String) -> Bool {
        word.isNumberOrLetter || designators.contains(sound(of: [word]))
    }

    /// The designators of a name, in order and by sound.
    static func designators(of words: [String]) -> [[UInt8]] {
        words.filter(isDesignator).map { sound(of: [$0]) }
    }
}

extension PlaceSpelling {
    /// Words that many names begin with.
    ///
    /// A text may leave them out, and they do not count when two names are compared.
    private static let generalWords: Set<String> = [
        "sungai", "kampung", "pulau", "tanjung", "muara", "teluk", "lok", "batu", "gunung", "padang", "pasar", "handil",
        "anjir", "banua",
        "benua", "bangkal",
        "karang", "simpang", "lubuk", "telaga", "danau", "pematang", "tambak", "tatah", "guntung", "kota", "desa",
    ]

    static func isGeneral(_ word: String) -> Bool { generalWords.contains(word) }

    /// Whether one name can be a misspelling of the other: one letter differs of at least six, or two of at least ten.
    ///
    /// The first letter, digits and designators must be equal, so that Baringin A is not close to Baringin B, nor
    /// Sungai Rutas Hulu to Sungai Rutas Hilir.
    static func isClose(_ first: PlaceName, _ second: PlaceName, allowing largest: Int = 2) -> Bool {
        guard let distance = distance(first, second), sound(of: first.words).first == sound(of: second.words).first
        else { return false }
        let letters = distinctiveLetters(of: first)
        return distance <= largest && (distance <= 1 && letters >= 6 || distance <= 2 && letters >= 10)
    }

    /// The number of letters that distinguish a name from others.
    static func distinctiveLetters(of name: PlaceName) -> Int {
        sound(of: name.words.filter { !isGeneral($0) && !isDesignator($0) }).count
    }

    /// Whether the names of two regions differ in one letter of at least six.
    ///
    /// "Tapin Tengh" can only be Tapin Tengah, because the names of its neighbours are very different.
    static func isCloseRegion(_ first: PlaceName, _ second: PlaceName) -> Bool {
        let (left, right) = (sound(of: first.words), sound(of: second.words))
        guard left.first == right.first, left.count >= 6, abs(left.count - right.count) <= 1 else { return false }
        return left.filter(isDigit) == right.filter(isDigit) && edits(left, right) <= 1
    }

    /// The number of letters in which two names differ by sound, at most two.
    ///
    /// Returns nil if they differ more, or have different designators.
    static func distance(_ first: PlaceName, _ second: PlaceName) -> Int? {
        let (left, right) = (sound(of: first.words), sound(of: second.words))
        guard abs(left.count - right.count) <= 2, left.filter(isDigit) == right.filter(isDigit),
            designators(of: first.words) == designators(of: second.words)
        else {
            return nil
        }
        let distance = edits(left, right)
        return distance <= 2 ? distance : nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// Insertions, deletions, substitutions and swaps of neighbours between two short words (optimal string alignment).
    private static func edits(_ left: [UInt8], _ right: [UInt8]) -> Int {
        let width = right.count + 1
        var table = [Int](repeating: 0, count: (left.count + 1) * width)
        for row in 0...left.count { table[row * width] = row }
        for column in 0...right.count { table[column] = column }
        for row in left.indices {
            for column in right.indices {
                let here = (row + 1) * width + column + 1
                let isSame = left[row] == right[column]
                var best = min(table[here - width] + 1, table[here - 1] + 1, table[here - width - 1] + (isSame ? 0 : 1))
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    best = min(best, table[here - 2 * width - 2] + 1)
                }
                table[here] = best
            }
        }
        return table[table.count - 1]
    }
}
