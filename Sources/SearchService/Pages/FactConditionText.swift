import IndexDefinition
import Search

/// Facts, their values and conditions on them as people read them.
extension PageWords {
    /// The label of a fact in the language of the page.
    func label(_ fact: FactDefinition) -> String { fact.labels[language.code] ?? fact.name }

    /// "Harga: sampai Rp50.000", "Sertifikat: Halal / P-IRT", "Indikasi geografis".
    func text(_ condition: FactCondition, of fact: FactDefinition) -> String {
        let label = label(fact)
        if fact.type == .flag {
            return condition.values == ["false"] ? "\(label): \(self["factNo"])" : label
        }
        let isRange = condition.values.isEmpty
        return "\(label): \(isRange ? range(condition, of: fact) : values(condition.values, of: fact))"
    }

    /// The values of a set, one of which is enough.
    func values(_ values: [String], of fact: FactDefinition) -> String {
        values.map { $0 == FactDefinition.anyValue ? self["factAny"] : value($0, of: fact) }.joined(separator: " / ")
    }

    /// A value of a set: as the texts of the language have it, else the first word for it in the table of facts.
    func value(_ name: String, of fact: FactDefinition) -> String {
        if let text = words["value.\(fact.name).\(name)"] { return text }
        guard language.code != "id", let named = fact.values.first(where: { $0.name == name }),
            let word = named.words[language.code]?.first
        else { return name }
        return word.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    }

    private func range(_ condition: FactCondition, of fact: FactDefinition) -> String {
        let low = condition.min.map { number($0, unit: fact.unit) }
        let high = condition.max.map { number($0, unit: fact.unit) }
        switch (low, high) {
        case (let low?, let high?) where low == high: return low
        case (let low?, let high?): return "\(low)–\(high)"
        case (let low?, nil): return filled(condition.minIsExclusive ? "rangeAbove" : "rangeFrom", low)
        case (nil, let high?): return filled(condition.maxIsExclusive ? "rangeBelow" : "rangeTo", high)
        case (nil, nil): return self["factAny"]
        }
    }

    /// "Rp50.000", "2015", "1.250", "2,5".
    private func number(_ number: Double, unit: String?) -> String {
        let amount: String
        if let whole = Int(exactly: number) {
            amount = unit == "year" ? "\(whole)" : grouped(whole)
        } else {
            amount = "\(number)".replacing(".", with: language.decimalMark)
        }
        return unit == "IDR" ? "Rp\(amount)" : amount
    }
}
