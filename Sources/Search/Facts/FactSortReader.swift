import IndexDefinition

/// Reads an order: "termurah", "tenaga kerja terbanyak", "paling banyak pekerja", "most workers".
struct FactSortReader {
    let numbers: FactNumberReader

    func match(at start: Int) -> FactMatch? {
        let head = numbers.names(at: start, orNouns: true)
        guard let facts = head.facts else { return leading(at: start) }
        let next = numbers.pieces.skipFillers(from: head.end)
        for extreme in extremes(at: next) {
            if let match = match(of: extreme, on: facts, end: extreme.end) { return match }
        }
        return nil
    }

    /// An extreme before what it is about, or one that says it itself.
    private func leading(at start: Int) -> FactMatch? {
        for extreme in extremes(at: start) {
            let next = numbers.pieces.skipFillers(from: extreme.end)
            let tail = numbers.names(at: next, orNouns: true)
            if let match = match(of: extreme, on: tail.facts, end: tail.facts == nil ? extreme.end : tail.end) {
                return match
            }
            if let match = match(of: extreme, on: nil, end: extreme.end) { return match }
        }
        return nil
    }

    private func match(of extreme: FactNumberReader.Comparison, on facts: Set<String>?, end: Int) -> FactMatch? {
        guard facts != nil || extreme.unit != nil else { return nil }
        let fact = numbers.table.facts.first { fact in
            fact.isNumeric && facts?.contains(fact.name) ?? true && (extreme.unit == nil || fact.unit == extreme.unit)
        }
        return fact.map {
            FactMatch(end: end, sort: .fact($0.name, ascending: extreme.operation == .lowest))
        }
    }

    private func extremes(at start: Int) -> [FactNumberReader.Comparison] {
        numbers.pieces.matches(at: start).compactMap { match in
            guard case .comparison(let operation, nil, let unit) = match.meaning,
                operation == .lowest || operation == .highest
            else { return nil }
            return .init(operation: operation, unit: unit, end: match.end)
        }
    }
}
