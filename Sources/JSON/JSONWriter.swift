/// Appends compact JSON to a byte buffer.
///
///     var json = JSONWriter()
///     json.object { json in
///         json.field("name", "Dodol \"Kandangan\"")
///         json.field("longitude", 115.27)
///     }
///     json.bytes      // {"name":"Dodol \"Kandangan\"","longitude":115.27}
///
/// Numbers have the fewest digits that parse to the same value. A number that is not finite becomes null. Source: RFC
/// 8259.
package struct JSONWriter: Sendable {
    /// The JSON in UTF-8 written so far.
    package private(set) var bytes: [UInt8] = []
    private var needsComma = false

    /// Creates a writer with space for `capacity` bytes.
    package init(capacity: Int = 1024) {
        bytes.reserveCapacity(capacity)
    }

    /// Appends an object whose members `fill` writes.
    package mutating func object(_ fill: (inout JSONWriter) -> Void) {
        enclose(open: "{", close: "}", fill)
    }

    /// Appends an array whose elements `fill` writes.
    package mutating func array(_ fill: (inout JSONWriter) -> Void) {
        enclose(open: "[", close: "]", fill)
    }

    /// Appends an array of texts.
    package mutating func array(_ strings: [String]) {
        array { json in strings.forEach { json.value($0) } }
    }

    /// Appends the name of a member.
    ///
    /// Its value must follow.
    package mutating func key(_ name: String) {
        value(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Appends a text, or null.
    package mutating func value(_ text: String?) {
        guard let text else { return null() }
        separate()
        JSONValue.write(text, to: &bytes)
    }

    /// Appends a number, or null.
    package mutating func value(_ number: Double?) {
        guard let number else { return null() }
        separate()
        JSONValue.write(number, to: &bytes)
    }

    /// Appends a whole number, or null.
    package mutating func value(_ number: Int?) {
        guard let number else { return null() }
        separate()
        append(number.description)
    }

    /// Appends true or false.
    package mutating func value(_ flag: Bool) {
        separate()
        append(flag ? "true" : "false")
    }

    /// Appends null.
    package mutating func null() {
        separate()
        append("null")
    }

    /// Appends a JSON value.
    package mutating func value(_ json: JSONValue) {
        separate()
        json.write(to: &bytes)
    }

    /// Appends the members of an object that is already JSON to the open object.
    package mutating func members(of object: [UInt8]) {
        guard object.count > 2 else { return }
        separate()
        bytes.append(contentsOf: object[1..<(object.count - 1)])
    }

    /// Appends a member with a text, or null.
    package mutating func field(_ name: String, _ text: String?) {
        key(name)
        value(text)
    }

    /// Appends a member with a number, or null.
    package mutating func field(_ name: String, _ number: Double?) {
        key(name)
        value(number)
    }

    /// Appends a member with a whole number, or null.
    package mutating func field(_ name: String, _ number: Int?) {
        key(name)
        value(number)
    }

    /// Appends a member with true or false.
    package mutating func field(_ name: String, _ flag: Bool) {
        key(name)
        value(flag)
    }

    private mutating func enclose(open: Unicode.Scalar, close: Unicode.Scalar, _ fill: (inout JSONWriter) -> Void) {
        separate()
        bytes.append(UInt8(ascii: open))
        needsComma = false
        fill(&self)
        bytes.append(UInt8(ascii: close))
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }
}
