import IndexDefinition
import TextAnalysis

extension FactDefinition {
    /// The values of a set to choose from, with the number of documents that a condition on each finds.
    ///
    /// Shape: the named values that occur, most documents first, then the texts that have the words of none of them.
    /// A condition matches a text that has the words of the value: "Jepang" matches "Jepang (2022)".
    package func choices(_ counts: [FacetCount]) -> [FacetCount] {
        var texts = counts.map { (count: $0, words: Tokenizer.words(of: $0.value), isNamed: false) }
        var named: [FacetCount] = []
        for value in values {
            let words = Tokenizer.words(of: value.name)
            var sum = 0
            for index in texts.indices where texts[index].words.firstRange(of: words) != nil {
                sum += texts[index].count.count
                texts[index].isNamed = true
            }
            if sum > 0 { named.append(FacetCount(value: value.name, label: value.name, count: sum)) }
        }
        named.sort { ($1.count, $0.value) < ($0.count, $1.value) }
        return named + texts.filter { !$0.isNamed }.map(\.count)
    }
}
