import IndexDefinition

extension IndexReader {
    var vocabulary: VocabularyFile { generation.vocabulary }

    func hasTerm(_ text: String) -> Bool { vocabulary.index(of: text) != nil }

    func documentCount(of term: MatchTerm) -> Int { vocabulary.documentCount(of: term) }

    func terms(withPrefix prefix: String, limit: Int) -> [IndexTerm] {
        vocabulary.prefixRange(prefix).prefix(max(0, limit)).map(vocabulary.indexTerm)
    }

    /// A prefix that more terms begin with says too little to choose among them all.
    private static let maxCompared = 20_000

    func frequentTerms(withPrefix prefix: String, limit: Int) -> [IndexTerm] {
        guard limit > 0 else { return [] }
        var best: [(index: Int, count: Int)] = []
        for index in vocabulary.prefixRange(prefix).prefix(Self.maxCompared) {
            let count = vocabulary.documentCount(at: index)
            if best.count == limit, let least = best.last, count <= least.count { continue }
            let place = best.firstIndex { $0.count < count } ?? best.count
            best.insert((index, count), at: place)
            if best.count > limit { best.removeLast() }
        }
        return best.map { vocabulary.indexTerm(at: $0.index) }
    }

    func terms(withRoot root: String, limit: Int) -> [IndexTerm] {
        vocabulary.family(ofRoot: root)
            .sorted { vocabulary.documentCount(at: $0) > vocabulary.documentCount(at: $1) }
            .prefix(max(0, limit)).map(vocabulary.indexTerm)
    }

    func terms(near word: String, edits: Int, isPrefix: Bool, sharingFirstLetter: Bool) -> [IndexTerm] {
        vocabulary.terms(near: word, edits: edits, isPrefix: isPrefix, sharingFirstLetter: sharingFirstLetter)
    }

    func beginsPlaceName(_ word: String) -> Bool { vocabulary.beginsPlaceName(word) }
}

extension VocabularyFile {
    fileprivate func indexTerm(at index: Int) -> IndexTerm {
        IndexTerm(text: term(at: index), documentCount: documentCount(at: index))
    }
}
