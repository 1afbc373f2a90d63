import Search

/// What the search page says where a question cannot be answered as it is: what is the matter in the page's words, and
/// what to choose instead.
enum Misunderstanding {
    static func values(_ error: SearchError, _ state: PageState, _ words: PageWords) -> [String: Any] {
        let parameter = error.parameter ?? "near"
        let written = state[parameter] ?? ""
        var values: [String: Any] = ["summary": "", "problem": text(error, written, words)]
        if !error.candidates.isEmpty {
            let title = words[error.code == .placeAmbiguous ? "whichPlace" : "didYouMean"]
            values["candidates"] = AnswerView.choices(
                title,
                error.candidates.map { place in
                    let kind = words.words["area.\(place.kind)"].map { "\($0) " } ?? ""
                    return (kind + place.label, state.url([parameter: place.code ?? place.label]))
                })
        }
        if error.code == .cursorStale || error.code == .cursorInvalid {
            values["candidates"] = AnswerView.choices("", [(words["fromStart"], state.url())])
        }
        return values
    }

    private static func text(_ error: SearchError, _ written: String, _ words: PageWords) -> String {
        switch error.code {
        case .placeAmbiguous:
            words["error.placeAmbiguous"].replacing("%", with: "\(error.candidates.count)").replacing(
                "#", with: written)
        case .placeNotFound: words.filled("error.placeNotFound", written)
        case .cursorStale, .cursorInvalid: words["error.cursor"]
        case .querySyntax: words["error.query"]
        default: words["error.other"]
        }
    }
}
