/// A parameter whose value has a type: `request[SearchParameters.limit]` is an `Int`.
///
/// The default value is part of the parameter, so that what is described is what is used.
struct Parameter<Value: Sendable>: Sendable {
    /// The value of a text that passed the check, or of nil if the parameter is missing or empty.
    typealias Reader = @Sendable (_ text: String?, _ isPage: Bool) -> Value

    var definition: RouteParameter
    let read: Reader

    init(_ definition: RouteParameter, read: @escaping Reader) {
        self.definition = definition
        self.read = read
    }
}

extension Parameter where Value == String? {
    static func text(
        _ name: String, _ length: ClosedRange<Int>, pattern: TextPattern? = nil, example: String? = nil,
        required: Bool = false, _ summary: String
    ) -> Parameter {
        let schema = ParameterSchema.text(length: length, pattern: pattern, example: example)
        let definition = RouteParameter(name: name, isRequired: required, schema: schema, summary: summary)
        return Parameter(definition) { text, _ in text }
    }

    static func choice(
        _ name: String, _ choices: [String], defaultValue: String? = nil, _ summary: String
    ) -> Parameter {
        let schema = ParameterSchema.choice(choices, defaultValue: defaultValue)
        return Parameter(RouteParameter(name: name, schema: schema, summary: summary)) { text, _ in
            text ?? defaultValue
        }
    }

    /// A required part of the path.
    static func path(_ name: String, _ schema: ParameterSchema, isLayer: Bool = false, _ summary: String) -> Parameter {
        let definition = RouteParameter(
            name: name, location: .path, isRequired: true, schema: schema, summary: summary, isLayer: isLayer)
        return Parameter(definition) { text, _ in text }
    }
}

extension Parameter where Value == Int {
    /// A parameter that is a whole number.
    ///
    /// `pageDefault` is the default value on the HTML page, if it differs.
    static func integer(
        _ name: String, _ range: ClosedRange<Int>, defaultValue: Int, pageDefault: Int? = nil, _ summary: String
    ) -> Parameter {
        let definition = RouteParameter(
            name: name, schema: .integer(range, defaultValue: defaultValue), summary: summary, pageDefault: pageDefault)
        return Parameter(definition) { text, isPage in
            text.flatMap { Int($0) } ?? (isPage ? pageDefault ?? defaultValue : defaultValue)
        }
    }
}

extension Parameter where Value == Double? {
    static func number(
        _ name: String, _ range: ClosedRange<Double>, required: Bool = false, _ summary: String
    ) -> Parameter {
        let definition = RouteParameter(name: name, isRequired: required, schema: .number(range), summary: summary)
        return Parameter(definition) { text, _ in text.flatMap { Double($0) } }
    }
}

extension Parameter where Value == Bool {
    static func flag(_ name: String, _ summary: String) -> Parameter {
        Parameter(RouteParameter(name: name, schema: .flag, summary: summary)) { text, _ in text == "true" }
    }
}

extension Parameter {
    /// A list of values that are separated by commas.
    static func list<Element>(
        _ name: String, _ element: ParameterSchema, count: ClosedRange<Int>, _ summary: String,
        read: @escaping @Sendable (String) -> Element?
    ) -> Parameter where Value == [Element] {
        let schema = ParameterSchema.list(element, count: count)
        return Parameter(RouteParameter(name: name, schema: schema, summary: summary)) { text, _ in
            text?.split(separator: ",").compactMap { read(String($0)) } ?? []
        }
    }

    /// The same parameter with a value of another type.
    func map<Other>(_ transform: @escaping @Sendable (Value) -> Other) -> Parameter<Other> {
        Parameter<Other>(definition) { [read] text, isPage in transform(read(text, isPage)) }
    }
}

extension [RouteParameter] {
    /// The definitions of parameters, in their order.
    static func of<each Value>(_ parameters: repeat Parameter<each Value>) -> [RouteParameter] {
        var definitions: [RouteParameter] = []
        for parameter in repeat each parameters { definitions.append(parameter.definition) }
        return definitions
    }
}
