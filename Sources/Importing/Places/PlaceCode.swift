/// A code of a region or village as a file writes it, and the dotted code it would be.
///
///     PlaceCode.read("6301012001")?.dotted       // "63.01.01.2001"
///     PlaceCode.read("id6301031008")?.form       // .bps
///     PlaceCode.read("6301031")?.form            // .bps: only districts of Statistics Indonesia have seven digits
///
/// Ten digits can be either coding, so that a plain code must be held against the gazetteer and the row's names.
/// Source: Kepmendagri 300.2.2-2138 of 2025 (2, 4, 6, 10 digits); BPS master file of regions (2, 4, 7, 10 digits).
package struct PlaceCode: Hashable, Sendable {
    package enum Form: Hashable, Sendable {
        /// 63.01.01.2001: the ministry's own way.
        case dotted
        /// 6301012001: the ministry's code without dots, or one of Statistics Indonesia.
        case plain
        /// Certainly a code of Statistics Indonesia.
        case bps
    }

    /// The dotted code; for `bps` what the digits would be, which is another place or none.
    package let dotted: String
    package let form: Form

    /// Nil where the text is no code of either kind.
    package static func read(_ text: String) -> PlaceCode? {
        let (digits, groups, isPrefixed) = scan(text)
        guard let digits, let first = groups.first, first > 0 else { return nil }
        if groups.count > 1 {
            return groups == Array([2, 2, 2, 4].prefix(groups.count))
                ? PlaceCode(dotted: dot(digits), form: isPrefixed ? .bps : .dotted) : nil
        }
        switch digits.count {
        case 7: return PlaceCode(dotted: dot(Array(digits.prefix(6))), form: .bps)
        case 2, 4, 6: return PlaceCode(dotted: dot(digits), form: isPrefixed ? .bps : .plain)
        case 10:
            // The ministry numbers kelurahan from 1001 and desa from 2001.
            let isMinistry = (UInt8(ascii: "1")...UInt8(ascii: "2")).contains(digits[6])
            return PlaceCode(dotted: dot(digits), form: isPrefixed || !isMinistry ? .bps : .plain)
        default: return nil
        }
    }

    /// The digits, how many there are between dots, and whether "id" stands before them; no digits where anything else
    /// is found.
    private static func scan(_ text: String) -> (digits: [UInt8]?, groups: [Int], isPrefixed: Bool) {
        var bytes = Array(text.utf8.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "'") })
        let isPrefixed = bytes.count > 2 && String(decoding: bytes.prefix(2), as: UTF8.self).lowercased() == "id"
        if isPrefixed { bytes.removeFirst(2) }
        // A spreadsheet that took the code for a number writes 6301012001.0.
        if bytes.count > 3, bytes.suffix(2) == [UInt8(ascii: "."), UInt8(ascii: "0")] { bytes.removeLast(2) }
        var digits: [UInt8] = []
        var groups = [0]
        for byte in bytes {
            switch byte {
            case 0x30...0x39:
                digits.append(byte)
                groups[groups.count - 1] += 1
            case UInt8(ascii: "."): groups.append(0)
            default: return (nil, [], isPrefixed)
            }
        }
        return (digits, groups, isPrefixed)
    }

    private static func dot(_ digits: [UInt8]) -> String {
        var dotted: [UInt8] = []
        for (position, digit) in digits.enumerated() {
            if position == 2 || position == 4 || position == 6 { dotted.append(UInt8(ascii: ".")) }
            dotted.append(digit)
        }
        return String(decoding: dotted, as: UTF8.self)
    }
}
