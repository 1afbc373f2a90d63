import Geo
import JSON

/// The text of a JSON value whose members are parsed on demand.
///
/// Members that are not needed are only skipped.
struct JSONText {
    /// A syntax error, as a clause for a message.
    struct Failure: Error {
        var reason: String
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        skipSpace()
    }

    /// The first byte of the value, which tells its type.
    ///
    /// 0 if there is none.
    private var first: UInt8 { position < bytes.count ? bytes[position] : 0 }

    var isString: Bool { first == UInt8(ascii: "\"") }
    var isNull: Bool { first == UInt8(ascii: "n") }

    /// The parsed value.
    func value() throws(Failure) -> JSONValue {
        do throws(JSONError) {
            return try JSONValue(parsing: bytes)
        } catch {
            throw Failure(reason: error.reason)
        }
    }

    /// Calls `body` with each member of an object, in order.
    func forEachMember(_ body: (_ name: String, _ value: JSONText) throws -> Void) throws {
        var text = self
        try text.pass(UInt8(ascii: "{"))
        while text.first != UInt8(ascii: "}") {
            let name = try text.passValue().cell()
            try text.pass(UInt8(ascii: ":"))
            try body(name, try text.passValue())
            if text.first != UInt8(ascii: "}") { try text.pass(UInt8(ascii: ",")) }
        }
    }

    /// The value as a table cell.
    ///
    /// Texts have no quotes, numbers keep their digits, null is empty, objects and arrays are compact JSON.
    func cell() throws(Failure) -> String {
        let value = bytes[position...]
        if isString, value.count > 1, value.last == UInt8(ascii: "\""), !value.contains(UInt8(ascii: "\\")) {
            return String(decoding: value.dropFirst().dropLast(), as: UTF8.self)
        }
        switch try self.value() {
        case .null: return ""
        case .string(let text): return text
        case .number, .bool: return String(decoding: value, as: UTF8.self).trimmingSpace
        case let nested: return nested.text
        }
    }

    private mutating func skipSpace() {
        while position < bytes.count, JSONScanner.isSpace(bytes[position]) { position += 1 }
    }

    private mutating func pass(_ byte: UInt8) throws(Failure) {
        guard first == byte else { throw Failure(reason: "a '\(Character(Unicode.Scalar(byte)))' is missing") }
        position += 1
        skipSpace()
    }

    private mutating func passValue() throws(Failure) -> JSONText {
        var state = JSONScanner.State()
        let stop = JSONScanner.follow(&state, in: bytes, from: position)
        guard let stop, stop > position else { throw Failure(reason: "a value is missing") }
        let value = JSONText(UnsafeBufferPointer(rebasing: bytes[position..<stop]))
        position = stop
        skipSpace()
        return value
    }
}
