import IndexDefinition
import IndexStore
import TextAnalysis

/// Conditions on columns that lists had beside the fields of Banua, such as `luas = 12`.
///
/// A name is compared by its words, so that "nama_ketua" and "Nama Ketua" are the same.
struct ExtraConditions {
    let table: FactTable
    /// The names of the columns that some document has.
    let names: [String]

    /// A condition of an expression: on a fact, or on a column.
    enum Parsed {
        case fact(FactCondition)
        case property(PropertyCondition)
    }

    /// - Throws: SearchError (usage) that names the value, the names there are, and what is expected instead.
    func parse(_ expression: String) throws(SearchError) -> Parsed {
        guard let parts = FactExpression(expression), table[parts.name] == nil else {
            return .fact(try FactCondition(where: expression, in: table))
        }
        let words = Tokenizer.words(of: parts.name)
        let meant = names.filter { !words.isEmpty && Tokenizer.words(of: $0) == words }
        guard let name = meant.first else {
            throw .unknownFact(parts.name, parameter: "where", in: table, columns: names)
        }
        let condition = try parts.condition(onColumn: name)
        return .property(PropertyCondition(condition, names: meant) { condition.isMet(by: $0) })
    }
}

extension FactExpression {
    /// The condition on a column, whose values are numbers or texts as people write them.
    fileprivate func condition(onColumn name: String) throws(SearchError) -> FactCondition {
        if value == FactDefinition.anyValue { return FactCondition(fact: name, values: [value]) }
        guard comparison == .equal else {
            guard let number = FactNumber.amount(value) else {
                throw .invalid("where", value: value, expected: "for \(name) a number after <, <=, > or >=")
            }
            return switch comparison {
            case .less: FactCondition(fact: name, max: number, maxIsExclusive: true)
            case .atMost: FactCondition(fact: name, max: number)
            case .more: FactCondition(fact: name, min: number, minIsExclusive: true)
            default: FactCondition(fact: name, min: number)
            }
        }
        if let range = try range(of: name) { return range }
        guard let values = FactValueList.items(value) else {
            throw .invalid(
                "where", value: value,
                expected: "for \(name) a closing quotation mark, and a value between commas")
        }
        return FactCondition(fact: name, values: values)
    }

    /// The condition of "20..50", "20.." or "..50"; nil if the value has no "..".
    private func range(of name: String) throws(SearchError) -> FactCondition? {
        guard let dots = value.firstRange(of: "..") else { return nil }
        let ends = [value[..<dots.lowerBound], value[dots.upperBound...]].map { String($0).trimmedOfWhitespace }
        let numbers = ends.map(FactNumber.amount)
        guard zip(ends, numbers).allSatisfy({ $0.0.isEmpty || $0.1 != nil }), ends != ["", ""],
            (numbers[0] ?? -.infinity) <= (numbers[1] ?? .infinity)
        else {
            throw .invalid(
                "where", value: value, expected: "for \(name) the smaller number first, as in 20..50, 20.. or ..50")
        }
        return FactCondition(fact: name, min: numbers[0], max: numbers[1])
    }
}

extension FactCondition {
    /// Whether a text meets the condition: a quantity in the range or equal to a value, or a text with its words.
    ///
    /// Returns nil if the text is no quantity and the condition is a range: its number is unknown.
    func isMet(by text: String) -> Bool? {
        let quantity = Quantity(text)
        guard values.isEmpty else {
            return values.contains { value in
                if value == FactDefinition.anyValue { return true }
                if let quantity, let wanted = Quantity(value) { return quantity.equals(wanted) }
                let words = Tokenizer.words(of: value)
                return !words.isEmpty && Tokenizer.words(of: text).firstRange(of: words) != nil
            }
        }
        guard let number = quantity?.number else { return nil }
        let isAbove = min.map { minIsExclusive ? number > $0 : number >= $0 } ?? true
        let isBelow = max.map { maxIsExclusive ? number < $0 : number <= $0 } ?? true
        return isAbove && isBelow
    }
}

/// A number with or without a unit of one word: "12", "12,5 ha".
private struct Quantity {
    var number: Double
    var unit: [String]

    /// Returns nil for any other text.
    init?(_ text: String) {
        let parts = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard (1...2).contains(parts.count), let number = FactNumber.amount(parts[0]) else { return nil }
        self.number = number
        unit = parts.count == 2 ? Tokenizer.words(of: parts[1]) : []
    }

    /// True if the numbers are the same, and the units too if the other one has a unit.
    func equals(_ other: Quantity) -> Bool { number == other.number && (other.unit.isEmpty || unit == other.unit) }
}

/// Splits several conditions at semicolons outside of quotation marks: `luas=12;price<50000`.
package enum ConditionList {
    package static func items(_ text: String) -> [String] {
        var items = [""]
        var quote: Character?
        for character in text {
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "\"" {
                quote = character
            } else if character == ";" {
                items.append("")
                continue
            }
            items[items.count - 1].append(character)
        }
        return items.map(\.trimmedOfWhitespace).filter { !$0.isEmpty }
    }
}
