import Foundation

/// Holds the query and path values of a request against the parameters of its route.
enum ParameterCheck {
    /// The values by name, each of the form its parameter asks.
    ///
    /// On a page an unknown parameter is passed over: apps add theirs to the links that people share, and those must
    /// open. Throws: `Problem` 400 that names the parameter: unknown, given twice, missing, or of the wrong form.
    static func values(
        of query: [(name: String, value: String)], path: [String: String], for route: Route, isPage: Bool = false
    ) throws
        -> [String: String]
    {
        var values = path
        for (name, value) in query {
            guard route.parameters.contains(where: { $0.name == name && $0.location == .query }) else {
                if isPage { continue }
                let known = route.parameters.filter { $0.location == .query }.map(\.name).sorted().joined(
                    separator: ", ")
                throw Problem.invalid(
                    name,
                    "The parameter '\(excerpt(name))' is not known here. Known are: \(known.isEmpty ? "none" : known).")
            }
            guard values.updateValue(value, forKey: name) == nil else {
                throw Problem.invalid(
                    name,
                    "The parameter '\(name)' is given twice. Give it once; several values are separated by commas.")
            }
        }
        for parameter in route.parameters {
            guard let value = values[parameter.name] else {
                if parameter.isRequired {
                    throw Problem.invalid(
                        parameter.name, "The parameter '\(parameter.name)' is missing: \(parameter.summary).")
                }
                continue
            }
            if let expected = parameter.schema.complaint(about: value) {
                if parameter.isLayer { throw Problem.noLayer(value) }
                throw Problem.invalid(
                    parameter.name,
                    "The value '\(excerpt(value))' is invalid for '\(parameter.name)': expected \(expected).")
            }
        }
        return values
    }

    /// At most 80 characters of what a client sent, for quoting back.
    static func excerpt(_ text: String) -> String { text.count > 80 ? text.prefix(80) + "…" : text }

    /// The names and values of a query string, decoded (`+` is a space).
    ///
    /// nil where an escape is broken or not UTF-8.
    static func query(_ text: Substring) -> [(name: String, value: String)]? {
        var pairs: [(name: String, value: String)] = []
        for part in text.split(separator: "&") {
            let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = decoded(halves[0]), let value = decoded(halves.count > 1 ? halves[1] : "") else {
                return nil
            }
            pairs.append((name, value))
        }
        return pairs
    }

    /// Text of an address; nil where an escape is broken or the bytes are not UTF-8.
    static func decoded(_ text: Substring) -> String? {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") }) else {
            return String(text)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst()?.hexDigit, let low = rest.popFirst()?.hexDigit else { return nil }
                bytes.append(high << 4 | low)
            default: bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }
}

extension UInt8 {
    fileprivate var hexDigit: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
extension ParameterSchema {
    /// What was expected, in words, where a value is not of this form; nil where it is.
    func complaint(about value: String) -> String? {
        switch self {
        case .text(let length, let pattern, let example):
            let fits =
                length.contains(value.unicodeScalars.count)
                && (pattern.map { value.range(of: "^(?:\($0))$", options: .regularExpression) != nil } ?? true)
            let hasControl = value.unicodeScalars.contains { $0.value == 0 }
            return fits && !hasControl
                ? nil
                : "text of \(length.lowerBound) to \(length.upperBound) characters"
                    + (example.map { " like '\($0)'" } ?? "")
        case .integer(let range, _):
            return Int(value).map(range.contains) == true
                ? nil : "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .number(let range):
            // Double reads hexadecimal and words like "nan" too, which are no numbers of an address.
            let isDecimal = value.utf8.allSatisfy {
                (0x2B...0x39).contains($0) && $0 != 0x2C && $0 != 0x2F || $0 | 0x20 == 0x65
            }
            return isDecimal && Double(value).map(range.contains) == true
                ? nil : "a number from \(range.lowerBound) to \(range.upperBound)"
        case .flag: return value == "true" || value == "false" ? nil : "true or false"
        case .choice(let choices, _): return choices.contains(value) ? nil : "one of \(choices.joined(separator: ", "))"
        case .list(let element, let count):
            let values = value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard count.contains(values.count) else {
                return count.lowerBound == count.upperBound
                    ? "\(count.lowerBound) values separated by commas"
                    : "\(count.lowerBound) to \(count.upperBound) values separated by commas"
            }
            return values.lazy.compactMap(element.complaint).first.map { "values separated by commas, each \($0)" }
        }
    }
}
