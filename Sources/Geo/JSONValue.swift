/// A JSON value whose object keeps its members in the order they were written.
///
///     try JSONValue(parsing: #"{"b":1,"a":[true,null]}"#).text        // {"b":1,"a":[true,null]}
///
/// Numbers are doubles: whole numbers beyond 2^53 lose digits, as in every JavaScript.
public enum JSONValue: Hashable, Sendable {
    public struct Member: Hashable, Sendable {
        public var name: String
        public var value: JSONValue
        public init(_ name: String, _ value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case members([Member])

    /// An object from pairs, in their order.
    public static func object(_ pairs: [(String, JSONValue)]) -> JSONValue { .members(pairs.map { Member($0.0, $0.1) }) }

    /// The value of an object's member; nil where this is no object or has none of that name.
    public subscript(name: String) -> JSONValue? {
        guard case .members(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    public var string: String? { if case .string(let text) = self { text } else { nil } }
    public var number: Double? { if case .number(let number) = self { number } else { nil } }
    public var array: [JSONValue]? { if case .array(let values) = self { values } else { nil } }
    public var object: [(String, JSONValue)]? { if case .members(let members) = self { members.map { ($0.name, $0.value) } } else { nil } }
}
