import Geo
import IndexDefinition
import Search

extension ResultsView {
    /// The view of an answer.
    ///
    /// - Throws: an error if the stored body of a hit cannot be read.
    init(_ result: SearchResult, _ state: PageState, _ words: PageWords, _ facts: FactTable) throws {
        let answer = result.answer
        let text = ResultsText(result: result, state: state, words: words, facts: facts)
        summary = words.count(answer.total)
        let parts = [text.reading, text.matching].compactMap(\.self)
        reading = parts.isEmpty ? nil : parts.joined(separator: " · ")
        chosen = text.chosen
        hasChosen = !chosen.isEmpty
        notices = text.notices
        hits = try answer.hits.map { try HitView($0, words) }
        nextURL = answer.next.map { state.url(["cursor": $0]) }
        firstURL = state["cursor"] == nil ? nil : state.url()
        if let near = answer.query.near, let coordinate = near.coordinate {
            let point = PointView(coordinate)
            origin = OriginView(longitude: point.longitude, latitude: point.latitude, name: words.name(near))
        }
        if !answer.query.didYouMean.isEmpty {
            candidates = ChoicesView(
                title: words["didYouMean"],
                items: answer.query.didYouMean.map { LinkView(label: $0, url: state.url(["q": $0])) })
        }
        if answer.total == 0 { empty = text.empty }
    }
}

extension PageWords {
    /// The label of a place.
    ///
    /// A coordinate is written as people write one.
    func name(_ place: ResolvedPlace) -> String {
        guard place.code == nil, let coordinate = place.coordinate else { return place.label }
        return self.coordinate(coordinate)
    }
}
