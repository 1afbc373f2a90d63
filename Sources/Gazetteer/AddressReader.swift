/// A part of a place text that names one place.
struct PlacePhrase: Sendable {
    let field: PlaceField
    /// The column's whole text.
    let written: String
    let name: PlaceName
    /// The level of the title before the name; nil if there is no title.
    let level: AdministrativeLevel?
}

/// Splits an address into the places it names: at commas and similar signs, and at "Desa", "Kec.", "Kab.".
///
///     "Jl. A. Yani RT 3 Desa Hiyung Kec. Tapin Tengah, Kab. Tapin"
///     // jl a yani rt 3; village hiyung; district tapin tengah; regency kab tapin
struct AddressReader: Sendable {
    private let words: PlaceWords
    /// Districts and regencies are repeated often in a file.
    private var known: [PlaceField: [String: [PlacePhrase]]] = [:]
    private static let capacity = 10_000

    init(words: PlaceWords) {
        self.words = words
    }

    /// Shape: in the order of the text; none if it has no letter or digit.
    mutating func phrases(of text: String?, field: PlaceField) -> [PlacePhrase] {
        guard let text, !text.isEmpty else { return [] }
        guard field == .district || field == .regency || field == .province else { return read(text, field) }
        if let phrases = known[field]?[text] { return phrases }
        let phrases = read(text, field)
        if known[field, default: [:]].count >= Self.capacity { known[field] = [:] }
        known[field, default: [:]][text] = phrases
        return phrases
    }

    private func read(_ text: String, _ field: PlaceField) -> [PlacePhrase] {
        Self.segments(of: text).flatMap { segment in
            split(PlaceName.folded(segment)).map { level, folded in
                PlacePhrase(field: field, written: text, name: PlaceName(folded: folded, words), level: level)
            }
        }
    }

    /// The text between commas and similar signs; a hyphen splits only with spaces around it, because names such as
    /// Bati-Bati contain one.
    private static func segments(of text: String) -> [String] {
        var segments: [[UInt8]] = [[]]
        let bytes = Array(text.utf8)
        let space = UInt8(ascii: " ")
        for (position, byte) in bytes.enumerated() {
            let isSeparator =
                switch byte {
                case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "\n"), UInt8(ascii: "\r"),
                    UInt8(ascii: "\t"):
                    true
                case UInt8(ascii: "-"):
                    position > 0 && bytes[position - 1] == space && position + 1 < bytes.count
                        && bytes[position + 1] == space
                default: false
                }
            if isSeparator { segments.append([]) } else { segments[segments.count - 1].append(byte) }
        }
        return segments.count == 1 ? [text] : segments.map { String(decoding: $0, as: UTF8.self) }
    }

    /// Splits the words at titles; a regency keeps its title, which distinguishes a kabupaten from a kota of the same
    /// name.
    private func split(_ folded: [String]) -> [(level: AdministrativeLevel?, words: [String])] {
        var parts: [(level: AdministrativeLevel?, words: [String])] = []
        var current: (level: AdministrativeLevel?, words: [String]) = (nil, [])
        for (position, word) in folded.enumerated() {
            let next = position + 1 < folded.count ? folded[position + 1] : nil
            guard let level = level(ofTitle: word, within: current, before: next) else {
                // "Desa/Kel. Hiyung": the slash joins titles, not places.
                let joinsTitles =
                    word == PlaceName.joiner && (current.words.isEmpty || next.map(Self.isTitle) ?? false)
                if !joinsTitles { current.words.append(word) }
                continue
            }
            if !current.words.isEmpty { parts.append(current) }
            current = (level, level == .regency ? [word] : [])
        }
        if !current.words.isEmpty { parts.append(current) }
        return parts
    }

    /// The level that a title at this position of an address means.
    private func level(
        ofTitle word: String, within current: (level: AdministrativeLevel?, words: [String]), before next: String?
    ) -> AdministrativeLevel? {
        guard let next else { return nil }
        if let level = PlaceName.level(ofTitle: word), !PlaceName.cityTitles.contains(word) { return level }
        // "Kec. Banjarmasin Tengah Kota Banjarmasin", but neither "Kec. Lahat Kota, Kab. Lahat" nor the village Kota
        // Raja.
        let isCity =
            PlaceName.cityTitles.contains(word) && current.level == .district && !current.words.isEmpty
            && !Self.isTitle(next)
        return isCity ? .regency : nil
    }

    private static func isTitle(_ word: String) -> Bool {
        PlaceName.level(ofTitle: word) != nil && !PlaceName.cityTitles.contains(word)
    }
}

extension PlacePhrase {
    /// True for a part that is smaller than a village: a street, a hamlet, a neighbourhood number.
    var isAddressDetail: Bool {
        name.words.first.map { Self.details.contains($0) } ?? true
    }

    private static let details: Set<String> = [
        "jl", "jln", "jalan", "gg", "gang", "komplek", "kompleks", "komp", "perum", "perumahan", "blok", "km", "no",
        "nomor", "rt", "rw", "dusun", "dsn", "lingkungan", "lingk", "ruko", "kav", "kavling",
    ]

    /// The phrase without the neighbourhood numbers ("RT 03 RW 01", "RT.5/II") at either end, and the postcode.
    var withoutNumbers: PlacePhrase {
        var words = name.words[...]
        if let last = words.last, last.utf8.count == 5, last.isNumberOrLetter { words.removeLast() }
        while let first = words.first, Self.isNeighbourhood(first) {
            words.removeFirst()
            while let next = words.first, next == PlaceName.joiner || next.isNumberOrLetter { words.removeFirst() }
        }
        if let start = words.firstIndex(where: Self.isNeighbourhood) { words = words[..<start] }
        return PlacePhrase(field: field, written: written, name: PlaceName(words: Array(words)), level: level)
    }

    private static func isNeighbourhood(_ word: String) -> Bool {
        (word.hasPrefix("rt") || word.hasPrefix("rw")) && word.utf8.dropFirst(2).allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }

    /// The names that "dan", "&" or a slash join; one name if nothing joins.
    var joined: [PlacePhrase] {
        name.words.split { $0 == PlaceName.joiner || $0 == "serta" }
            .map { PlacePhrase(field: field, written: written, name: PlaceName(words: Array($0)), level: level) }
    }
}
