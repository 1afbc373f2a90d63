/// The description of a parameter: its name, where it is, and the values it accepts.
struct RouteParameter: Sendable {
    enum Location: String, Sendable { case path, query }

    var name: String
    var location: Location = .query
    var isRequired = false
    var schema: ParameterSchema
    var summary: String
    /// The default value on the HTML page, if it is not that of the schema.
    var pageDefault: Int?
    /// Whether it names a layer in the path.
    ///
    /// An unknown layer is 404, not an invalid value.
    var isLayer = false
}

/// The values that a parameter accepts, for checking requests and for OpenAPI 3.0.
indirect enum ParameterSchema: Sendable {
    /// Text of so many Unicode scalars that matches the pattern as a whole.
    case text(length: ClosedRange<Int>, pattern: TextPattern? = nil, example: String? = nil)
    case integer(ClosedRange<Int>, defaultValue: Int?)
    case number(ClosedRange<Double>)
    case flag
    case choice([String], defaultValue: String? = nil)
    /// Values separated by commas.
    case list(ParameterSchema, count: ClosedRange<Int>)
}
