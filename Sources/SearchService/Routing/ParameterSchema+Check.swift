extension ParameterSchema {
    /// What was expected, in words, if the value is invalid.
    ///
    /// Returns nil for a valid value.
    func expectation(unlessValid value: String) -> String? {
        switch self {
        case .text(let length, let pattern, let example):
            guard !Self.isText(value, length: length, pattern: pattern) else { return nil }
            let expected = "text of \(length.lowerBound) to \(length.upperBound) characters"
            return example.map { "\(expected) like '\($0)'" } ?? expected
        case .integer(let range, _):
            guard Int(value).map(range.contains) != true else { return nil }
            return "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .number(let range):
            guard Self.decimal(value).map(range.contains) != true else { return nil }
            return "a number from \(range.lowerBound) to \(range.upperBound)"
        case .flag: return value == "true" || value == "false" ? nil : "true or false"
        case .choice(let choices, _): return choices.contains(value) ? nil : "one of \(choices.joined(separator: ", "))"
        case .list(let element, let count): return Self.expectation(of: element, count: count, unlessValid: value)
        }
    }

    private static func isText(_ value: String, length: ClosedRange<Int>, pattern: TextPattern?) -> Bool {
        let scalars = value.unicodeScalars
        return length.contains(scalars.count) && !scalars.contains { $0.value == 0 } && pattern?.matches(value) ?? true
    }

    /// A decimal number.
    ///
    /// `Double.init` would also read hexadecimal digits and words such as "nan".
    private static func decimal(_ value: String) -> Double? {
        let isDecimal = value.utf8.allSatisfy { "0123456789+-.eE".utf8.contains($0) }
        return isDecimal ? Double(value) : nil
    }

    private static func expectation(of element: ParameterSchema, count: ClosedRange<Int>, unlessValid value: String)
        -> String?
    {
        let values = value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard count.contains(values.count) else {
            let number = count.count == 1 ? "\(count.lowerBound)" : "\(count.lowerBound) to \(count.upperBound)"
            return "\(number) values separated by commas"
        }
        return values.lazy.compactMap(element.expectation).first.map { "values separated by commas, each \($0)" }
    }
}
