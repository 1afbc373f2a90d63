import IndexDefinition
import Search

/// The sentences around the hits: how the query was understood, what was changed in it, and what to try instead.
struct ResultsText {
    let result: SearchResult
    let state: PageState
    let words: PageWords
    let facts: FactTable

    private var answer: SearchAnswer { result.answer }

    /// "untuk “anyaman purun” · dekat Margasari · paling jauh 10 km".
    ///
    /// Nil if there is nothing to say.
    var reading: String? {
        let query = answer.query
        var parts: [String] = []
        if !query.keywords.isEmpty { parts.append(words.filled("for", query.corrected ?? query.keywords)) }
        // A place that limits the answer is named below.
        if let near = query.near, !query.within.contains(where: { $0.code == near.code }) {
            parts.append(words.filled("around", words.name(near)))
        }
        if let radius = query.radiusMetres { parts.append(words.filled("within", words.length(radius))) }
        if !query.within.isEmpty {
            parts.append(words.filled("inside", query.within.map(\.name).joined(separator: ", ")))
        }
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }

    /// How many of the words the hits have.
    ///
    /// Nil if that goes without saying, or a notice says it.
    var matching: String? {
        let query = answer.query
        guard answer.total > 0 else { return nil }
        switch query.matching {
        case .all: return query.keywords.split(separator: " ").count > 1 ? words["matchAll"] : nil
        case .none: return query.text.isEmpty ? nil : words["matchNone"]
        case .some: return nil
        }
    }

    /// The changes of the query, each with a link that undoes it.
    var notices: [NoticeView] {
        let query = answer.query
        let literally = state.url(["literal": "true"])
        var notices: [NoticeView] = []
        if let corrected = query.corrected {
            notices.append(
                NoticeView(
                    text: words.filled("corrected", corrected), url: literally,
                    action: words.filled("literal", query.keywords)))
        }
        if let placeWords = query.placeWords {
            notices.append(
                NoticeView(
                    text: words.filled("undoPlace", placeWords), url: withoutPlace(placeWords) ?? literally,
                    action: words["undoPlaceAction"]))
        }
        if query.isLiteral {
            notices.append(
                NoticeView(
                    text: words["isLiteral"], url: state.url(["literal": nil]), action: words["isLiteralUndo"]))
        }
        if result.lacksPlace {
            notices.append(
                NoticeView(
                    text: words["needsPlace"], url: state.url(["radius": nil, "sort": nil]),
                    action: words["needsPlaceUndo"]))
        }
        notices += missing
        if query.matching == .some, answer.total > 0 {
            if query.documentsWithAllWords > 0 {
                let count = words.grouped(query.documentsWithAllWords)
                notices.append(NoticeView(text: words.filled("someHaveAll", count)))
            } else if query.missing.isEmpty {
                notices.append(NoticeView(text: words["someWords"]))
            }
        }
        return notices + unknown + undecided
    }

    /// The conditions that cannot choose anything, because no document has the fact.
    private var undecided: [NoticeView] {
        answer.query.facts.filter { !$0.isApplied }.compactMap { read in
            guard let typed = read.condition.words, let fact = facts[read.condition.fact] else { return nil }
            let text = words.filled("factNotKnown", typed).replacing("%", with: words.label(fact))
            return NoticeView(text: text)
        }
    }

    /// The address that searches for the words of a place as typed, and reads the rest of the query as before.
    ///
    /// Returns nil if nothing else was read from the query.
    private func withoutPlace(_ placeWords: String) -> String? {
        guard answer.query.corrected != nil || answer.query.facts.contains(where: { $0.condition.words != nil }),
            let query = state.query(quoting: placeWords)
        else { return nil }
        return state.url(["q": query])
    }

    /// How many documents each condition leaves out because the fact is unknown of them.
    private var unknown: [NoticeView] {
        let counts = answer.query.facts.filter(\.isApplied).compactMap { read -> String? in
            guard let count = read.unknown, count > 0, let fact = facts[read.condition.fact] else { return nil }
            return "\(words.label(fact)) (\(words.grouped(count)))"
        }
        return counts.isEmpty
            ? [] : [NoticeView(text: words.filled("unknownFacts", counts.joined(separator: ", ")))]
    }

    /// What the data do not have: words, places, and matches in the place that was asked for.
    private var missing: [NoticeView] {
        let query = answer.query
        var notices: [NoticeView] = []
        if !query.outside.isEmpty {
            let url = state.url(["q": query.keywords.isEmpty ? nil : query.keywords])
            notices.append(
                NoticeView(
                    text: words.filled("outside", query.outside.joined(separator: ", ")), url: url,
                    action: words["outsideAction"]))
        }
        if !query.missing.isEmpty {
            let typed = query.missing.map { "“\($0)”" }.joined(separator: ", ")
            notices.append(NoticeView(text: words.filled("missing", typed)))
        }
        if let place = query.nothingIn {
            notices.append(NoticeView(text: words.filled("nothingIn", words.name(place))))
        }
        return notices
    }

    /// The filters that are set, each with the address without it.
    var chosen: [LinkView] {
        let labels: [(String, (String) -> String)] = [
            ("near", { _ in "\(words["near"]): \(answer.query.near.map(words.name) ?? state["near"] ?? "")" }),
            ("radius", { _ in "\(words["radius"]): \(words.length(result.request.radiusMetres ?? 0))" }),
            ("kind", { _ in state.kinds.map { words["kind.\($0)"] }.joined(separator: " + ") }),
            ("category", words.category), ("regency", { regencyLabel ?? region($0) }), ("district", region),
            ("bbox", { _ in words["area"] }),
        ]
        let filters = labels.compactMap { name, label -> LinkView? in
            guard let value = state[name], !(name == "radius" && result.request.radiusMetres == nil) else { return nil }
            let removed = name == "near" ? ["near": nil, "radius": nil] : [name: String?.none]
            return LinkView(label: label(value), url: state.url(removed))
        }
        let order = answer.query.sort.map { sort in
            let text = "\(words["sort"]): \(words["sort.\(sort.order.rawValue)"])"
            return LinkView(label: "“\(sort.words)” → \(text)", url: withoutWords(sort.words))
        }
        return filters + answer.query.facts.filter(\.isApplied).compactMap(chosen) + [order].compactMap(\.self)
    }

    /// A condition on a fact, with the address without it.
    ///
    /// A condition that was read from words is undone by taking the words out of the query.
    private func chosen(_ read: ReadFact) -> LinkView? {
        guard let fact = facts[read.condition.fact] else { return nil }
        let text = words.text(read.condition, of: fact)
        guard let typed = read.condition.words else {
            return LinkView(label: text, url: state.url([fact.name: nil]))
        }
        return LinkView(label: "“\(typed)” → \(text)", url: withoutWords(typed))
    }

    /// The address without some words of the query.
    ///
    /// If the words cannot be found in the query, nothing is read from it any more.
    private func withoutWords(_ typed: String) -> String {
        guard let rest = state.query(without: typed) else { return state.url(["literal": "true"]) }
        return state.url(["q": rest.isEmpty ? nil : rest])
    }

    private var regencyLabel: String? {
        result.counts.fields[.regency]?.first { $0.value == state["regency"] }?.label
    }

    private func region(_ code: String) -> String { answer.query.within.first { $0.code == code }?.label ?? code }
}

/// Proposals if nothing was found.
extension ResultsText {
    var empty: EmptyResultView {
        EmptyResultView(
            title: words["emptyTitle"], understood: reading.map { words.filled("emptyUnderstood", $0) }, offers: offers)
    }

    private var offers: [LinkView] {
        let query = answer.query
        var offers = widerRadii
        if query.near != nil || query.placeWords != nil {
            let url = state.url(["q": query.keywords, "near": nil, "radius": nil])
            offers.append(LinkView(label: words["offerWithout"], url: url))
        }
        if state.hasFilters, state["q"] != nil, !offers.contains(where: { $0.url == state.withoutFilters }) {
            offers.append(LinkView(label: words["offerWithoutFilters"], url: state.withoutFilters))
        }
        return offers + [LinkView(label: words["offerBrowse"], url: words.link("/"))]
    }

    private var widerRadii: [LinkView] {
        let place = answer.query.near.map { $0.code ?? $0.label }
        let text = answer.query.placeWords == nil ? state["q"] : answer.query.keywords
        return result.widerRadii.prefix(3).map { radius in
            let label = words.filled("offerRadius", words.length(radius.metres)) + " (\(words.count(radius.total)))"
            let kilometres = "\(Int(radius.metres / 1_000))km"
            let url = state.url(["q": text, "radius": kilometres, "near": state["near"] ?? place])
            return LinkView(label: label, url: url)
        }
    }
}
