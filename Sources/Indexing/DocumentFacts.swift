import IndexDefinition

/// Makes the facts of a document from its properties.
///
/// A property that is missing or that is no number leaves the fact unknown, never zero.
enum DocumentFacts {
    /// Facts that are one number, and the property of each.
    private static let numbers = [
        "workers": "workers", "units": "business_units", "year": "founded_year", "ovop": "ovop_stars",
        "ovop_year": "ovop_year", "figure_year": "figures_year",
    ]
    /// Facts that are texts as they are, and the properties of each.
    private static let texts = [
        "ovop_status": ["ovop_status"], "heritage": ["heritage"], "export": ["export"], "producer": ["producer"],
        "group": ["category"], "kbli": ["kbli_code"],
    ]
    /// Facts that are lists in a text, and the properties of each.
    private static let lists = ["material": ["materials", "raw_material"]]
    /// The certificates of the catalog, by the names that queries use.
    private static let certificates = ["halal": "halal", "P-IRT": "pirt", "BPOM MD": "bpom", "SNI": "sni"]
    private static let geographicIndication = "indikasi geografis"

    static func facts(of properties: PropertyList) -> [String: DocumentFact] {
        var facts: [String: DocumentFact] = [:]
        for (fact, property) in numbers {
            if let number = properties[property]?.number { facts[fact] = .number(number) }
        }
        if let range = price(properties) { facts["price"] = range }
        for (fact, names) in texts {
            set(fact, texts(of: names, in: properties), in: &facts)
        }
        for (fact, names) in lists {
            set(
                fact, texts(of: names, in: properties).flatMap { $0.split { ",;".contains($0) }.map(trimmed) },
                in: &facts)
        }
        let certified = properties["certifications"]?.texts ?? []
        set("certification", certified.compactMap { certificates[$0] }, in: &facts)
        if properties["geographic_indication"] != nil || certified.contains(geographicIndication) {
            facts["gi"] = .values(["true"])
        }
        return facts
    }

    private static func price(_ properties: PropertyList) -> DocumentFact? {
        let (least, greatest) = (properties["price_min_idr"]?.number, properties["price_max_idr"]?.number)
        guard let first = least ?? greatest, let last = greatest ?? least else { return nil }
        return .range(first, last)
    }

    private static func set(_ fact: String, _ texts: [String], in facts: inout [String: DocumentFact]) {
        let known = texts.filter { !$0.isEmpty }
        if !known.isEmpty { facts[fact] = .values(known) }
    }

    private static func texts(of names: [String], in properties: PropertyList) -> [String] {
        names.flatMap { properties[$0]?.texts ?? [] }
    }

    /// The text without blanks around it.
    private static func trimmed(_ text: Substring) -> String {
        let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") }
        let start = text.utf8.drop(while: isBlank)
        guard let last = start.lastIndex(where: { !isBlank($0) }) else { return "" }
        return String(Substring(start[...last]))
    }
}
