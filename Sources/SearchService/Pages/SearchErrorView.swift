import Search

extension ResultsView {
    /// The view of a search that cannot be answered: the problem in the language of the page, and choices.
    init(_ error: SearchError, _ state: PageState, _ words: PageWords) {
        let parameter = error.parameter ?? "near"
        summary = ""
        problem = Self.text(error, state[parameter] ?? "", words)
        if !error.candidates.isEmpty {
            candidates = ChoicesView(
                title: words[error.code == .placeAmbiguous ? "whichPlace" : "didYouMean"],
                items: error.candidates.map { place in
                    let kind = words.words["area.\(place.kind)"].map { "\($0) " } ?? ""
                    return LinkView(
                        label: kind + place.label, url: state.url([parameter: place.code ?? place.label]))
                })
        }
        if error.code == .cursorStale || error.code == .cursorInvalid {
            candidates = ChoicesView(title: "", items: [LinkView(label: words["fromStart"], url: state.url())])
        }
    }

    private static func text(_ error: SearchError, _ written: String, _ words: PageWords) -> String {
        switch error.code {
        case .placeAmbiguous:
            words["error.placeAmbiguous"].replacing("%", with: "\(error.candidates.count)")
                .replacing("#", with: written)
        case .placeNotFound: words.filled("error.placeNotFound", written)
        case .cursorStale, .cursorInvalid: words["error.cursor"]
        case .querySyntax: words["error.query"]
        default: words["error.other"]
        }
    }
}
