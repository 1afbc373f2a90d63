import Geo
import HTTPTypes
import IndexDefinition
import Search

/// The search page: the form as it was filled, what the search understood, the hits, and what to try where there are none.
enum SearchPage {
    static func reply(_ request: RouteRequest) async throws -> Reply {
        let text = request.text("q") ?? ""
        var page = Page(
            request,
            title: text.isEmpty
                ? PageWords(language: Language(request), words: request.service.site.words(Language(request)))["searchLabel"] : text)
        let state = PageState(request)
        var asked = try SearchParameters.searchRequest(request)
        asked.limit = request.integer("limit") ?? 20
        asked.facets = [.kind, .category, .regency]
        if request.text("q") == nil && !state.hasFilters { asked.kinds = [.sentra] }  // an empty page shows what Banua is about
        page.values.merge(form(state, page.words)) { $1 }
        let template = request.flag("part") ? "part" : "search"
        do {
            let wanted = asked
            let answer = try await request.withSession { session in AnswerBox(try session.search(wanted)) }.answer
            page.values.merge(try answered(answer, asked, state, page)) { $1 }
        } catch let error as SearchError where error.kind == .usage {
            page.values.merge(misunderstood(error, state, page.words)) { $1 }
        } catch let problem as Problem where problem.status == .serviceUnavailable {
            page.values["problem"] = problem.detail
            page.values.merge(filters(nil, state, page.words)) { $1 }
            var reply = page.reply(template)
            reply.status = problem.status
            reply.headers = problem.headers
            return reply
        }
        return page.reply(template)
    }

    private static func form(_ state: PageState, _ words: PageWords) -> [String: Any] {
        let radius = state["radius"] ?? ""
        let radii = [
            ("", words["anyRadius"]), ("2km", "2 km"), ("5km", "5 km"), ("10km", "10 km"), ("25km", "25 km"), ("50km", "50 km"),
            ("100km", "100 km"),
        ]
        var options = radii.map { ["value": $0.0, "label": $0.1, "selected": $0.0 == radius] as [String: Any] }
        if !radii.contains(where: { $0.0 == radius }) { options.append(["value": radius, "label": radius, "selected": true]) }
        return ["text": state["q"] ?? "", "near": state["near"] ?? "", "radii": options]
    }

    /// The filters with their counts; those of no answer keep what was chosen.
    private static func filters(_ answer: SearchAnswer?, _ state: PageState, _ words: PageWords) -> [String: Any] {
        let kinds = (state["kind"] ?? "").split(separator: ",").map(String.init)
        let counts = { (field: SearchRequest.FacetField) in answer?.facets.first { $0.field == field }?.counts ?? [] }
        let option = { (count: Facet.Count, chosen: String?) -> [String: Any] in
            ["value": count.value, "label": count.label, "count": words.grouped(count.count), "selected": count.value == chosen]
        }
        let sorts = [("", "sortDefault"), ("relevance", "sortRelevance"), ("distance", "sortDistance"), ("name", "sortName")]
        return [
            "kinds": DocumentKind.allCases.map { kind -> [String: Any] in
                let count = counts(.kind).first { $0.value == kind.rawValue }?.count
                return [
                    "value": kind.rawValue, "label": words[kind.rawValue], "count": count.map(words.grouped) ?? "",
                    "selected": kinds.contains(kind.rawValue),
                ]
            }, "categories": counts(.category).map { option($0, state["category"]) },
            "regencies": counts(.regency).map { option($0, state["regency"]) },
            "sorts": sorts.map { ["value": $0.0, "label": words[$0.1], "selected": ($0.0 == state["sort"] ?? "")] as [String: Any] },
        ]
    }

    private static func answered(_ answer: SearchAnswer, _ asked: SearchRequest, _ state: PageState, _ page: Page) throws -> [String: Any] {
        let words = page.words
        var values = filters(answer, state, words)
        values["hits"] = try answer.hits.map { try HitView.values($0, words, query: page.languageQuery) }
        values["summary"] = words.count(answer.total)
        values["reading"] = reading(answer.query, words)
        values["nextURL"] = answer.next.map { state.url(["cursor": $0]) }
        if let near = answer.query.near, let place = near.coordinate {
            values["origin"] = ["longitude": "\(place.longitude)", "latitude": "\(place.latitude)", "name": near.name]
        }
        if let corrected = answer.query.corrected {
            values["corrected"] = [
                "text": "\(words["corrected"]) “\(corrected)”.", "literalURL": state.url(["literal": "true"]),
                "literalText": words["literal"],
            ]
        } else if let placeWords = answer.query.placeWords {
            values["undo"] = [
                "text": "“\(placeWords)” \(words["undoPlace"])", "url": state.url(["literal": "true"]), "action": words["undoPlaceAction"],
            ]
        }
        if !answer.query.didYouMean.isEmpty {
            values["candidates"] = choices(words["didYouMean"], answer.query.didYouMean.map { ($0, state.url(["q": $0])) })
        }
        if answer.total == 0 { values["empty"] = empty(answer, asked, state, words) }
        return values
    }

    /// "untuk anyaman purun · di sekitar Margasari · dalam radius 10 km".
    private static func reading(_ query: QueryReading, _ words: PageWords) -> String? {
        var parts: [String] = []
        if !query.keywords.isEmpty { parts.append("\(words["for"]) “\(query.keywords)”") }
        if let near = query.near { parts.append("\(words["around"]) \(near.label)") }
        if let radius = query.radiusMetres { parts.append("\(words["within"]) \(words.distance(radius))") }
        if !query.within.isEmpty { parts.append("\(words["inside"]) \(query.within.map(\.name).joined(separator: ", "))") }
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }

    private static func empty(_ answer: SearchAnswer, _ asked: SearchRequest, _ state: PageState, _ words: PageWords) -> [String: Any] {
        var offers: [(String, String)] = []
        if let radius = asked.radiusMetres ?? answer.query.radiusMetres {
            let wider = [25_000.0, 50_000, 100_000, 200_000].filter { $0 > radius }.prefix(2)
            offers += wider.map {
                (
                    "\(words["offerRadius"]) \(words.distance($0))",
                    state.url(["radius": "\(Int($0 / 1_000))km", "near": state["near"] ?? answer.query.near?.label])
                )
            }
        }
        if answer.query.near != nil || answer.query.placeWords != nil {
            offers.append((words["offerWithout"], state.url(["q": answer.query.keywords, "near": nil, "radius": nil])))
        }
        if state.hasFilters { offers.append((words["offerWithoutFilters"], state.withoutFilters)) }
        offers.append((words["offerAll"], "/?kind=sentra&sort=name"))
        var values: [String: Any] = ["title": words["emptyTitle"], "offers": offers.map { ["label": $0.0, "url": $0.1] }]
        values["understood"] = reading(answer.query, words).map { "\(words["emptyUnderstood"]) \($0)" }
        return values
    }

    private static func misunderstood(_ error: SearchError, _ state: PageState, _ words: PageWords) -> [String: Any] {
        var values = filters(nil, state, words)
        values["summary"] = ""
        values["problem"] = error.message
        if !error.candidates.isEmpty {
            let name = error.parameter == "near" || error.parameter == nil ? "near" : error.parameter ?? "near"
            values["candidates"] = choices(words["whichPlace"], error.candidates.map { ($0.label, state.url([name: $0.code ?? $0.label])) })
        }
        return values
    }

    private static func choices(_ title: String, _ items: [(String, String)]) -> [String: Any] {
        ["title": title, "items": items.map { ["label": $0.0, "url": $0.1] }]
    }
}

/// Carries an answer out of a worker's closure.
struct AnswerBox: Sendable {
    let answer: SearchAnswer
    init(_ answer: SearchAnswer) { self.answer = answer }
}
