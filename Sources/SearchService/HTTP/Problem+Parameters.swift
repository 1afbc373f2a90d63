import HTTPTypes

/// The wording of problems with the parameters of a request.
extension Problem {
    static func invalid(_ parameter: String, _ detail: String) -> Problem {
        Problem(
            status: .badRequest, type: "invalid-parameter", title: "A parameter is invalid", detail: detail,
            parameter: parameter)
    }

    static func invalidValue(_ value: String, of parameter: String, expected: String) -> Problem {
        .invalid(parameter, "The value '\(excerpt(value))' is invalid for '\(parameter)': expected \(expected).")
    }

    static func missing(_ parameter: String, _ explanation: String) -> Problem {
        .invalid(parameter, "The parameter '\(parameter)' is missing: \(explanation).")
    }

    static func unknown(_ parameter: String, known: [String]) -> Problem {
        let list = known.isEmpty ? "none" : known.sorted().joined(separator: ", ")
        return .invalid(parameter, "The parameter '\(excerpt(parameter))' is not known here. Known are: \(list).")
    }

    static func duplicate(_ parameter: String) -> Problem {
        .invalid(
            parameter,
            "The parameter '\(parameter)' is given twice. Give it once; several values are separated by commas.")
    }

    static func badEscape(in part: String) -> Problem {
        .invalid(part, "The \(part) has a broken percent escape, or bytes that are not UTF-8. Escape it as UTF-8.")
    }

    static func notAcceptable(_ formats: [AnswerMediaType]) -> Problem {
        let list = formats.map(\.rawValue).joined(separator: ", ")
        return Problem(
            status: .notAcceptable, type: "not-acceptable", title: "No such format here",
            detail: "This address answers as \(list): choose one with f=, or in the Accept header.")
    }

    static func notQueryable(_ parameter: String, layer: String, known: [String]) -> Problem {
        .invalid(
            parameter,
            "No feature of the layer '\(layer)' can have '\(parameter)'. Filter by \(known.joined(separator: ", ")).")
    }

    static func unknownLayer(_ id: String, known: [String]) -> Problem {
        Problem(
            status: .notFound, type: "no-such-layer", title: "No such layer",
            detail: "There is no layer '\(excerpt(id))'. There are \(known.joined(separator: ", ")).",
            parameter: "collectionId")
    }

    static func notInLayer(_ id: String, layer: String) -> Problem {
        Problem(
            status: .notFound, type: "no-such-document", title: "No such document",
            detail: "No feature of the layer '\(layer)' has the id '\(excerpt(id))'. Another layer may have it.",
            parameter: "featureId")
    }

    /// At most 80 characters of a text that a client sent.
    static func excerpt(_ text: String) -> String { text.count > 80 ? text.prefix(80) + "…" : text }
}
