import Search

/// Measures conditions, orders and counts of facts on common words, each as a ratio to the words alone.
struct FactMeasure {
    let session: SearchSession
    /// Words that many documents have.
    let words: [String]

    /// `wordAlone` is the time of the words without conditions, in microseconds.
    func run(wordAlone: Double) throws {
        guard !words.isEmpty else { return }
        try compare("fact filter on a common word (price<50000)", with: wordAlone) { $0.conditions = ["price<50000"] }
        try compare("set filter on a common word (certification=halal)", with: wordAlone) {
            $0.conditions = ["certification=halal"]
        }
        try compare("two fact filters on a common word", with: wordAlone) {
            $0.conditions = ["price=20000..60000", "material=kayu"]
        }
        try compare("order by a fact on a common word", with: wordAlone) { $0.sort = .fact("price", ascending: true) }
        try compare("counts of two facts on a common word", with: wordAlone) {
            $0.factFacets = ["price", "certification"]
        }
        try measureColumn(wordAlone)
    }

    private func compare(_ what: String, with wordAlone: Double, _ change: (inout SearchRequest) -> Void) throws {
        let time = try SearchMeasure.measure(what, words) { word in
            var request = SearchRequest(text: word)
            request.isLiteral = true
            change(&request)
            return try session.search(request)
        }
        print("  \(what) / the word alone: \((time / wordAlone * 100).rounded() / 100)")
    }

    /// A condition on a column that is no fact reads the stored documents the first time; then the answer is kept.
    private func measureColumn(_ wordAlone: Double) throws {
        let condition = "\(SyntheticPackage.extraColumn)<40"
        var request = SearchRequest(text: words[0])
        request.isLiteral = true
        request.conditions = [condition]
        let begun = ContinuousClock.now
        // A catalog of an older program has no such column, and refuses the condition.
        guard (try? session.search(request)) != nil else {
            print("condition on a column that is no fact: left out, because the catalog has no such column")
            return
        }
        let milliseconds = tenths((ContinuousClock.now - begun) / .milliseconds(1))
        print("condition on a column that is no fact, the first time: \(milliseconds) ms")
        try compare("condition on a column that is no fact, again", with: wordAlone) { $0.conditions = [condition] }
    }
}
