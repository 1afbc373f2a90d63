import IndexDefinition

/// The conditions, or the order, that the words of a question from one piece to another give.
///
/// Words that give nothing, such as "halal bihalal", are passed over.
struct FactMatch: Hashable {
    var end: Int
    var conditions: [FactCondition] = []
    var sort: SearchRequest.Sort?

    /// The fact that the words are about.
    var fact: String? {
        if case .fact(let name, _) = sort, conditions.isEmpty { return name }
        return conditions.last?.fact
    }
}
