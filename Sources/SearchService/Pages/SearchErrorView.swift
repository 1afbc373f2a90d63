import IndexDefinition
import Search

extension ResultsView {
    /// The view of a search that cannot be answered: the problem in the language of the page, and choices.
    init(_ error: SearchError, _ state: PageState, _ words: PageWords, _ facts: FactTable) {
        let parameter = error.parameter ?? "near"
        let fact = error.code == .invalidValue ? facts[parameter] : nil
        summary = ""
        problem = Self.text(error, state[parameter] ?? "", fact, words)
        if !error.candidates.isEmpty {
            candidates = ChoicesView(
                title: words[error.code == .placeAmbiguous ? "whichPlace" : "didYouMean"],
                items: error.candidates.map { place in
                    let kind = words.words["area.\(place.kind)"].map { "\($0) " } ?? ""
                    return LinkView(
                        label: kind + place.label, url: state.url([parameter: place.code ?? place.label]))
                })
        }
        if let fact {
            let link = LinkView(
                label: words.filled("withoutFact", words.label(fact)), url: state.url([fact.name: nil]))
            candidates = ChoicesView(title: words["emptyTry"], items: [link])
        }
        if error.code == .cursorStale || error.code == .cursorInvalid {
            candidates = ChoicesView(
                title: words["emptyTry"], items: [LinkView(label: words["fromStart"], url: state.url())])
        }
    }

    private static func text(_ error: SearchError, _ written: String, _ fact: FactDefinition?, _ words: PageWords)
        -> String
    {
        if let fact {
            // The form makes a range of the two fields, one of which may be empty.
            let typed = written.trimmingPrefix("..")
            return words.filled(fact.isNumeric ? "error.factNumber" : "error.factValue", String(typed))
                .replacing("%", with: words.label(fact))
        }
        switch error.code {
        case .placeAmbiguous:
            return words["error.placeAmbiguous"].replacing("%", with: "\(error.candidates.count)")
                .replacing("#", with: written)
        case .placeNotFound: return words.filled("error.placeNotFound", written)
        case .cursorStale, .cursorInvalid: return words["error.cursor"]
        case .querySyntax: return words["error.query"]
        default: return words["error.other"]
        }
    }
}
