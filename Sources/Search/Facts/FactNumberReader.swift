import IndexDefinition

/// Reads conditions on numbers: "di bawah 50 ribu", "lebih dari 20 pekerja", "bintang 3", "sejak 2015".
///
/// A number needs a name or a noun of a fact, money, or a comparison that is about one unit; else it is left alone.
struct FactNumberReader {
    let table: FactTable
    let pieces: FactPieces

    /// What stands beside the numbers of a condition.
    struct Context {
        /// The facts that are named before or after the numbers.
        var facts: Set<String>?
        /// The fact of the condition just before.
        var previous: String?
        /// The unit of a word before the numbers, such as "tahun".
        var label: String?
        /// The unit of a word after the numbers, such as "orang".
        var unit: String?
        var comparison: Comparison?

        /// True if the words of one unit around the numbers are of the unit of a fact.
        func allows(_ fact: FactDefinition) -> Bool {
            [comparison?.unit, label].allSatisfy { $0 == nil || $0 == fact.unit }
        }
    }

    struct Comparison {
        var operation: FactComparator.Operator
        var unit: String?
        var end: Int
    }

    /// The condition at a piece; `previous` is the fact of a condition that ends there.
    func match(at start: Int, previous: String?) -> FactMatch? {
        let head = names(at: start)
        let context = Context(facts: head.facts, previous: previous)
        // A comparison may begin with a word that has no meaning elsewhere: "dari" in "berdiri dari tahun 2015".
        for index in fillerPositions(from: head.end) where index == start || head.facts != nil {
            if let match = match(at: index, in: context) { return match }
        }
        return nil
    }

    private func match(at start: Int, in context: Context) -> FactMatch? {
        for comparison in comparisons(at: start, .before) {
            for index in fillerPositions(from: comparison.end) {
                if let match = numbers(at: index, in: context, after: comparison) { return match }
            }
        }
        return numbers(at: start, in: context, after: nil)
    }

    private func numbers(at start: Int, in context: Context, after comparison: Comparison?) -> FactMatch? {
        var context = context
        context.comparison = comparison
        var index = start
        if context.facts == nil, comparison != nil {
            let head = names(at: index)
            context.facts = head.facts
            if head.facts != nil { index = pieces.skipFillers(from: head.end) }
        }
        if let found = label(at: index) {
            context.label = found.unit
            index = found.end
        }
        return amounts(at: index, after: comparison).flatMap { condition(of: $0, in: context) }
    }

    /// The unit of a word before a number, such as "tahun", and the piece after it.
    private func label(at start: Int) -> (unit: String, end: Int)? {
        for match in pieces.matches(at: start) {
            if case .number(.label(let unit)) = match.meaning { return (unit, match.end) }
        }
        return nil
    }

    /// One amount, or the two of a range.
    private func amounts(at start: Int, after comparison: Comparison?) -> [FactAmount]? {
        guard let first = pieces.amount(at: start) else { return nil }
        let isBetween = comparison?.operation == .between
        guard comparison == nil || isBetween else { return [first] }
        let joint = pieces.end(at: first.end) {
            $0.isOperator(.to) || isBetween && $0.isOperator(.and)
        }
        guard let joint, let second = pieces.amount(at: label(at: joint)?.end ?? joint) else {
            return isBetween ? nil : [first]
        }
        var low = first
        if low.factor == 1, !low.hasCurrency, second.factor > 1, low.value < 1_000 {
            low.value *= second.factor
            low.factor = second.factor
        }
        return low.value <= second.value ? [low, second] : nil
    }

    private func condition(of amounts: [FactAmount], in context: Context) -> FactMatch? {
        guard let last = amounts.last,
            var tail = FactTail(self, after: last, context: context, isRange: amounts.count > 1)
        else { return nil }
        let resolver = FactResolver(table: table, amounts: amounts, context: tail.context)
        guard let fact = resolver.fact else { return nil }
        if fact.unit == FactUnit.rupiah { tail.skipUnitOfPrice() }
        return FactMatch(end: tail.end, conditions: [resolver.condition(on: fact)])
    }

    /// The facts that consecutive names agree on, and the piece after them: "ovop bintang".
    func names(at start: Int, orNouns: Bool = false) -> (facts: Set<String>?, end: Int) {
        var facts: Set<String>?
        var end = start
        while true {
            let next = facts == nil ? end : pieces.skipFillers(from: end)
            let found = named(at: next, orNouns: orNouns)
            guard !found.facts.isEmpty else { return (facts, end) }
            let common = facts.map { $0.intersection(found.facts) } ?? found.facts
            guard !common.isEmpty else { return (facts, end) }
            facts = common
            end = found.end
        }
    }

    /// The numeric facts of the longest name at a piece.
    func named(at start: Int, orNouns: Bool) -> (facts: Set<String>, end: Int) {
        var facts: Set<String> = []
        var end = start
        for match in pieces.matches(at: start) where facts.isEmpty || match.end == end {
            let name: String
            switch match.meaning {
            case .fact(let fact): name = fact
            case .number(.noun(let fact)) where orNouns: name = fact
            default: continue
            }
            guard table[name]?.isNumeric == true else { continue }
            facts.insert(name)
            end = match.end
        }
        return (facts, end)
    }

    /// The comparisons at a piece, longer ones first, and those of one unit first.
    func comparisons(at start: Int, _ position: FactComparator.Position) -> [Comparison] {
        let found = pieces.matches(at: start).compactMap { match -> Comparison? in
            guard case .comparison(let operation, let side, let unit) = match.meaning, side == position else {
                return nil
            }
            return Comparison(operation: operation, unit: unit, end: match.end)
        }
        return found.sorted { $0.end != $1.end ? $0.end > $1.end : $0.unit != nil && $1.unit == nil }
    }

    /// The piece, and the pieces after each of the words without a meaning of their own that follow.
    private func fillerPositions(from start: Int) -> [Int] {
        var positions = [start]
        var index = start
        while let end = pieces.end(at: index, where: { $0.isOperator(.filler) || $0.isOperator(.inner) }) {
            positions.append(end)
            index = end
        }
        return positions
    }
}

/// Units of facts.tsv with rules of their own.
enum FactUnit {
    static let rupiah = "IDR"
    static let year = "year"
}
