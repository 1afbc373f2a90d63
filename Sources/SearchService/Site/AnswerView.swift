import Geo
import Search

/// What the search page shows of an answer: what was understood, the hits, and what to try where there are none.
struct AnswerView {
    private let asked: SearchRequest
    private let answer: SearchAnswer
    private let lacksPlace: Bool
    private let wider: [(radius: Double, total: Int)]
    private let state: PageState
    private let words: PageWords
    private let regencyLabel: String?

    init(_ found: FoundPage, _ state: PageState, _ words: PageWords) {
        asked = found.asked
        answer = found.answer
        lacksPlace = found.lacksPlace
        wider = found.wider
        self.state = state
        self.words = words
        regencyLabel = found.counts[.regency]?.first { $0.value == state["regency"] }?.label
    }

    func values() throws -> [String: Any] {
        var values: [String: Any] = [
            "hits": try answer.hits.map { try HitView.values($0, words) }, "summary": words.count(answer.total),
            "chosen": chosen,
        ]
        values["hasHits"] = !answer.hits.isEmpty
        values["hasChosen"] = !chosen.isEmpty
        values["reading"] = reading
        values["nextURL"] = answer.next.map { state.url(["cursor": $0]) }
        values["firstURL"] = state["cursor"] == nil ? nil : state.url()
        if let near = answer.query.near, let place = near.coordinate {
            values["origin"] = ["longitude": "\(place.longitude)", "latitude": "\(place.latitude)", "name": name(near)]
        }
        let notices = notices
        values["notices"] = notices.map { ["text": $0.text, "url": $0.url, "action": $0.action] }
        if !answer.query.didYouMean.isEmpty {
            values["candidates"] = Self.choices(
                words["didYouMean"], answer.query.didYouMean.map { ($0, state.url(["q": $0])) })
        }
        if answer.total == 0 { values["empty"] = empty }
        return values
    }

    /// What was changed or added to the question, each with the way to undo it.
    private var notices: [(text: String, url: String, action: String)] {
        var notices: [(text: String, url: String, action: String)] = []
        let literally = state.url(["literal": "true"])
        if let corrected = answer.query.corrected {
            notices.append(
                (words.filled("corrected", corrected), literally, words.filled("literal", answer.query.keywords)))
        } else if let placeWords = answer.query.placeWords {
            notices.append((words.filled("undoPlace", placeWords), literally, words["undoPlaceAction"]))
        }
        if answer.query.isLiteral {
            notices.append((words["isLiteral"], state.url(["literal": nil]), words["isLiteralUndo"]))
        }
        if lacksPlace {
            notices.append((words["needsPlace"], state.url(["radius": nil, "sort": nil]), words["needsPlaceUndo"]))
        }
        if answer.query.matching == .some, answer.query.documentsWithAllWords == 0, answer.total > 0 {
            notices.append((words["someWords"], "", ""))
        }
        return notices
    }

    /// The filters that are set, each with the address without it.
    private var chosen: [[String: String]] {
        let labels: [(String, (String) -> String)] = [
            ("near", { _ in "\(words["near"]): \(answer.query.near.map(name) ?? state["near"] ?? "")" }),
            ("radius", { _ in "\(words["radius"]): \(words.length(asked.radiusMetres ?? 0))" }),
            ("kind", { _ in state.kinds.map { words["kind.\($0)"] }.joined(separator: " + ") }),
            ("category", words.category),
            ("regency", { regencyLabel ?? region($0) }), ("district", region), ("bbox", { _ in words["area"] }),
        ]
        return labels.compactMap { name, label in
            guard let value = state[name], !(name == "radius" && asked.radiusMetres == nil) else { return nil }
            let without = name == "near" ? ["near": nil, "radius": nil] : [name: String?.none]
            return ["label": label(value), "url": state.url(without)]
        }
    }

    private func region(_ code: String) -> String { answer.query.within.first { $0.code == code }?.label ?? code }

    /// "untuk “anyaman purun” · dekat Margasari · paling jauh 10 km".
    private var reading: String? {
        var parts: [String] = []
        let query = answer.query
        if !query.keywords.isEmpty { parts.append(words.filled("for", query.corrected ?? query.keywords)) }
        // A place that the answer is held to says it already.
        if let near = query.near, !query.within.contains(where: { $0.code == near.code }) {
            parts.append(words.filled("around", name(near)))
        }
        if let radius = query.radiusMetres { parts.append(words.filled("within", words.length(radius))) }
        if !query.within.isEmpty {
            parts.append(words.filled("inside", query.within.map(\.name).joined(separator: ", ")))
        }
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }

    /// A place by its label; a bare coordinate as people write one.
    private func name(_ place: ResolvedPlace) -> String {
        guard place.code == nil, let coordinate = place.coordinate else { return place.label }
        return words.coordinate(coordinate)
    }

    private var empty: [String: Any] {
        let place = answer.query.near.map { $0.code ?? $0.label }
        let text = answer.query.placeWords == nil ? state["q"] : answer.query.keywords
        var offers = wider.prefix(3).map { wider in
            (
                words.filled("offerRadius", words.length(wider.radius)) + " (\(words.count(wider.total)))",
                state.url(["q": text, "radius": "\(Int(wider.radius / 1_000))km", "near": state["near"] ?? place])
            )
        }
        if answer.query.near != nil || answer.query.placeWords != nil {
            offers.append((words["offerWithout"], state.url(["q": answer.query.keywords, "near": nil, "radius": nil])))
        }
        if state.hasFilters, state["q"] != nil, !offers.contains(where: { $0.1 == state.withoutFilters }) {
            offers.append((words["offerWithoutFilters"], state.withoutFilters))
        }
        offers.append((words["offerBrowse"], words.link("/")))
        var values: [String: Any] = [
            "title": words["emptyTitle"], "offers": offers.map { ["label": $0.0, "url": $0.1] },
        ]
        values["understood"] = reading.map { words.filled("emptyUnderstood", $0) }
        return values
    }

    static func choices(_ title: String, _ items: [(String, String)]) -> [String: Any] {
        ["title": title, "items": items.map { ["label": $0.0, "url": $0.1] }]
    }
}
