import IndexDefinition

/// The words after a number: what it counts, and a comparison such as "ke atas".
struct FactTail {
    private let reader: FactNumberReader
    var context: FactNumberReader.Context
    var end: Int

    /// Returns nil if a word after the number says that it is none of the facts: "20 kg".
    init?(_ reader: FactNumberReader, after amount: FactAmount, context: FactNumberReader.Context, isRange: Bool) {
        self.reader = reader
        self.context = context
        end = amount.end
        var isOpen = context.comparison == nil && !isRange
        while true {
            if isOpen, let comparison = reader.comparisons(at: end, .after).first {
                self.context.comparison = comparison
                end = comparison.end
                isOpen = false
            } else if !readCounted() {
                break
            }
        }
        if end == amount.end, isOther(after: amount) { return nil }
    }

    /// Reads a name, a noun or a unit that fits the facts named before; returns false if there is none.
    private mutating func readCounted() -> Bool {
        let named = reader.names(at: end, orNouns: true)
        let units = reader.pieces.matches(at: end).compactMap { match -> (String, Int)? in
            guard case .number(.unit(let unit)) = match.meaning else { return nil }
            return (unit, match.end)
        }
        if let facts = named.facts, named.end >= units.first?.1 ?? 0 {
            // Another fact is not what is counted: "harga 20 ribu pekerja 5", "sejak 2015 usaha tenun".
            let common = facts.filter { name in
                context.facts?.contains(name) ?? true && reader.table[name].map(context.allows) ?? false
            }
            guard !common.isEmpty else { return false }
            context.facts = common
            end = named.end
            return true
        }
        guard let (unit, unitEnd) = units.first, context.unit == nil else { return false }
        if let facts = context.facts, !facts.contains(where: { reader.table[$0]?.unit == unit }) { return false }
        context.unit = unit
        end = unitEnd
        return true
    }

    private func isOther(after amount: FactAmount) -> Bool {
        reader.pieces.matches(at: end).contains { match in
            switch match.meaning {
            case .number(.other): !amount.hasCurrency
            case .number(.feature): !amount.isMoney
            default: false
            }
        }
    }

    /// Passes over "per kg" and "/lembar".
    mutating func skipUnitOfPrice() {
        guard let unit = reader.pieces.end(at: end, where: { $0.isOperator(.per) }),
            unit < reader.pieces.count, reader.pieces[unit].content == .word
        else { return }
        end = unit + 1
    }
}
