import Geo
import Search

/// What the address of the search page says: everything a person chose, so that it can be shared, printed, and changed
/// one thing at a time.
struct PageState: Sendable {
    /// The parameters that choose, in the order an address lists them.
    static let names = [
        "q", "kind", "near", "radius", "regency", "district", "category", "sort", "bbox", "literal", "lang", "cursor",
    ]
    /// Those that narrow the answer, besides the words.
    static let filters = ["kind", "near", "radius", "regency", "district", "category", "bbox"]

    /// The parameters given, in the order of `names`; empty ones say nothing.
    private(set) var values: [(name: String, value: String)]

    init(_ parameters: [String: String]) {
        values = Self.names.compactMap { name in
            guard let value = parameters[name], !value.isEmpty,
                !(name == "lang" && value == Language.indonesian.rawValue)
            else {
                return nil
            }
            return (name, value)
        }
    }

    subscript(name: String) -> String? { values.first { $0.name == name }?.value }

    /// The address of the search page with some parameters changed; nil takes one away.
    ///
    /// Changing anything starts at the first page.
    func url(_ changes: [String: String?] = [:]) -> String {
        let kept = Self.names.compactMap { name -> String? in
            let value = changes[name] ?? (name == "cursor" ? nil : self[name])
            return value.map { "\(name)=\(FeatureLinks.escaped($0))" }
        }
        return "/" + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&"))
    }

    /// With the words, without any filter.
    var withoutFilters: String { url(Dictionary(uniqueKeysWithValues: Self.filters.map { ($0, nil) })) }

    var hasFilters: Bool { Self.filters.contains { $0 != "radius" && self[$0] != nil } }

    /// Nothing is chosen: the start page.
    var isStart: Bool {
        !hasFilters && self["q"] == nil && self["sort"] == nil && self["cursor"] == nil && self["literal"] == nil
    }

    var kinds: [String] { self["kind"]?.split(separator: ",").map(String.init) ?? [] }
}
