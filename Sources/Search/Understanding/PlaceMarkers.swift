import Geo
import QueryLanguage

/// The words before a place name in Indonesian, Banjar and English.
enum PlaceMarkers {
    /// Longer ones first, so that "di dekat" is not read as "di".
    private static let all: [(words: [String], relation: PlaceReading.Relation)] = [
        (["di", "dekat"], .near), (["di", "sekitar"], .near), (["di", "parak"], .near), (["dekat", "dari"], .near),
        (["dekat", "dengan"], .near),
        (["close", "to"], .near), (["di", "daerah"], .inside), (["di", "wilayah"], .inside),
        (["di", "kawasan"], .inside),
        (["dari", "daerah"], .inside), (["asal", "dari"], .inside), (["dekat"], .near), (["sekitar"], .near),
        (["sekitaran"], .near),
        (["seputar"], .near), (["seputaran"], .near), (["parak"], .near), (["near"], .near), (["around"], .near),
        (["nearby"], .near),
        (["di"], .inside), (["dari"], .inside), (["asal"], .inside), (["in"], .inside), (["from"], .inside),
        (["at"], .inside),
    ]

    private static let byFirstWord = Dictionary(grouping: all) { $0.words[0] }
    private static let lastWords = Set(all.compactMap(\.words.last)).union(afterDistance)

    /// True if a place name may follow the word, because it ends a marker or a distance.
    static func canLead(_ word: String) -> Bool {
        lastWords.contains(word) || word.hasSuffix("m") || word.hasSuffix("meter")
    }

    /// The markers at the word `start` of a query, longer ones first.
    static func markers(in question: Question, at start: Int) -> [(words: [String], relation: PlaceReading.Relation)] {
        let words = question.words[start...].lazy.map(\.text)
        return (words.first.flatMap { byFirstWord[$0] } ?? []).filter { words.starts(with: $0.words) }
    }

    private static let beforeDistance: Set<String> = ["dalam", "radius", "jarak", "within"]
    private static let afterDistance: Set<String> = ["dari", "of", "from", "sekitar", "dekat", "near", "around", "di"]

    /// A distance at the word `start` of a query, with the words up to a place: "dalam radius 10 km dari".
    ///
    /// A number needs a unit, so that "5 dari" is not a distance, and a word before or after it that makes it a
    /// distance.
    static func distance(in question: Question, at start: Int) -> (length: Int, metres: Double)? {
        let words = question.words
        var index = start
        while index < words.count, beforeDistance.contains(words[index].text) { index += 1 }
        let isIntroduced = index > start
        guard let (length, metres) = metres(in: question, at: index) else { return nil }
        index += length
        var isFollowed = false
        while index < words.count, afterDistance.contains(words[index].text) {
            index += 1
            isFollowed = true
        }
        return isIntroduced || isFollowed ? (index - start, metres) : nil
    }

    /// A distance such as "10 km", "10km", "2,5 km" or "500 m" at a word.
    ///
    /// The number is read from the typed text, because it may have a comma.
    private static func metres(in question: Question, at start: Int) -> (length: Int, metres: Double)? {
        guard start < question.words.count else { return nil }
        let clause = question.words[start].clause
        var tokens = question.words[start...].prefix { $0.clause == clause }.count
        var text = question.query.clauses[clause].text.lowercased()
        if let unit = question.words.dropFirst(start + tokens).first,
            ["km", "m", "kilometer", "meter"].contains(unit.text)
        {
            text += unit.text
            tokens += 1
        }
        guard text.hasSuffix("m") || text.hasSuffix("meter"), let metres = DistanceText.metres(text), metres > 0 else {
            return nil
        }
        return (tokens, metres)
    }
}
