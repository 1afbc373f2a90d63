/// A syntax error in a JSON text.
package struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    package var reason: String
    /// The position in bytes from the start of the text.
    package var offset: Int

    package var description: String { "This is not JSON: \(reason) at byte \(offset)." }
}

extension JSONValue {
    /// Parses a JSON text strictly, without comments, trailing commas or further text.
    ///
    /// - Throws: `JSONError` with the byte offset. Values nested more than 256 levels deep are rejected.
    /// - Complexity: O(n)
    package init(parsing text: some Collection<UInt8>) throws(JSONError) {
        let parsed: Result<JSONValue, JSONError>?? = text.withContiguousStorageIfAvailable { bytes in
            var parser = JSONParser(bytes: bytes)
            return parser.wholeResult()
        }
        switch parsed {
        case .some(.some(let result)): self = try result.get()
        default: self = try JSONValue(parsing: Array(text))
        }
    }

    /// Parses a JSON text, like `init(parsing:)` for bytes.
    package init(parsing text: String) throws(JSONError) { try self.init(parsing: Array(text.utf8)) }
}

/// A recursive-descent parser for RFC 8259.
///
/// The parsers of Foundation keep neither the order of members nor the position of an error. Import reports need both.
private struct JSONParser {
    let bytes: UnsafeBufferPointer<UInt8>
    var at = 0
    var depth = 0

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func wholeResult() -> Result<JSONValue, JSONError>? {
        do throws(JSONError) {
            let value = try self.value()
            skipSpace()
            guard at == bytes.count else { throw error("there is more after the end of the value") }
            return .success(value)
        } catch {
            return .failure(error)
        }
    }

    private func error(_ reason: String) -> JSONError { JSONError(reason: reason, offset: at) }
    private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
    }

    private mutating func value() throws(JSONError) -> JSONValue {
        skipSpace()
        switch next {
        case UInt8(ascii: "{"): return try nested { parser throws(JSONError) in try parser.object() }
        case UInt8(ascii: "["): return try nested { parser throws(JSONError) in try parser.array() }
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try literal("true", .bool(true))
        case UInt8(ascii: "f"): return try literal("false", .bool(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        case nil: throw error("the text ends where a value should be")
        default: return try number()
        }
    }

    private mutating func nested(_ read: (inout JSONParser) throws(JSONError) -> JSONValue) throws(JSONError)
        -> JSONValue
    {
        guard depth < 256 else { throw error("values are nested deeper than 256") }
        depth += 1
        defer { depth -= 1 }
        return try read(&self)
    }

    private mutating func literal(_ word: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
        let isThere = word.withUTF8Buffer {
            at + $0.count <= bytes.count && bytes[at..<at + $0.count].elementsEqual($0)
        }
        guard isThere else { throw error("there is no value") }
        at += word.utf8CodeUnitCount
        return value
    }

    private mutating func object() throws(JSONError) -> JSONValue {
        at += 1
        var members: [JSONValue.Member] = []
        skipSpace()
        if next == UInt8(ascii: "}") { at += 1; return .members([]) }
        while true {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw error("a member's name in quotes is missing") }
            let name = try string()
            skipSpace()
            guard next == UInt8(ascii: ":") else { throw error("a colon is missing after a member's name") }
            at += 1
            members.append(JSONValue.Member(name, try value()))
            skipSpace()
            guard let byte = next, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") else {
                throw error("a comma or } is missing")
            }
            at += 1
            if byte == UInt8(ascii: "}") { return .members(members) }
        }
    }

    private mutating func array() throws(JSONError) -> JSONValue {
        at += 1
        var values: [JSONValue] = []
        skipSpace()
        if next == UInt8(ascii: "]") { at += 1; return .array([]) }
        while true {
            values.append(try value())
            skipSpace()
            guard let byte = next, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") else {
                throw error("a comma or ] is missing")
            }
            at += 1
            if byte == UInt8(ascii: "]") { return .array(values) }
        }
    }

    private mutating func number() throws(JSONError) -> JSONValue {
        let start = at
        if next == UInt8(ascii: "-") { at += 1 }
        let whole = digits()
        guard whole > 0, whole == 1 || bytes[at - whole] != UInt8(ascii: "0") else {
            at = start; throw error("there is no value")
        }
        if next == UInt8(ascii: ".") {
            at += 1
            guard digits() > 0 else { throw error("digits are missing after the decimal point") }
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            at += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { at += 1 }
            guard digits() > 0 else { throw error("digits are missing in the exponent") }
        }
        let text = bytes[start..<at]
        guard let number = DecimalDigits.exact(text) ?? Double(String(decoding: text, as: UTF8.self)), number.isFinite
        else {
            throw error("the number is too large")
        }
        return .number(number)
    }

    private mutating func digits() -> Int {
        let start = at
        while let byte = next, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { at += 1 }
        return at - start
    }

    private mutating func string() throws(JSONError) -> String {
        at += 1
        let start = at
        while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { at += 1 }
        if next == UInt8(ascii: "\"") {
            at += 1
            return try checked(bytes[start..<at - 1])
        }
        var text = Array(bytes[start..<at])
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                at += 1
                return try text.withUnsafeBufferPointer { buffer throws(JSONError) in try checked(buffer[...]) }
            case UInt8(ascii: "\\"): try escape(into: &text)
            case 0..<0x20: throw error("a control character stands in a string")
            default:
                text.append(byte)
                at += 1
            }
        }
        throw error("a string is not closed")
    }

    private func checked(_ slice: Slice<UnsafeBufferPointer<UInt8>>) throws(JSONError) -> String {
        let bytes = UnsafeBufferPointer(rebasing: slice)
        // Most texts are ASCII. Validating other UTF-8 takes much longer.
        if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw error("a string is not UTF-8") }
        return text
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
        at += 1
        guard let byte = next else { throw error("a string is not closed") }
        at += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): text += Array(String(try escapedScalar()).utf8)
        default: throw error("an escape is unknown")
        }
    }

    /// Parses `\uXXXX`, or two of them if the first is a high surrogate.
    ///
    /// A lone surrogate becomes U+FFFD.
    private mutating func escapedScalar() throws(JSONError) -> Unicode.Scalar {
        let unit = try hexUnit()
        guard unit & 0xF800 == 0xD800 else { return Unicode.Scalar(unit) ?? "\u{FFFD}" }
        guard unit < 0xDC00, at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u")
        else {
            return "\u{FFFD}"
        }
        let mark = at
        at += 2
        let low = try hexUnit()
        guard low & 0xFC00 == 0xDC00 else { at = mark; return "\u{FFFD}" }
        return Unicode.Scalar(0x10000 + (UInt32(unit & 0x3FF) << 10) + UInt32(low & 0x3FF)) ?? "\u{FFFD}"
    }

    private mutating func hexUnit() throws(JSONError) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw error("four hexadecimal digits are missing after \\u")
            }
            unit = unit << 4 | UInt16(digit)
            at += 1
        }
        return unit
    }
}
