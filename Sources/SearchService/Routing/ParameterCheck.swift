/// Checks the query and path values of a request against the parameters of its route.
enum ParameterCheck {
    /// The values by name.
    ///
    /// `ignoresUnknown` is true for pages. Apps add parameters of their own to links that people share, and those links
    /// must open.
    ///
    /// - Throws: `Problem` 400 that names the parameter: unknown, given twice, missing, or invalid.
    static func values(
        of query: [(name: String, value: String)], path: [String: String], for route: Route, ignoresUnknown: Bool
    ) throws -> [String: String] {
        var values = path
        for (name, value) in query {
            guard route.parameters.contains(where: { $0.name == name && $0.location == .query }) else {
                if ignoresUnknown { continue }
                throw Problem.unknown(name, known: route.parameters.filter { $0.location == .query }.map(\.name))
            }
            guard values.updateValue(value, forKey: name) == nil else { throw Problem.duplicate(name) }
        }
        // The negotiation has checked `f`.
        for parameter in route.parameters where parameter.name != CommonParameters.formatName {
            try check(values[parameter.name], of: parameter)
        }
        return values
    }

    private static func check(_ value: String?, of parameter: RouteParameter) throws {
        guard let value else {
            if parameter.isRequired { throw Problem.missing(parameter.name, parameter.summary) }
            return
        }
        guard let expected = parameter.schema.expectation(unlessValid: value) else { return }
        if parameter.isLayer, case .choice(let layers, _) = parameter.schema {
            throw Problem.unknownLayer(value, known: layers)
        }
        throw Problem.invalidValue(value, of: parameter.name, expected: expected)
    }
}
