import IndexDefinition
import Search

/// The parameters of the search page.
///
/// A form also sends its empty fields, so each of them may be empty.
enum PageParameters {
    /// The endings of the two fields of a number, such as "price-min" and "price-max".
    static let lowEnding = "-min"
    static let highEnding = "-max"

    static let limit = Parameter.integer(
        "limit", SearchRequest.answerLimits, defaultValue: 20, "How many hits a page has")
    static let part = Parameter.choice("part", ["1"], "Only what changes between searches")

    private static let kind = Parameter.text(
        "kind", 0...kindLength, pattern: kindPattern, SearchParameters.kind.definition.summary)
    private static let near = Parameter.text("near", 0...200, SearchParameters.near.definition.summary)
    private static let radius = Parameter.text(
        "radius", 0...20, pattern: TextPattern(#"([0-9]{1,8}([.,][0-9]{1,3})? ?(m|km)?)?"#),
        SearchParameters.radius.definition.summary)
    private static let regency = Parameter.text("regency", 0...120, SearchParameters.regency.definition.summary)
    private static let district = Parameter.text("district", 0...120, SearchParameters.district.definition.summary)
    private static let category = Parameter.text("category", 0...80, SearchParameters.category.definition.summary)
    /// The empty order leaves the choice to the search.
    private static let sort = Parameter.choice(
        "sort", [""] + SearchRequest.Sort.allCases.map(\.rawValue), "Order of the hits")
    private static let facts = SearchParameters.facts.map(\.definition).map { fact in
        Parameter.text(fact.name, 0...200, fact.summary)
    }
    private static let bounds = numbers.flatMap { name in
        [
            Parameter.text(name + lowEnding, 0...40, "The least \(name), a field of the form"),
            Parameter.text(name + highEnding, 0...40, "The greatest \(name), a field of the form"),
        ]
    }

    static let all: [RouteParameter] =
        .of(
            SearchParameters.text, kind, near, radius, SearchParameters.box, regency, district, category, sort, limit,
            SearchParameters.cursor, SearchParameters.literal, part) + (facts + bounds).map(\.definition)

    private static var numbers: [String] { FactColumn.all.filter(\.isNumeric).map(\.name) }

    /// The values of a request with the two fields of each number joined to a range: `price=..50000`.
    ///
    /// A form without scripts sends the two fields.
    static func joiningBounds(_ values: [String: String]) -> [String: String] {
        var joined = values
        for name in numbers {
            let ends = [lowEnding, highEnding].map { ending in
                (joined.removeValue(forKey: name + ending) ?? "").filter { !$0.isWhitespace }
            }
            if ends != ["", ""] { joined[name] = ends.joined(separator: "..") }
        }
        return joined
    }

    private static var kindLength: Int { DocumentKind.allCases.map(\.rawValue).joined(separator: ",").utf8.count }

    /// Nothing, or kinds separated by commas, at most as many as there are.
    private static var kindPattern: TextPattern {
        let kinds = DocumentKind.allCases.map(\.rawValue)
        let kind = "(\(kinds.joined(separator: "|")))"
        return TextPattern("(\(kind)(,\(kind)){0,\(kinds.count - 1)})?")
    }
}
