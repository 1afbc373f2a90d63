import Foundation
import Geo
import IndexDefinition
import Search

/// The choices of a person on the search page, as its address has them: words, filters, order, language.
///
/// So an address can be shared and printed, and a link can change one choice.
struct PageState: Sendable {
    /// The parameters, in the order of an address.
    static let names =
        ["q", "kind", "near", "radius", "regency", "district", "category"] + facts
        + ["sort", "bbox", "literal", "lang", "cursor"]
    /// The parameters that filter.
    static let filters = ["kind", "near", "radius", "regency", "district", "category", "bbox"] + facts
    /// The parameters that are conditions on facts.
    static let facts = FactColumn.all.map(\.name)

    /// The parameters that have a value, in the order of `names`.
    private(set) var values: [(name: String, value: String)]

    /// Takes the known parameters.
    ///
    /// Addresses leave out `lang` for the default language.
    init(_ parameters: [String: String], defaultLanguage: String) {
        values = Self.names.compactMap { name in
            guard let value = parameters[name], !value.isEmpty,
                !(name == "lang" && value == defaultLanguage)
            else {
                return nil
            }
            return (name, value)
        }
    }

    subscript(name: String) -> String? { values.first { $0.name == name }?.value }

    /// The address of the search page with some parameters changed.
    ///
    /// Nil removes a parameter.
    ///
    /// A changed search begins at its first page.
    func url(_ changes: [String: String?] = [:]) -> String {
        let kept = Self.names.compactMap { name -> String? in
            let value = changes[name] ?? (name == "cursor" ? nil : self[name])
            return value.map { "\(name)=\(PercentEncoding.encoded($0))" }
        }
        return "/" + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&"))
    }

    /// The address with the words but without filters.
    var withoutFilters: String { url(Dictionary(uniqueKeysWithValues: Self.filters.map { ($0, nil) })) }

    var hasFilters: Bool { Self.filters.contains { $0 != "radius" && self[$0] != nil } }

    /// Whether nothing is chosen, as on the start page.
    var isStart: Bool {
        !hasFilters && self["q"] == nil && self["sort"] == nil && self["cursor"] == nil && self["literal"] == nil
    }

    /// The query without some of its words; nil if it does not have them side by side.
    ///
    /// Words are compared as letters and digits, whatever their case and the signs between them.
    func query(without words: String) -> String? {
        let pieces = (self["q"] ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
        let typed = pieces.enumerated().flatMap { index, piece in Self.tokens(piece).map { (piece: index, text: $0) } }
        let removed = Self.tokens(words)
        guard !removed.isEmpty, let range = typed.map(\.text).firstRange(of: removed) else { return nil }
        let kept = pieces.indices.compactMap { piece -> String? in
            let tokens = typed.indices.filter { typed[$0].piece == piece }
            let rest = tokens.filter { !range.contains($0) }
            if rest.count == tokens.count { return pieces[piece] }
            return rest.isEmpty ? nil : rest.map { typed[$0].text }.joined(separator: " ")
        }
        return kept.joined(separator: " ")
    }

    /// The query with some of its words in quotation marks at the end, so that they are searched as typed.
    ///
    /// Returns nil if it does not have the words side by side.
    func query(quoting words: String) -> String? {
        query(without: words).map { rest in
            ([rest].filter { !$0.isEmpty } + Self.tokens(words).map { "\"\($0)\"" }).joined(separator: " ")
        }
    }

    private static func tokens(_ text: String) -> [String] {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
            .split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    var kinds: [String] { self["kind"]?.split(separator: ",").map(String.init) ?? [] }
}
