import IndexDefinition

/// Decides which fact numbers are about, and writes the condition.
struct FactResolver {
    let table: FactTable
    /// One amount, or the two of a range.
    let amounts: [FactAmount]
    let context: FactNumberReader.Context

    /// The fact, or nil if nothing says what the numbers are about.
    var fact: FactDefinition? {
        candidates.first { fact in
            fits(fact) && amounts.allSatisfy { isPossible($0, for: fact) }
        }
    }

    /// The facts that the words allow, in the order of the table.
    private var candidates: [FactDefinition] {
        if let facts = context.facts { return table.facts.filter { facts.contains($0.name) } }
        let comparison = context.comparison
        if let unit = context.unit, comparison != nil { return table.facts.filter { $0.unit == unit } }
        if let unit = comparison?.unit { return first(of: unit) }
        if let unit = context.label, comparison != nil || amounts.count > 1 { return first(of: unit) }
        if amounts.contains(where: \.isMoney) { return first(of: FactUnit.rupiah) }
        if comparison?.operation == .between, amounts.allSatisfy(isYear) { return first(of: FactUnit.year) }
        guard comparison != nil else { return [] }
        if let previous = context.previous.flatMap({ table[$0] }), previous.isNumeric { return [previous] }
        let isLarge = amounts.allSatisfy { $0.value >= 1_000 && !isYear($0) }
        return isLarge ? first(of: FactUnit.rupiah) : []
    }

    private func first(of unit: String) -> [FactDefinition] {
        table.facts.first { $0.unit == unit }.map { [$0] } ?? []
    }

    private func fits(_ fact: FactDefinition) -> Bool {
        let hasCurrency = amounts.contains(where: \.hasCurrency)
        return context.allows(fact) && (!hasCurrency || fact.unit == FactUnit.rupiah)
    }

    private func isPossible(_ amount: FactAmount, for fact: FactDefinition) -> Bool {
        guard fact.limits?.contains(amount.value) ?? true else { return false }
        switch fact.unit {
        // No price is so low: two digits without a multiplier count something else, or leave a word out.
        case FactUnit.rupiah: return amount.isMoney || amount.value >= 100
        case FactUnit.year: return isYear(amount)
        default: return amount.value == amount.value.rounded()
        }
    }

    private func isYear(_ amount: FactAmount) -> Bool {
        amount.isPlain && (1900...2100).contains(amount.value)
    }

    func condition(on fact: FactDefinition) -> FactCondition {
        var condition = FactCondition(fact: fact.name)
        guard let first = amounts.first, let last = amounts.last, amounts.count == 1 else {
            condition.min = amounts.first?.value
            condition.max = amounts.last?.value
            return condition
        }
        switch context.comparison?.operation {
        case .less, .atMost: condition.max = last.value
        case .more, .atLeast, .from: condition.min = first.value
        case .about:
            condition.min = first.value * 0.8
            condition.max = last.value * 1.2
        default:
            condition.min = first.value
            condition.max = last.value
        }
        condition.maxIsExclusive = context.comparison?.operation == .less
        condition.minIsExclusive = context.comparison?.operation == .more
        return condition
    }
}
