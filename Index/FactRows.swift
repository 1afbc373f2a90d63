/// Reads the rows of the tables of facts and checks every value.
struct FactRows {
    static let factsName = "facts.tsv"
    static let valuesName = "fact-values.tsv"
    static let comparatorsName = "comparators.tsv"
    static let numbersName = "number-units.tsv"
    static let fileNames = [factsName, valuesName, comparatorsName, numbersName]

    private let factRows: [FactRow]
    private let valueRows: [FactRow]
    private let comparatorRows: [FactRow]
    private let numberRows: [FactRow]

    init(files: [String: String]) throws(IndexDefinitionError) {
        factRows = try FactRow.rows(
            of: files, in: Self.factsName,
            columns: [
                "name", "type", "unit", "bounds", "limits", "kinds", "values", "reading", "words_id", "words_bjn",
                "words_en", "label_id", "label_en",
            ])
        valueRows = try FactRow.rows(
            of: files, in: Self.valuesName, columns: ["fact", "value", "words_id", "words_bjn", "words_en"])
        comparatorRows = try FactRow.rows(
            of: files, in: Self.comparatorsName,
            columns: ["operator", "position", "unit", "words_id", "words_bjn", "words_en"])
        numberRows = try FactRow.rows(
            of: files, in: Self.numbersName, columns: ["kind", "value", "words_id", "words_bjn", "words_en"])
    }

    /// The facts with their values.
    func facts() throws(IndexDefinitionError) -> [FactDefinition] {
        var definitions: [FactDefinition] = []
        for row in factRows {
            let definition = try row.fact()
            guard !definitions.contains(where: { $0.name == definition.name }) else {
                throw row.error("name", expected: "a name that no other line has")
            }
            definitions.append(definition)
        }
        for row in valueRows {
            let name = try row.text("fact")
            guard let index = definitions.firstIndex(where: { $0.name == name }) else {
                throw row.error("fact", expected: "one of \(definitions.map(\.name).joined(separator: ", "))")
            }
            try row.addValue(to: &definitions[index])
        }
        return definitions
    }

    func comparators(units: Set<String>) throws(IndexDefinitionError) -> [FactComparator] {
        var comparators: [FactComparator] = []
        for row in comparatorRows {
            comparators.append(try row.comparator(units: units))
        }
        return comparators
    }

    func numberWords(facts: [FactDefinition]) throws(IndexDefinitionError) -> [FactNumberWord] {
        var words: [FactNumberWord] = []
        for row in numberRows {
            words.append(FactNumberWord(role: try row.role(facts: facts), words: try row.allWords()))
        }
        return words
    }
}

extension FactRow {
    fileprivate func fact() throws(IndexDefinitionError) -> FactDefinition {
        let type: FactDefinition.ValueType = try choice("type")
        let reading: FactDefinition.Reading = try choice("reading")
        let isNumeric = type == .number || type == .range
        guard isNumeric == (reading == .number) || reading == .never else {
            throw error("reading", expected: isNumeric ? "number or never" : "alone, marked, titled, code or never")
        }
        return FactDefinition(
            name: try name(), type: type, unit: isNumeric ? try text("unit") : try optional("unit"),
            bounds: try bounds(), limits: try limits(), kinds: try kinds(), isOpen: try isOpen(type), reading: reading,
            words: try words(), labels: ["id": try text("label_id"), "en": try text("label_en")])
    }

    private func name() throws(IndexDefinitionError) -> String {
        let name = try text("name")
        guard name.utf8.allSatisfy({ (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "_") }) else {
            throw error("name", expected: "small letters and _")
        }
        return name
    }

    private func bounds() throws(IndexDefinitionError) -> [Double] {
        let texts = (try optional("bounds") ?? "").split(separator: ",")
        let bounds = texts.compactMap { Double($0) }
        guard bounds.count == texts.count, zip(bounds, bounds.dropFirst()).allSatisfy({ $0 < $1 }) else {
            throw error("bounds", expected: "ascending numbers with commas")
        }
        return bounds
    }

    private func limits() throws(IndexDefinitionError) -> ClosedRange<Double>? {
        guard let text = try optional("limits") else { return nil }
        let ends = text.split(separator: "..", omittingEmptySubsequences: false)
        guard ends.count == 2, let low = Double(ends[0]), let high = ends[1].isEmpty ? .infinity : Double(ends[1]),
            low <= high
        else { throw error("limits", expected: "two numbers such as 1..5, or one such as 0..") }
        return low...high
    }

    private func kinds() throws(IndexDefinitionError) -> [DocumentKind] {
        let texts = try text("kinds").split(separator: ",")
        let kinds = texts.compactMap { DocumentKind(rawValue: String($0)) }
        guard kinds.count == texts.count, !kinds.isEmpty else {
            let known = DocumentKind.allCases.map(\.rawValue).joined(separator: ", ")
            throw error("kinds", expected: "some of \(known) with commas")
        }
        return kinds
    }

    private func isOpen(_ type: FactDefinition.ValueType) throws(IndexDefinitionError) -> Bool {
        let text = try optional("values")
        guard type == .set ? ["open", "closed"].contains(text) : text == nil else {
            throw error("values", expected: type == .set ? "open or closed" : "-")
        }
        return text == "open"
    }

    fileprivate func addValue(to fact: inout FactDefinition) throws(IndexDefinitionError) {
        guard fact.type == .set else { throw error("fact", expected: "a fact of the type set") }
        let value = try text("value")
        if let role = FactValueWords(rawValue: value) {
            fact.valueWords[role, default: []] += try allWords()
        } else if fact.values.contains(where: { $0.name == value }) {
            throw error("value", expected: "a value that no other line of '\(fact.name)' has")
        } else {
            fact.values.append(FactValue(name: value, words: try words()))
        }
    }

    fileprivate func comparator(units: Set<String>) throws(IndexDefinitionError) -> FactComparator {
        let unit = try optional("unit")
        guard unit.map(units.contains) ?? true else {
            throw error("unit", expected: "- or one of \(units.sorted().joined(separator: ", "))")
        }
        let position: FactComparator.Position? = try optional("position") == nil ? nil : try choice("position")
        let operation: FactComparator.Operator = try choice("operator")
        guard operation.isComparison == (position != nil) else {
            throw error("position", expected: operation.isComparison ? "before or after" : "-")
        }
        return FactComparator(operation: operation, position: position, unit: unit, words: try allWords())
    }

    fileprivate func role(facts: [FactDefinition]) throws(IndexDefinitionError) -> FactNumberWord.Role {
        switch try text("kind") {
        case "numeral": return .numeral(try number("value"))
        case "add": return .add(try number("value"))
        case "multiplier": return .multiplier(try number("value"))
        case "currency": return .currency(try unit(of: facts))
        case "unit": return .unit(try unit(of: facts))
        case "label": return .label(try unit(of: facts))
        case "other": return .other
        case "feature": return .feature
        case "noun":
            let name = try text("value")
            guard facts.contains(where: { $0.name == name && $0.isNumeric }) else {
                let known = facts.filter(\.isNumeric).map(\.name).joined(separator: ", ")
                throw error("value", expected: "one of \(known)")
            }
            return .noun(name)
        default:
            throw error(
                "kind", expected: "numeral, add, multiplier, currency, unit, label, noun, other or feature")
        }
    }

    private func unit(of facts: [FactDefinition]) throws(IndexDefinitionError) -> String {
        let unit = try text("value")
        let known = Set(facts.compactMap(\.unit))
        guard known.contains(unit) else {
            throw error("value", expected: "one of \(known.sorted().joined(separator: ", "))")
        }
        return unit
    }
}

extension FactComparator.Operator {
    /// True if the words compare a number.
    package var isComparison: Bool {
        switch self {
        case .less, .atMost, .more, .atLeast, .equal, .about, .between, .from: true
        case .lowest, .highest, .to, .and, .or, .not, .filler, .inner, .per: false
        }
    }
}
