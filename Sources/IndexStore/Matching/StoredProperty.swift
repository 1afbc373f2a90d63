import JSON

/// Finds the value of one property in the stored body of a document without parsing the whole of it.
struct StoredProperty {
    /// The name as it stands in JSON, with quotation marks and colon.
    private let member: ByteSearch
    private static let properties = ByteSearch(#""properties":{"#.utf8)

    init(_ name: String) {
        var member: [UInt8] = []
        JSONValue.write(name, to: &member)
        self.member = ByteSearch(member + [UInt8(ascii: ":")])
    }

    /// The text of the property, or of its number; nil if the body has none.
    ///
    /// A quotation mark inside a JSON text is escaped, so the bytes of the member are never part of a text.
    func value(in body: UnsafeRawBufferPointer) -> String? {
        // Few bodies have the name at all, so that it is looked for first.
        guard member.end(in: body, from: 0) != nil, let start = Self.properties.end(in: body, from: 0) else {
            return nil
        }
        var next = start
        while let end = member.end(in: body, from: next) {
            if Self.isMember(endingAt: end - member.wanted.count, since: start, in: body) {
                return Self.text(body[end...])
            }
            next = end
        }
        return nil
    }

    /// True if no object or list is open between the start of the properties and the place, and they have not ended.
    private static func isMember(endingAt place: Int, since start: Int, in body: UnsafeRawBufferPointer) -> Bool {
        var depth = 0
        var isText = false
        var index = start
        while index < place {
            switch body[index] {
            case UInt8(ascii: "\\") where isText: index += 1
            case UInt8(ascii: "\""): isText.toggle()
            case UInt8(ascii: "{") where !isText, UInt8(ascii: "[") where !isText: depth += 1
            case UInt8(ascii: "}") where !isText, UInt8(ascii: "]") where !isText: depth -= 1
            default: break
            }
            if depth < 0 { return false }
            index += 1
        }
        return depth == 0 && !isText
    }

    private static func text(_ bytes: Slice<UnsafeRawBufferPointer>) -> String? {
        guard let first = bytes.first else { return nil }
        guard first == UInt8(ascii: "\"") else {
            let number = bytes.prefix {
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || "+-.eE".utf8.contains($0)
            }
            return number.isEmpty ? nil : String(decoding: number, as: UTF8.self)
        }
        var end = bytes.startIndex + 1
        var isEscaped = false
        while end < bytes.endIndex, bytes[end] != UInt8(ascii: "\"") {
            if bytes[end] == UInt8(ascii: "\\") {
                isEscaped = true
                end += 1
            }
            end += 1
        }
        guard end < bytes.endIndex else { return nil }
        if isEscaped {
            // A damaged text is as unknown as a missing one.
            return (try? JSONValue(parsing: Array(bytes[bytes.startIndex...end])))?.string
        }
        return String(decoding: bytes[(bytes.startIndex + 1)..<end], as: UTF8.self)
    }
}
