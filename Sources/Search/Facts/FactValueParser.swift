import IndexDefinition
import TextAnalysis

/// Parses the value of a condition on one fact; errors name the parameter.
struct FactValueParser {
    let fact: FactDefinition
    let parameter: String

    /// A range, a number, a list of values, true or false, or "*".
    func condition(_ text: String) throws(SearchError) -> FactCondition {
        if text == FactDefinition.anyValue { return FactCondition(fact: fact.name, values: [text]) }
        switch fact.type {
        case .number, .range: return try range(text)
        case .flag: return FactCondition(fact: fact.name, values: [try flag(text)])
        case .set: return FactCondition(fact: fact.name, values: try values(text))
        }
    }

    /// A number within the limits of the fact.
    func number(_ text: String) throws(SearchError) -> Double {
        guard let number = FactNumber.amount(text), fact.limits?.contains(number) ?? true else {
            throw invalid(text, expected: numberWording)
        }
        return number
    }

    /// "20000..50000", "20000..", "..50000" or "50000".
    private func range(_ text: String) throws(SearchError) -> FactCondition {
        guard let dots = text.firstRange(of: "..") else {
            let number = try number(text)
            return FactCondition(fact: fact.name, min: number, max: number)
        }
        let low = String(text[..<dots.lowerBound]).trimmedOfWhitespace
        let high = String(text[dots.upperBound...]).trimmedOfWhitespace
        let min = low.isEmpty ? nil : try number(low)
        let max = high.isEmpty ? nil : try number(high)
        guard min != nil || max != nil, (min ?? -.infinity) <= (max ?? .infinity) else {
            throw invalid(text, expected: "the smaller number first, as in 20..50, 20.. or ..50")
        }
        return FactCondition(fact: fact.name, min: min, max: max)
    }

    private func flag(_ text: String) throws(SearchError) -> String {
        switch text.lowercased() {
        case "true", "yes", "ya", "1": return "true"
        case "false", "no", "tidak", "0": return "false"
        default: throw invalid(text, expected: "true or false")
        }
    }

    private func values(_ text: String) throws(SearchError) -> [String] {
        guard let items = FactValueList.items(text) else {
            throw invalid(text, expected: "a closing quotation mark, and a value between commas")
        }
        var values: [String] = []
        for item in items {
            let value = try named(item)
            if !values.contains(value) { values.append(value) }
        }
        return values
    }

    /// The value that a text names, by its name or its words; of an open set, else the text.
    private func named(_ text: String) throws(SearchError) -> String {
        if text == FactDefinition.anyValue { return text }
        let typed = Tokenizer.joined(text).text
        let value = fact.values.first { value in
            ([value.name] + value.words.values.joined()).contains { Tokenizer.joined($0).text == typed }
        }
        if let value { return value.name }
        guard fact.isOpen, !typed.isEmpty else {
            throw invalid(text, expected: .choice(of: fact.values.map(\.name), typed: typed))
        }
        return text
    }

    private var numberWording: String {
        let example = "or a range such as 20..50, 20.. or ..50"
        guard let limits = fact.limits else { return "a number \(example)" }
        let low = FactNumber.text(limits.lowerBound)
        guard limits.upperBound.isFinite else { return "a number from \(low) on, \(example)" }
        return "a number from \(low) to \(FactNumber.text(limits.upperBound)), or a range of such numbers with .."
    }

    private func invalid(_ text: String, expected: String) -> SearchError {
        .invalid(parameter, value: text, expected: parameter == fact.name ? expected : "for \(fact.name) \(expected)")
    }
}

/// A list of values with commas between them, each in quotation marks if it has a comma itself.
package enum FactValueList {
    /// The list that is read as these values.
    package static func written(_ values: [String]) -> String {
        values.map { value in
            guard value.contains(where: { ",\"'".contains($0) }) || value.trimmedOfWhitespace != value else {
                return value
            }
            return value.contains("\"") ? "'\(value)'" : "\"\(value)\""
        }.joined(separator: ",")
    }

    /// Returns nil if a quotation mark is not closed, or a value is empty.
    static func items(_ text: String) -> [String]? {
        var items: [String] = []
        var rest = Substring(text)
        while true {
            rest = rest.drop(while: \.isWhitespace)
            if let quote = rest.first, quote == "\"" || quote == "'" {
                rest = rest.dropFirst()
                guard let end = rest.firstIndex(of: quote) else { return nil }
                items.append(String(rest[..<end]).trimmedOfWhitespace)
                rest = rest[rest.index(after: end)...].drop(while: \.isWhitespace)
                guard rest.isEmpty || rest.first == "," else { return nil }
            } else {
                let end = rest.firstIndex(of: ",") ?? rest.endIndex
                items.append(String(rest[..<end]).trimmedOfWhitespace)
                rest = rest[end...]
            }
            guard rest.first == "," else { return items.contains("") ? nil : items }
            rest = rest.dropFirst()
        }
    }
}
