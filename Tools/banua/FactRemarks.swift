import IndexDefinition
import Search

extension ReadFact {
    /// How words were read as a condition, and how many documents were left out because the fact is unknown.
    var remarks: [String] {
        guard isApplied else {
            let words = condition.words.map { " '\($0)' is searched as words." } ?? ""
            return ["No document has the fact '\(condition.fact)'.\(words)"]
        }
        var lines: [String] = []
        if let words = condition.words {
            lines.append("Read '\(words)' as \(condition.expression); --literal searches for it as words.")
        }
        if let unknown, unknown > 0 {
            lines.append("\(unknown) more may match, but the fact '\(condition.fact)' is unknown for them.")
        }
        return lines
    }
}

extension ReadSort {
    /// How words were read as an order.
    var remark: String {
        var fact = order.rawValue
        let isDescending = fact.hasPrefix("-")
        if isDescending { fact.removeFirst() }
        return "Read '\(words)' as the order by \(fact), \(isDescending ? "largest" : "smallest") first."
    }
}

extension FactCondition {
    /// The condition as `--where` takes it: `price<50000`, `workers=5..20`, `producer="Galeri Purun Acil Sala"`.
    var expression: String {
        switch (min.map(Self.text), max.map(Self.text)) {
        case (nil, nil): "\(fact)=\(values.map(Self.quoted).joined(separator: ","))"
        case (let min?, nil): "\(fact)\(minIsExclusive ? ">" : ">=")\(min)"
        case (nil, let max?): "\(fact)\(maxIsExclusive ? "<" : "<=")\(max)"
        case (let min?, let max?): min == max ? "\(fact)=\(min)" : "\(fact)=\(min)..\(max)"
        }
    }

    private static func text(_ number: Double) -> String { Int(exactly: number).map(String.init) ?? "\(number)" }

    private static func quoted(_ value: String) -> String {
        value.contains { " ,".contains($0) } ? "\"\(value)\"" : value
    }
}
