import Geo
import Search

/// What the address of a page says: everything a person chose, so that it can be shared, printed, and changed one thing at a time.
struct PageState: Sendable {
    /// The parameters as given, without those of the machinery.
    private(set) var values: [(name: String, value: String)]

    init(_ request: RouteRequest) {
        let kept = ["q", "kind", "near", "radius", "regency", "district", "category", "sort", "bbox", "literal", "lang", "cursor"]
        values = kept.compactMap { name in request.text(name).map { (name, $0) } }
    }

    subscript(name: String) -> String? { values.first { $0.name == name }?.value }

    /// The address of the search page with some parameters changed; nil takes one away.
    ///
    /// Changing anything starts at the first page.
    func url(_ changes: [String: String?] = [:]) -> String {
        var kept = values.filter { $0.name != "cursor" && changes[$0.name] == nil }
        kept += changes.sorted { $0.key < $1.key }.compactMap { name, value in value.map { (name, $0) } }
        return "/" + (kept.isEmpty ? "" : "?" + kept.map { "\($0.name)=\(FeatureLinks.escaped($0.value))" }.joined(separator: "&"))
    }

    /// Without any filter but the words.
    var withoutFilters: String {
        url(["kind": nil, "regency": nil, "district": nil, "category": nil, "bbox": nil, "near": nil, "radius": nil])
    }

    var hasFilters: Bool { ["kind", "regency", "district", "category", "bbox", "near"].contains { self[$0] != nil } }
}
