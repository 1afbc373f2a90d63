/// A parameter of a route: its name, where it stands, and what values it takes.
struct RouteParameter: Sendable {
    enum Location: String, Sendable { case path, query }

    var name: String
    var location: Location = .query
    var isRequired = false
    var schema: ParameterSchema
    var summary: String
    /// Whether it names a layer in the path; another value is then an address where nothing is, not a wrong value.
    var isLayer: Bool { name == "collectionId" }

    static func path(_ name: String, _ schema: ParameterSchema, _ summary: String) -> RouteParameter {
        RouteParameter(name: name, location: .path, isRequired: true, schema: schema, summary: summary)
    }

    static func query(_ name: String, _ schema: ParameterSchema, required: Bool = false, _ summary: String)
        -> RouteParameter
    {
        RouteParameter(name: name, isRequired: required, schema: schema, summary: summary)
    }
}

/// What values a parameter takes: enough to check a request and to describe it in OpenAPI 3.0.
indirect enum ParameterSchema: Sendable {
    /// Text of so many characters (Unicode scalars), and where `pattern` is given of that form.
    case text(length: ClosedRange<Int>, pattern: String? = nil, example: String? = nil)
    case integer(ClosedRange<Int>, standard: Int?)
    case number(ClosedRange<Double>)
    case flag
    case choice([String], standard: String? = nil)
    /// Values separated by commas.
    case list(ParameterSchema, count: ClosedRange<Int>)
}
