import IndexDefinition

/// A number of a question, with what shows its unit.
struct FactAmount: Hashable {
    var value: Double
    /// The piece after it.
    var end: Int
    var hasCurrency = false
    /// The multiplier of a thousand or more; 1 if there is none.
    var factor = 1.0
    /// Digits only, so that it can be a year.
    var isPlain = false

    /// True if it is surely money, unless it counts something else.
    var isMoney: Bool { hasCurrency || factor >= 1_000 }
}

extension FactPieces {
    /// An amount such as "50rb", "Rp50.000", "1,5 juta" or "dua puluh lima" at a piece.
    func amount(at start: Int) -> FactAmount? {
        let before = end(at: start, where: \.isCurrency)
        guard var amount = number(at: before ?? start) else { return nil }
        let after = end(at: amount.end, where: \.isCurrency)
        amount.end = after ?? amount.end
        amount.hasCurrency = before != nil || after != nil
        return amount
    }

    /// Groups of numerals with multipliers that become smaller: "1 juta 500 ribu".
    private func number(at start: Int) -> FactAmount? {
        guard let first = group(at: start) else { return nil }
        var amount = FactAmount(value: 0, end: start)
        var next: FactAmount? = first
        var limit = Double.infinity
        while let part = next {
            guard let (factor, end) = multiplier(at: part.end, least: 1_000), factor < limit else {
                let isFirst = amount.end == start
                // "dua ribu lima ratus" is one number, "50 ribu 2" is not.
                guard isFirst || self[start].content == .word && self[amount.end].content == .word else { break }
                amount.value += part.value
                amount.end = part.end
                amount.isPlain = isFirst && part.isPlain
                break
            }
            amount.value += part.value * factor
            amount.factor = Swift.max(amount.factor, factor)
            limit = factor
            amount.end = end
            next = group(at: end)
        }
        return amount.end > start ? amount : nil
    }

    /// A number below a thousand in words, or digits, with tens and hundreds.
    private func group(at start: Int) -> FactAmount? {
        guard start < count else { return nil }
        var group = FactAmount(value: 0, end: start)
        var last = 0.0
        var isInWords = true
        if case .number(let value, let isPlain) = self[start].content {
            group = FactAmount(value: value, end: start + 1, isPlain: isPlain)
            last = value
            isInWords = false
        }
        while let (role, end) = numeral(at: group.end) {
            switch role {
            case .numeral(let value) where group.end == start || last >= 20 && value < last && isInWords:
                last = value
                group.value += value
            case .add(let value) where (1..<10).contains(last): group.value += value
            case .multiplier(let factor) where group.end > start && factor < 1_000:
                group.value += last * (factor - 1)
                last *= factor
                group.isPlain = false
            default: return group.end > start ? group : nil
            }
            group.end = end
        }
        return group.end > start ? group : nil
    }

    private func numeral(at start: Int) -> (FactNumberWord.Role, Int)? {
        for match in matches(at: start) {
            guard case .number(let role) = match.meaning else { continue }
            switch role {
            case .numeral, .add, .multiplier: return (role, match.end)
            default: continue
            }
        }
        return nil
    }

    private func multiplier(at start: Int, least: Double) -> (Double, Int)? {
        guard case (.multiplier(let factor), let end)? = numeral(at: start), factor >= least else {
            return nil
        }
        return (factor, end)
    }
}

extension FactLexicon.Meaning {
    fileprivate var isCurrency: Bool {
        if case .number(.currency) = self { true } else { false }
    }
}
