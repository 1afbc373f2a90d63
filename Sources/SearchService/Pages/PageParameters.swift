import IndexDefinition
import Search

/// The parameters of the search page.
///
/// A form also sends its empty fields, so each of them may be empty.
enum PageParameters {
    /// The orders that the form offers.
    ///
    /// The empty one leaves the choice to the search.
    static let sorts = ["", "relevance", "distance", "name"]

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
    private static let sort = Parameter.choice("sort", sorts, "Order of the hits")

    static let all: [RouteParameter] = .of(
        SearchParameters.text, kind, near, radius, SearchParameters.box, regency, district, category, sort, limit,
        SearchParameters.cursor, SearchParameters.literal, part)

    private static var kindLength: Int { DocumentKind.allCases.map(\.rawValue).joined(separator: ",").utf8.count }

    /// Nothing, or kinds separated by commas, at most as many as there are.
    private static var kindPattern: TextPattern {
        let kinds = DocumentKind.allCases.map(\.rawValue)
        let kind = "(\(kinds.joined(separator: "|")))"
        return TextPattern("(\(kind)(,\(kind)){0,\(kinds.count - 1)})?")
    }
}
