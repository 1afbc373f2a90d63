/// A JSON value.
///
/// Objects keep the order of their members.
///
///     try JSONValue(parsing: #"{"b":1,"a":[true,null]}"#).text        // {"b":1,"a":[true,null]}
///
/// Numbers are doubles: whole numbers beyond 2^53 lose digits, as in JavaScript.
package enum JSONValue: Hashable, Sendable {
    /// A named value of an object.
    package struct Member: Hashable, Sendable {
        package var name: String
        package var value: JSONValue
        package init(_ name: String, _ value: JSONValue) {
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

    /// An object with the members in the given order.
    package static func object(_ pairs: [(String, JSONValue)]) -> JSONValue {
        .members(pairs.map { Member($0.0, $0.1) })
    }

    /// The value of a member.
    ///
    /// Returns nil if this is not an object, or has no such member.
    package subscript(name: String) -> JSONValue? {
        guard case .members(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The text, or nil if this is not a string.
    package var string: String? { if case .string(let text) = self { text } else { nil } }
    /// The number, or nil if this is not a number.
    package var number: Double? { if case .number(let number) = self { number } else { nil } }
    /// The elements, or nil if this is not an array.
    package var array: [JSONValue]? { if case .array(let values) = self { values } else { nil } }
    /// The members in order, or nil if this is not an object.
    package var object: [(String, JSONValue)]? {
        if case .members(let members) = self { members.map { ($0.name, $0.value) } } else { nil }
    }
}
