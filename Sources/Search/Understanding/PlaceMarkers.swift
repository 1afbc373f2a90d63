import Geo
import QueryLanguage
import TextAnalysis

/// The words that lead to a place, from `id/place-markers.tsv`, and distances before a place.
struct PlaceMarkers: Sendable {
    static let fileName = "id/place-markers.tsv"

    enum Relation: String, Sendable {
        case inside, near, to, nearest
    }

    /// A marker in a query: how many words it has, and what they say.
    typealias Marker = (length: Int, relation: Relation)

    private var phrases = PhraseTable<Relation>()
    private var lastWords = Self.afterDistance

    /// - Throws: TextAnalysisError (data) that names the line which cannot be read.
    init(files: [String: String]) throws(TextAnalysisError) {
        let columns = ["words", "relation"]
        for (number, row) in try WordListReader(files: files).rows(in: Self.fileName, columns: columns) {
            guard let relation = Relation(rawValue: row[1]) else {
                throw .value(
                    row[1], of: "relation", in: Self.fileName, number: number,
                    expected: "inside, near, to or nearest")
            }
            for phrase in row[0].split(separator: ",") {
                let words = Tokenizer.words(of: String(phrase))
                phrases.add(words, relation)
                lastWords.formUnion(words.suffix(1))
            }
        }
    }

    /// True if a name may follow the word: it ends what leads to a place, or a distance.
    func canLead(_ word: String) -> Bool {
        lastWords.contains(word) || word.hasSuffix("m") || word.hasSuffix("meter")
    }

    /// The markers that the words of a question from `start` on begin with, longer ones first.
    func markers(in question: Question, at start: Int) -> [Marker] {
        phrases.matches(in: question.words.lazy.map(\.text), at: start).map { ($0.length, $0.value) }
    }

    /// The words of the question that ask for the nearest, such as "terdekat" and "closest".
    func nearestWords(in question: Question) -> Set<Int> {
        question.words.indices.reduce(into: []) { found, index in
            guard let marker = markers(in: question, at: index).first(where: { $0.relation == .nearest }) else {
                return
            }
            found.formUnion(index..<(index + marker.length))
        }
    }

    /// True if the name of a place may follow the words: they end with what leads to one, "tas di" and "closest sentra
    /// to", but not "tas dengan".
    func placeCanFollow(_ words: ArraySlice<String>) -> Bool {
        let markers = (0..<words.count).flatMap { start in
            phrases.matches(in: words, at: start).map { (end: start + $0.length, relation: $0.value) }
        }
        let last = markers.filter { $0.end == words.count }
        guard !last.isEmpty, last.allSatisfy({ $0.relation == .to }) else { return !last.isEmpty }
        return markers.contains { $0.relation == .nearest }
    }

    private static let beforeDistance: Set<String> = ["dalam", "radius", "jarak", "within"]
    private static let afterDistance: Set<String> = [
        "dari", "dr", "of", "from", "sekitar", "dekat", "near", "around", "di",
    ]

    /// A distance at the word `start` of a query, with the words up to a place: "dalam radius 10 km dari".
    ///
    /// A number needs its unit, so that "5 dari" is not a distance, and a word before or after it that says what it is
    /// for.
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
