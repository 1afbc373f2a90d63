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
        let values = properties.values
        var facts: [String: DocumentFact] = [:]
        for (fact, property) in numbers {
            if let number = values[property]?.number { facts[fact] = .number(number) }
        }
        if let range = price(values) { facts["price"] = range }
        for (fact, properties) in texts {
            set(fact, properties.flatMap { values[$0]?.texts ?? [] }, in: &facts)
        }
        for (fact, properties) in lists {
            let texts = properties.flatMap { values[$0]?.texts ?? [] }
            set(fact, texts.flatMap { $0.split { ",;".contains($0) }.map(trimmed) }, in: &facts)
        }
        let certified = values["certifications"]?.texts ?? []
        set("certification", certified.compactMap { certificates[$0] }, in: &facts)
        if values["geographic_indication"] != nil || certified.contains(geographicIndication) {
            facts["gi"] = .values(["true"])
        }
        return facts
    }

    private static func price(_ values: [String: PropertyValue]) -> DocumentFact? {
        let (least, greatest) = (values["price_min_idr"]?.number, values["price_max_idr"]?.number)
        guard let first = least ?? greatest, let last = greatest ?? least else { return nil }
        return .range(first, last)
    }

    private static func set(_ fact: String, _ texts: [String], in facts: inout [String: DocumentFact]) {
        let known = texts.filter { !$0.isEmpty }
        if !known.isEmpty { facts[fact] = .values(known) }
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
