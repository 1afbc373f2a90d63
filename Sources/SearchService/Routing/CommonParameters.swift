/// The parameters that the route table adds to routes.
enum CommonParameters {
    static let formatName = "f"

    static func format(_ formats: [AnswerMediaType]) -> RouteParameter {
        let schema = ParameterSchema.choice(formats.map(\.rawValue), defaultValue: formats.first?.rawValue)
        return RouteParameter(
            name: formatName, schema: schema, summary: "The format of the answer. It overrides the Accept header")
    }

    static func language(_ languages: PageLanguages) -> RouteParameter {
        RouteParameter(
            name: "lang", schema: .choice(languages.all.map(\.code)), summary: "The language of the HTML page")
    }
}

extension Route {
    /// The route with the parameters that many routes share.
    func withCommonParameters(_ languages: PageLanguages) -> Route {
        var route = self
        if takesFormat { route.parameters.append(CommonParameters.format(formats)) }
        if hasPage { route.parameters.append(CommonParameters.language(languages)) }
        return route
    }
}
