import IndexDefinition

/// Makes the facts of a document from its properties.
///
/// A property that is missing or that is no number leaves the fact unknown, never zero.
enum DocumentFacts {
    /// The way a property becomes a fact.
    private enum Rule {
        case number(String)
        /// A text as it is.
        case text(String)
        /// A list in a text.
        case list(String)
        case certificates
        case geographicIndication
    }

    private static let rules: [String: Rule] = [
        "workers": .number("workers"), "business_units": .number("units"), "founded_year": .number("year"),
        "ovop_stars": .number("ovop"), "ovop_year": .number("ovop_year"), "figures_year": .number("figure_year"),
        "ovop_status": .text("ovop_status"), "heritage": .text("heritage"), "export": .text("export"),
        "producer": .text("producer"), "category": .text("group"), "kbli_code": .text("kbli"),
        "materials": .list("material"), "raw_material": .list("material"), "certifications": .certificates,
        "geographic_indication": .geographicIndication,
    ]
    /// The certificates of the catalog, by the names that queries use.
    private static let certificates = ["halal": "halal", "P-IRT": "pirt", "BPOM MD": "bpom", "SNI": "sni"]
    private static let indication = "indikasi geografis"

    static func facts(of properties: PropertyList) -> [String: DocumentFact] {
        var facts: [String: DocumentFact] = [:]
        for (name, value) in properties.members {
            guard let rule = rules[name] else { continue }
            switch rule {
            case .number(let fact): if let number = value.number { facts[fact] = .number(number) }
            case .text(let fact): set(fact, value.texts, in: &facts)
            case .list(let fact):
                set(fact, value.texts.flatMap { $0.split { ",;".contains($0) }.map(trimmed) }, in: &facts)
            case .certificates:
                set("certification", value.texts.compactMap { certificates[$0] }, in: &facts)
                if value.texts.contains(indication) { facts["gi"] = .values(["true"]) }
            case .geographicIndication: facts["gi"] = .values(["true"])
            }
        }
        if let range = price(properties) { facts["price"] = range }
        return facts
    }

    private static func price(_ properties: PropertyList) -> DocumentFact? {
        let (least, greatest) = (properties["price_min_idr"]?.number, properties["price_max_idr"]?.number)
        guard let first = least ?? greatest, let last = greatest ?? least else { return nil }
        return .range(first, last)
    }

    private static func set(_ fact: String, _ texts: [String], in facts: inout [String: DocumentFact]) {
        let known = texts.filter { !$0.isEmpty }
        guard !known.isEmpty else { return }
        if case .values(let others)? = facts[fact] {
            facts[fact] = .values(others + known)
        } else {
            facts[fact] = .values(known)
        }
    }

    /// The text without blanks around it.
    private static func trimmed(_ text: Substring) -> String {
        let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") }
        let start = text.utf8.drop(while: isBlank)
        guard let last = start.lastIndex(where: { !isBlank($0) }) else { return "" }
        return String(Substring(start[...last]))
    }
}
