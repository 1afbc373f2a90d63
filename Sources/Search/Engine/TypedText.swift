import Gazetteer
import TextAnalysis

/// The words typed so far, and where in them what is completed begins.
struct TypedText {
    /// The folded words; at most the last eight.
    let words: [String]
    /// True if a blank follows the last word, so that it is complete.
    let endsWord: Bool
    /// The first word that does more than ask: of "dimana beli sas" the third.
    let start: Int
    /// The same if words that may be part of a name count as asking, too: of "toko sas" the second.
    let looseStart: Int
    /// Where the name of a place begins: behind the last word that leads to one.
    ///
    /// It is the number of words if nothing is
    /// typed of the name yet. Nil if no word leads to a place.
    let place: Int?

    private static let maxWords = 8

    init(_ words: [String], endsWord: Bool = false, _ session: SearchSession) {
        let words = Array(words.suffix(Self.maxWords))
        self.words = words
        self.endsWord = endsWord
        start = Self.start(of: words, session, isLoose: false)
        looseStart = Self.start(of: words, session, isLoose: true)
        let last = endsWord ? words.count : words.count - 1
        place =
            words.isEmpty
            ? nil : (1...max(1, last)).last { $0 <= last && Self.leadsToPlace(words[..<$0], session) }
    }

    /// True if the name of a place is being typed.
    var isPlaced: Bool { place != nil }

    /// What texts must begin with that complete the words from `start` on.
    func prefix(from start: Int) -> String {
        words[start...].joined(separator: " ") + (endsWord && start < words.count ? " " : "")
    }

    /// The last word is what is completed, even if it could ask.
    private static func start(of words: [String], _ session: SearchSession, isLoose: Bool) -> Int {
        var start = 0
        while start < words.count - 1 {
            if let (length, entry) = session.engine.asking.entry(in: words, at: start), start + length < words.count,
                isLoose || entry.asksForAll
            {
                start += length
            } else if session.engine.analyzer.isStopWord(words[start]) {
                start += 1
            } else {
                break
            }
        }
        return start
    }

    private static func leadsToPlace(_ words: ArraySlice<String>, _ session: SearchSession) -> Bool {
        let isTitle = words.last.flatMap(PlaceName.level(ofTitle:)) != nil
        return isTitle || session.engine.markers.placeCanFollow(words)
    }
}

/// Suggestions without those that say the same as an earlier one.
struct SuggestionList {
    let limit: Int
    private(set) var suggestions: [Suggestion] = []
    private var texts: Set<String> = []
    private var labelledTexts: Set<String> = []
    private var ids: Set<String> = []

    init(limit: Int) {
        self.limit = limit
    }

    var isEmpty: Bool { suggestions.isEmpty }
    var hasRoom: Bool { suggestions.count < limit }
    var isHalfEmpty: Bool { 2 * suggestions.count < limit }

    mutating func add(_ more: [Suggestion]) {
        for suggestion in more where hasRoom && isNew(suggestion) { suggestions.append(suggestion) }
    }

    /// Puts suggestions into the middle of the list, but behind those of this very text; the last ones make room.
    mutating func insert(_ more: [Suggestion], behind text: String) {
        let new = more.filter { isNew($0) }
        let exact = suggestions.prefix { $0.text.lowercased() == text }.count
        let middle = max(1, (limit - 1) / 2)
        suggestions.insert(contentsOf: new, at: min(max(exact, middle), suggestions.count))
        suggestions = Array(suggestions.prefix(limit))
    }

    private mutating func isNew(_ suggestion: Suggestion) -> Bool {
        if let id = suggestion.id, !ids.insert(id).inserted { return false }
        let text = suggestion.text.lowercased()
        let isNewText = texts.insert(text).inserted
        // A word says no more than a name; names are told apart by their labels.
        return suggestion.kind == .word
            ? isNewText : labelledTexts.insert("\(text)\u{1F}\(suggestion.label)").inserted
    }
}
