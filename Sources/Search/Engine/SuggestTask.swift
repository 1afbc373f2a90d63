import Foundation
import IndexDefinition
import IndexStore
import QueryLanguage
import TextAnalysis

/// Suggestions for what is being typed.
///
/// They are words, names and places that begin with what is typed, the usual ones first. A word that asks or leads to a
/// place may stand before ("dimana beli sas", "sentra dekat ma"). Synonyms of a complete word join them, and beginnings
/// of ids and codes are completed.
struct SuggestTask {
    let session: SearchSession
    let text: String
    let limit: Int

    /// More are looked up than are offered, because some say the same.
    var looked: Int { min(limit + 4, max(limit, 50)) }

    func answer() throws -> SuggestAnswer {
        guard SearchRequest.limits.contains(limit) else {
            throw SearchError.invalid(
                "limit", value: "\(limit)", expected: "a number from 1 to \(SearchRequest.limits.upperBound)")
        }
        let watch = Stopwatch()
        let text = String(text.prefix(QueryParser.maximumLength))
        var suggestions = try suggestionsOfCode(text)
        if suggestions.isEmpty { suggestions = try suggestionsOfWords(in: text) }
        return SuggestAnswer(
            generation: session.generationName, tookMilliseconds: watch.milliseconds, text: self.text,
            suggestions: suggestions)
    }

    private func suggestionsOfWords(in text: String) throws -> [Suggestion] {
        let words = Tokenizer.words(of: text)
        let endsWord = text.last?.isWhitespace ?? false
        var found = try suggestions(for: TypedText(words, endsWord: endsWord, session))
        if found.isEmpty, endsWord { found = try suggestions(for: TypedText(words, endsWord: false, session)) }
        return found.isEmpty ? try corrected(words) : found
    }

    /// The suggestions for the text with its words taken for others; empty if none is like another.
    private func corrected(_ words: [String]) throws -> [Suggestion] {
        guard let last = words.last else { return [] }
        let lead = words.dropLast().map {
            isTold($0) && !session.expansion.isKnown($0) ? session.corrector.bestCorrection(of: $0) ?? $0 : $0
        }
        var list = SuggestionList(limit: limit)
        if lead != words.dropLast() { list.add(try suggestions(for: TypedText(lead + [last], session))) }
        let near = try session.corrector.completions(of: last, limit: 8).map { word in
            let typed = TypedText(lead + [word], session)
            return (typed: typed, weight: try weight(of: typed))
        }
        // Of words that differ in one letter, the usual one is the likeliest; `near` is in order of likeness.
        let likeliest = near.enumerated().sorted {
            ($1.element.weight ?? -1, $0.offset) < ($0.element.weight ?? -1, $1.offset)
        }
        for (typed, weight) in likeliest.prefix(3).map(\.element) where list.hasRoom {
            // The corrected word is a complete one, and new to the person who typed another.
            if weight != nil { list.add([Suggestion(word: typed.words.joined(separator: " "))]) }
            list.add(try suggestions(for: typed))
        }
        return list.suggestions
    }

    /// What is found at the least cost first: each step is left out if the list is full.
    private func suggestions(for typed: TypedText) throws -> [Suggestion] {
        guard !typed.words.isEmpty else { return [] }
        var list = SuggestionList(limit: limit)
        list.add(try names(of: typed, from: 0))
        let places = try list.hasRoom ? placesAfterMarker(typed) : []
        list.add(places)
        if list.hasRoom, places.isEmpty, typed.start > 0 { list.add(try names(of: typed, from: typed.start)) }
        if list.hasRoom, places.isEmpty { list.add(try joinedWords(typed)) }
        if list.isHalfEmpty, places.isEmpty { list.add(try placesAfterWords(typed)) }
        if list.isEmpty, typed.looseStart > typed.start { list.add(try names(of: typed, from: typed.looseStart)) }
        if list.isEmpty { list.add(otherWords(typed)) }
        list.insert(try synonyms(of: typed), behind: typed.words.joined(separator: " "))
        return list.suggestions
    }

    /// Words, names and places that begin with the words from `start` on.
    private func names(of typed: TypedText, from start: Int) throws -> [Suggestion] {
        let prefix = typed.prefix(from: start)
        let stored = try session.index.suggestions(prefix: prefix, limit: looked)
        return stored.filter { isUseful($0, among: stored, for: prefix) }.map {
            Suggestion($0, after: typed.words[..<start])
        } + (try placesWithAbbreviations(typed, from: start, limit: looked - stored.count))
    }

    /// Whether a word is not what is typed already, no other name, and does not always go on with the same word.
    private func isUseful(_ stored: StoredSuggestion, among others: [StoredSuggestion], for prefix: String) -> Bool {
        guard stored.isWord else { return true }
        guard stored.folded != prefix else { return false }
        let longer = stored.folded + " "
        return !others.contains {
            $0.isWord ? $0.weight == stored.weight && $0.folded.hasPrefix(longer) : $0.folded == stored.folded
        }
    }

    /// Names of what the synonyms of the complete words are called.
    private func synonyms(of typed: TypedText) throws -> [Suggestion] {
        let phrase = Array(typed.words[typed.start...])
        guard phrase.count <= 4 else { return [] }
        var found: [Suggestion] = []
        for other in session.engine.synonyms.equivalents(of: phrase).prefix(6) where found.count < 2 {
            let name = other.joined(separator: " ")
            let stored = try session.index.suggestions(prefix: name, limit: 3)
            let named = stored.first { $0.folded == name } ?? stored.first { $0.folded.hasPrefix(name + " ") }
            if let named, !typed.isPlaced { found.append(Suggestion(named, after: typed.words[..<typed.start])) }
        }
        return found
    }

    /// How usual the words that do more than ask are as a word or phrase of names; nil if nothing is called so.
    private func weight(of typed: TypedText) throws -> Double? {
        let phrase = typed.prefix(from: typed.start)
        let stored = try session.index.suggestions(prefix: phrase, limit: 4)
        return stored.first { $0.isWord && $0.folded == phrase }?.weight
    }

    func isTold(_ word: String) -> Bool { !session.engine.analyzer.isStopWord(word) }
}

extension StoredSuggestion {
    var isWord: Bool { kind == Suggestion.Kind.word.rawValue }
}

extension Suggestion {
    init(word: String) {
        self.init(text: word, kind: .word, label: word, id: nil)
    }

    /// `lead` is what was typed before; a document is offered without it, because it is opened.
    init(_ stored: StoredSuggestion, after lead: some Collection<String>) {
        let before = lead.map { $0 + " " }.joined()
        guard !stored.isWord else {
            self.init(word: before + stored.text)
            return
        }
        let document = DocumentKind(rawValue: stored.kind).flatMap { $0 == .village ? nil : $0 }
        self.init(
            text: document == nil ? before + stored.text : stored.text, kind: document == nil ? .place : .document,
            label: stored.label.isEmpty ? stored.text : stored.label, id: stored.id,
            collection: stored.id == nil ? nil : document?.description.plural)
    }
}
