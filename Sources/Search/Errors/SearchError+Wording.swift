import Base
import QueryLanguage

/// The wording of all errors of the module.
extension SearchError {
    static func invalid(_ parameter: String, value: String, expected: String) -> SearchError {
        SearchError(
            kind: .usage, code: .invalidValue,
            message: "The value '\(value)' is invalid for '\(parameter)': expected \(expected).",
            parameter: parameter)
    }

    static func syntax(_ error: QuerySyntaxError) -> SearchError {
        SearchError(kind: .usage, code: .querySyntax, message: error.description, parameter: "q", offset: error.offset)
    }

    static func needsPlace(for what: String) -> SearchError {
        SearchError(
            kind: .usage, code: .invalidValue,
            message: "\(what) needs a place to measure from: give one with 'near', such as Martapura or -3.41,114.84.",
            parameter: "near")
    }

    static func placeNotFound(_ text: String, parameter: String, similar: [ResolvedPlace]) -> SearchError {
        let remedy =
            similar.isEmpty
            ? "Give a code such as 63.05.01, a name with its regency such as 'Kampung Baru, Tanah Bumbu', or "
                + "latitude,longitude."
            : "Did you mean \(list(similar))?"
        return SearchError(
            kind: .noInput, code: .placeNotFound, message: "No place called '\(text)' is in the index. \(remedy)",
            parameter: parameter,
            candidates: similar)
    }

    static func placeAmbiguous(_ text: String, parameter: String, candidates: [ResolvedPlace]) -> SearchError {
        SearchError(
            kind: .noInput, code: .placeAmbiguous,
            message:
                "'\(text)' fits \(candidates.count) places: \(list(candidates)). Give the code, or the name with its "
                + "regency.",
            parameter: parameter, candidates: candidates)
    }

    static func placeWithoutPosition(_ place: ResolvedPlace, parameter: String) -> SearchError {
        SearchError(
            kind: .noInput, code: .placeNotFound,
            message:
                "The position of \(place.label) (\(place.code ?? "no code")) is not known: give a place near it, or "
                + "latitude,longitude.",
            parameter: parameter, candidates: [place])
    }

    static func documentNotFound(_ id: String) -> SearchError {
        SearchError(
            kind: .noInput, code: .documentNotFound,
            message:
                "No document has the id '\(id)'. The id of a village is its code, such as 63.05.02.2005; search for "
                + "the name to find an id.",
            parameter: "id")
    }

    static func cursorInvalid(_ cursor: String) -> SearchError {
        SearchError(
            kind: .usage, code: .cursorInvalid,
            message:
                "The cursor '\(cursor)' does not belong to this request: leave it out to start at the first page, "
                + "and change nothing else while paging.",
            parameter: "cursor")
    }

    static func cursorStale(from generation: String, current: String) -> SearchError {
        SearchError(
            kind: .usage, code: .cursorStale,
            message:
                "The cursor belongs to generation \(generation), but \(current) is published now: start again "
                + "without a cursor.",
            parameter: "cursor")
    }

    static func noVillages() -> SearchError {
        SearchError(
            kind: .noInput, code: .documentNotFound,
            message: "The index holds no village with a position: import villages, then run banua-rebuild.")
    }

    static let interrupted = SearchError(
        kind: .busy, code: .interrupted,
        message: "The search was interrupted: try again, or search for less.")

    /// Names with codes, ten at most.
    private static func list(_ places: [ResolvedPlace]) -> String {
        let names = places.prefix(10).map { place in place.code.map { "\(place.label) (\($0))" } ?? place.label }
        return names.joined(separator: "; ")
            + (places.count > names.count ? "; and \(places.count - names.count) more" : "")
    }
}
