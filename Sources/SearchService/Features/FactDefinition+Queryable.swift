import IndexDefinition
import JSON

extension FactDefinition {
    /// The JSON Schema of the fact as a queryable: a number with its limits, a text with its choices, or true or false.
    var queryable: JSONValue {
        var fields: [(String, JSONValue)] = [("title", .string(labels["en"] ?? name))]
        switch type {
        case .number, .range:
            fields.append(("type", .string("number")))
            if let limits {
                fields.append(("minimum", .number(limits.lowerBound)))
                if limits.upperBound.isFinite { fields.append(("maximum", .number(limits.upperBound))) }
            }
            let number = unit.map { "A number (\($0))" } ?? "A number"
            fields.append(("description", .string("\(number), or a range: \(name)=20..50, 20.. or ..50")))
        case .set:
            fields.append(("type", .string("string")))
            if !isOpen { fields.append(("enum", .array(values.map { .string($0.name) }))) }
            fields.append(("description", .string("A value, several separated by commas, or * for any")))
        case .flag: fields.append(("type", .string("boolean")))
        }
        return .object(fields)
    }
}
