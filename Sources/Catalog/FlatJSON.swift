/// JSON of the two shapes the catalog stores: an object of texts in its order, and a list of texts.
///
/// Source: RFC 8259. Written without spaces; only what must be escaped is.
enum FlatJSON {
    static func object(_ properties: ExtraProperties) -> String {
        var text = "{"
        for (position, property) in properties.enumerated() {
            if position > 0 { text += "," }
            append(property.name, to: &text)
            text += ":"
            append(property.value, to: &text)
        }
        return text + "}"
    }

    static func list(_ values: [String]) -> String {
        var text = "["
        for (position, value) in values.enumerated() {
            if position > 0 { text += "," }
            append(value, to: &text)
        }
        return text + "]"
    }

    private static func append(_ value: String, to text: inout String) {
        text += "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }

    /// All texts of an object or a list in order, names and values alike; nil where the text is of neither shape.
    static func strings(in json: String) -> [String]? {
        var scanner = Scanner(json)
        return scanner.strings()
    }

    /// Reads what `object` and `list` write, and any other spelling of the same.
    private struct Scanner {
        private let bytes: [UInt8]
        private var position = 0

        init(_ json: String) { bytes = Array(json.utf8) }

        mutating func strings() -> [String]? {
            guard let open = nextSignificant(), open == UInt8(ascii: "{") || open == UInt8(ascii: "[") else { return nil }
            var found: [String] = []
            while let byte = nextSignificant() {
                switch byte {
                case UInt8(ascii: "\""):
                    guard let string = string() else { return nil }
                    found.append(string)
                case UInt8(ascii: ","), UInt8(ascii: ":"): continue
                case UInt8(ascii: "}"), UInt8(ascii: "]"): return nextSignificant() == nil ? found : nil
                default: return nil
                }
            }
            return nil
        }

        private mutating func nextSignificant() -> UInt8? {
            while position < bytes.count {
                defer { position += 1 }
                if ![0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { return bytes[position] }
            }
            return nil
        }

        /// The rest of a text whose opening quote was read.
        private mutating func string() -> String? {
            var content: [UInt8] = []
            while position < bytes.count {
                let byte = bytes[position]
                position += 1
                if byte == UInt8(ascii: "\"") { return String(decoding: content, as: UTF8.self) }
                guard byte == UInt8(ascii: "\\") else {
                    content.append(byte)
                    continue
                }
                guard let escaped = escape() else { return nil }
                content += Array(String(escaped).utf8)
            }
            return nil
        }

        private mutating func escape() -> Unicode.Scalar? {
            guard position < bytes.count else { return nil }
            defer { position += 1 }
            switch bytes[position] {
            case UInt8(ascii: "n"): return "\n"
            case UInt8(ascii: "r"): return "\r"
            case UInt8(ascii: "t"): return "\t"
            case UInt8(ascii: "b"): return "\u{8}"
            case UInt8(ascii: "f"): return "\u{c}"
            case UInt8(ascii: "u"):
                guard position + 4 < bytes.count else { return nil }
                let digits = String(decoding: bytes[position + 1...position + 4], as: UTF8.self)
                position += 4
                return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
            default: return Unicode.Scalar(bytes[position])
            }
        }
    }
}
