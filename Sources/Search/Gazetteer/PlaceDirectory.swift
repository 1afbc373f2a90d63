import Geo
import IndexStore
import TextAnalysis

/// Looks places up by code, by name, and by name with the areas around it, in the generation's gazetteer.
///
///     directory.meaning(of: "Kampung Baru, Tanah Bumbu")     // .place(63.10...)
struct PlaceDirectory {
    let reader: IndexReader
    let abbreviations: PlaceAbbreviations

    /// - Parameter levels: the levels the answer may be of.
    func meaning(of text: String, levels: Set<PlaceLevel> = Set(PlaceLevel.allCases)) throws -> PlaceMeaning {
        if let code = Self.code(in: text) {
            let place = try reader.place(code: code) ?? reader.places(named: code).first { $0.source == .former }?.place
            return place.map { levels.contains($0.level) ? .place($0) : .unknown } ?? .unknown
        }
        let parts = text.split(separator: ",").map { Tokenizer.words(of: String($0)) }.filter { !$0.isEmpty }
        guard let name = parts.first else { return .unknown }
        var named = try places(named: name).filter { levels.contains($0.place.level) }
        for part in parts.dropFirst() {
            let around = try places(named: part)
            named = Self.inside(named, of: around)
        }
        return PlaceMeaning(named)
    }

    /// Keeps what lies in one of the places around it.
    static func inside(_ named: [NamedPlace], of around: [NamedPlace]) -> [NamedPlace] {
        named.filter { inner in around.contains { inner.place.code != $0.place.code && inner.place.lies(in: $0.place) }
        }
    }

    /// All places of a name.
    ///
    /// It is looked for as it stands; without the word that says what it is ("Kec. Simpang Empat"); with abbreviations
    /// written out; with words joined or parted ("Kota Baru", "Batibati").
    ///
    /// - Parameter parting: looks for one word as two, too, which takes a look-up for each letter.
    func places(named words: [String], parting: Bool = true) throws -> [NamedPlace] {
        guard !words.isEmpty else { return [] }
        let found = try places(spelled: words, parting: parting)
        if !found.isEmpty { return found }
        guard words.count > 1, let level = PlaceLevel.named(by: words[0]) else { return [] }
        return try places(spelled: Array(words.dropFirst()), parting: parting).filter { $0.place.level == level }
    }

    /// False where surely no place's name begins with the word, which saves many look-ups.
    func mayBeginName(_ word: String) -> Bool {
        reader.generation.vocabulary.beginsPlaceName(word) || PlaceLevel.named(by: word) != nil
            || abbreviations.expanded([word, ""]) != nil
    }

    private func places(spelled words: [String], parting: Bool) throws -> [NamedPlace] {
        let found = try reader.places(named: words.joined(separator: " "))
        if !found.isEmpty { return found }
        if let expanded = abbreviations.expanded(words) {
            let found = try reader.places(named: expanded.joined(separator: " "))
            if !found.isEmpty { return found }
        }
        if words.count > 1 { return try reader.places(named: words.joined()) }
        return parting ? try partedPlaces(words[0]) : []
    }

    /// Places whose name is two words that are written as one here.
    private func partedPlaces(_ word: String) throws -> [NamedPlace] {
        let bytes = Array(word.utf8)
        guard bytes.count >= 7, bytes.count <= 24,
            bytes.allSatisfy({ $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") })
        else {
            return []
        }
        for cut in 3...(bytes.count - 3) {
            let parted =
                String(decoding: bytes[..<cut], as: UTF8.self) + " " + String(decoding: bytes[cut...], as: UTF8.self)
            let found = try reader.places(named: parted)
            if !found.isEmpty { return found }
        }
        return []
    }

    /// The nearest spellings of a name that is not there, at most five.
    func similar(to text: String, levels: Set<PlaceLevel> = Set(PlaceLevel.allCases)) throws -> [ResolvedPlace] {
        let name = text.split(separator: ",").first.map { Tokenizer.joined(String($0)).text } ?? ""
        let edits = EditDistance.allowedEdits(for: name)
        guard edits > 0 else { return [] }
        let near = try reader.places(namedWithPrefix: String(name.prefix(1)), limit: 50_000).compactMap { named in
            EditDistance.cost(name, named.folded, edits: edits).map { (cost: $0, place: named.place) }
        }
        var seen = Set<String>()
        let ranked = near.filter { levels.contains($0.place.level) }
            .sorted { ($0.cost, $0.place.level, $0.place.code) < ($1.cost, $1.place.level, $1.place.code) }
        return Array(ranked.map(\.place.resolved).filter { $0.code.map { seen.insert($0).inserted } ?? true }.prefix(5))
    }

    /// A code as typed, dotted or not, in its dotted form; nil where the text is something else.
    static func code(in text: String) -> String? {
        let trimmed = text.split(whereSeparator: \.isWhitespace).joined()
        let digits = trimmed.utf8.filter { $0 != UInt8(ascii: ".") }
        guard [2, 4, 6, 10].contains(digits.count),
            digits.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") })
        else {
            return nil
        }
        let cuts = [0, 2, 4, 6, 10].filter { $0 <= digits.count }
        let dotted = zip(cuts, cuts.dropFirst()).map { String(decoding: digits[$0..<$1], as: UTF8.self) }.joined(
            separator: ".")
        return trimmed == dotted || trimmed.utf8.count == digits.count ? dotted : nil
    }
}
