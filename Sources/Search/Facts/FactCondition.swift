import IndexDefinition

extension FactCondition {
    /// The condition of an expression such as `price<50000`, `price=20000..50000`, `gi=true` or `producer="Assiwa"`.
    ///
    /// - Throws: SearchError (usage) that names the value and what is expected instead.
    package init(where expression: String, in table: FactTable) throws(SearchError) {
        guard let parts = FactExpression(expression) else {
            throw .invalid(
                "where", value: expression,
                expected: "a fact, one of < <= > >= = and a value, such as price<50000 or certification=halal")
        }
        guard let fact = table[parts.name] else { throw .unknownFact(parts.name, parameter: "where", in: table) }
        let parser = FactValueParser(fact: fact, parameter: "where")
        guard parts.comparison != .equal else {
            self = try parser.condition(parts.value)
            return
        }
        guard fact.isNumeric else {
            throw .invalid("where", value: expression, expected: "\(fact.name)=VALUE, because it is no number")
        }
        let number = try parser.number(parts.value)
        switch parts.comparison {
        case .less: self.init(fact: fact.name, max: number, maxIsExclusive: true)
        case .atMost: self.init(fact: fact.name, max: number)
        case .more: self.init(fact: fact.name, min: number, minIsExclusive: true)
        default: self.init(fact: fact.name, min: number)
        }
    }

    /// The condition of an HTTP parameter with the name of the fact, such as `..50000`, `20..`, `halal,pirt` or `true`.
    ///
    /// - Throws: SearchError (usage) that names the value and what is expected instead.
    package init(parameter text: String, fact: FactDefinition) throws(SearchError) {
        self = try FactValueParser(fact: fact, parameter: fact.name).condition(text)
    }
}

/// A name, a comparison and a value: `price<50000`.
struct FactExpression: Hashable {
    var name: String
    var comparison: FactComparator.Operator
    var value: String

    private static let signs: [(String, FactComparator.Operator)] = [
        ("<=", .atMost), (">=", .atLeast), ("≤", .atMost), ("≥", .atLeast), ("<", .less), (">", .more), ("=", .equal),
    ]

    /// Returns nil if a part is missing.
    init?(_ text: String) {
        guard let start = text.firstIndex(where: { "<>=≤≥".contains($0) }),
            let (sign, comparison) = Self.signs.first(where: { text[start...].hasPrefix($0.0) })
        else { return nil }
        name = String(text[..<start]).trimmedOfWhitespace.lowercased()
        value = String(text[start...].dropFirst(sign.count)).trimmedOfWhitespace
        self.comparison = comparison
        if name.isEmpty || value.isEmpty { return nil }
    }
}
