import Base
import TextAnalysis

/// A name in the form in which places are compared: without case, accents, punctuation and abbreviations.
///
///     PlaceName("Kp. Baru", words).text                          // "kampung baru"
///     PlaceName("RantauKarau", words).key == PlaceName("Rantau Karau", words).key
///     PlaceName("Seberang Masjid", words).soundKey == PlaceName("Seberang Mesjid", words).soundKey
package struct PlaceName: Hashable, Sendable {
    /// Lower case, without accents, abbreviations written out, Roman numerals after the first word as digits.
    package let words: [String]

    package init(words: [String]) {
        self.words = words
    }

    package init(_ text: String, _ table: PlaceWords) {
        self.init(folded: Self.folded(text), table)
    }

    /// Creates a name from folded words.
    package init(folded: [String], _ table: PlaceWords) {
        words = Self.written(out: folded, table)
    }

    package var isEmpty: Bool { words.isEmpty }
    package var text: String { words.joined(separator: " ") }

    /// A hash that is equal for names that differ only in the split into words.
    ///
    /// 64 bits of FNV-1a: the chance that two of a million names have one key is 1 in 30 million.
    package var key: UInt64 {
        var hash = FNV1a()
        for word in words {
            for byte in word.utf8 { hash.add(byte) }
        }
        return hash.value
    }

    /// A hash that is equal for names that differ only in spelling habits: see `PlaceSpelling`.
    package var soundKey: UInt64 {
        var hash = FNV1a()
        for byte in PlaceSpelling.sound(of: words) { hash.add(byte) }
        return hash.value
    }

    func dropping(first count: Int) -> PlaceName { PlaceName(words: Array(words.dropFirst(count))) }

    /// The name without words such as "Kab." in front of it; nil if there are none, or nothing else.
    package func without(_ titles: Set<String>) -> PlaceName? {
        let count = words.prefix { titles.contains($0) }.count
        return count > 0 && count < words.count ? dropping(first: count) : nil
    }

    static let villageTitles: Set<String> = ["desa", "ds", "kelurahan", "kel", "nagari", "village"]
    static let districtTitles: Set<String> = ["kecamatan", "kec", "distrik", "district"]
    static let regencyTitles: Set<String> = ["kabupaten", "kab", "regency"]
    package static let cityTitles: Set<String> = ["kota", "kotamadya", "kodya", "kotip", "city"]
    static let regencyAndCityTitles = regencyTitles.union(cityTitles)
    static let provinceTitles: Set<String> = ["provinsi", "propinsi", "prov", "prop", "province"]

    /// The level of a title: regency for "kabupaten".
    package static func level(ofTitle word: String) -> AdministrativeLevel? {
        levels[word]
    }

    private static let levels: [String: AdministrativeLevel] = AdministrativeLevel.allCases.reduce(into: [:]) {
        levels, level in
        for title in level.titles where levels[title] == nil { levels[title] = level }
    }
}

extension AdministrativeLevel {
    /// Words that stand before a name of this level and are not part of it.
    package var titles: Set<String> {
        switch self {
        case .province: PlaceName.provinceTitles
        case .regency: PlaceName.regencyAndCityTitles
        case .district: PlaceName.districtTitles
        case .village: PlaceName.villageTitles
        }
    }
}

extension PlaceName {
    /// All forms of an official or former name that can be looked up: as written, with abbreviations written out, and
    /// without its title.
    ///
    /// The written form is needed because "SeiRaya" cannot be split into Sei and Raya.
    package static func variants(of text: String, _ level: AdministrativeLevel, _ words: PlaceWords) -> [PlaceName] {
        let plain = PlaceName(words: folded(text))
        let name = PlaceName(folded: plain.words, words)
        var variants = [plain]
        for variant in [name, name.without(level.titles) ?? name] where !variants.contains(variant) {
            variants.append(variant)
        }
        return variants.filter { !$0.isEmpty }
    }

    /// The name of a regency without "Kabupaten": "Tapin".
    ///
    /// A kota keeps its title, because some have the name of a kabupaten.
    package static func short(_ name: String) -> String {
        name.hasPrefix("Kabupaten ") ? String(name.dropFirst("Kabupaten ".count)) : name
    }

    /// A name as a person reads it, without the title of its level: "Tapin", "Banjarbaru" for "Kota Banjarbaru".
    package static func withoutTitle(_ name: String, _ level: AdministrativeLevel) -> String {
        guard let space = name.firstIndex(of: " "), level.titles.contains(folded(String(name[..<space])).joined())
        else {
            return name
        }
        return String(name[space...].dropFirst())
    }

    /// A name with the names of the areas around it, smallest first: "Baringin A, Candi Laras Selatan, Tapin".
    package static func label(_ name: String, in areas: [String]) -> String {
        ([name] + areas.map(short)).joined(separator: ", ")
    }
}

extension PlaceName {
    /// The folded words of a text; a sign that joins two names becomes a word.
    package static func folded(_ text: String) -> [String] {
        let text = withoutInvisible(text)
        guard text.utf8.contains(where: { joiningSigns.contains($0) }) else { return Tokenizer.words(of: text) }
        let bytes = text.utf8.flatMap { joiningSigns.contains($0) ? Array(" \(joiner) ".utf8) : [$0] }
        return Tokenizer.words(of: String(decoding: bytes, as: UTF8.self))
    }

    /// The text without format characters, such as the zero-width spaces that web pages and PDF files put into names.
    private static func withoutInvisible(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.properties.generalCategory != .format }))
    }

    /// The word that joins two names.
    static let joiner = "dan"
    /// "A & B", "A/B" and "A + B" name two places.
    private static let joiningSigns: Set<UInt8> = [UInt8(ascii: "&"), UInt8(ascii: "+"), UInt8(ascii: "/")]

    private static let numerals = [
        "i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "x": "10",
    ]

    private static func written(out folded: [String], _ table: PlaceWords) -> [String] {
        var words = folded
        for index in words.indices {
            if let word = table.writtenOut(words[index], at: index, of: words.count) {
                words[index] = word
            } else if index > 0, let digits = numerals[words[index]] {
                words[index] = digits
            }
        }
        return words
    }
}
