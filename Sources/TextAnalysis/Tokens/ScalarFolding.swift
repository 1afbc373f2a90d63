/// How the tokenizer treats a scalar outside ASCII.
enum ScalarFolding: Equatable {
    /// Part of a word, with its folded spelling.
    case letters(String)
    /// Ignored inside a word: combining marks, joiners, soft hyphens.
    case invisible
    /// Ignored between two letters, a separator otherwise.
    case apostrophe
    case separator

    init(_ scalar: Unicode.Scalar) {
        if let latin = LatinFolding.text(for: scalar) {
            self = .letters(latin)
        } else {
            self = Self.special(scalar.value) ?? Self.general(scalar)
        }
    }

    /// Scalars that must not be treated by their general category.
    private static func special(_ value: UInt32) -> Self? {
        switch value {
        case 0x00B4, 0x02B9...0x02BF, 0x02C8, 0x2018, 0x2019, 0x201B, 0x2032, 0xFF07, 0xFF40: .apostrophe
        case 0x00AD, 0x200C, 0x200D, 0x2060, 0xFEFF: .invisible
        case 0x00AA, 0x00BA: .separator  // ordinal signs, typed as degrees
        case 0x1D400...0x1D6A3: ascii(0x61 + (value - 0x1D400) % 26)  // mathematical letters, typed for show
        case 0x1D7CE...0x1D7FF: ascii(0x30 + (value - 0x1D7CE) % 10)
        case 0xFF10...0xFF19: ascii(value - 0xFEE0)  // full width
        case 0xFF21...0xFF3A: ascii(value - 0xFEE0 + 0x20)
        case 0xFF41...0xFF5A: ascii(value - 0xFEE0)
        default: nil
        }
    }

    private static func general(_ scalar: Unicode.Scalar) -> Self {
        let properties = scalar.properties
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark:
            return .invisible
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber:
            return isOld(scalar) ? .letters(lowercased(scalar)) : .separator
        case .decimalNumber, .otherNumber:
            guard properties.numericType == .decimal || properties.numericType == .digit,
                let digit = properties.numericValue
            else {
                return .separator
            }
            return ascii(0x30 + UInt32(digit))
        default:
            return .separator
        }
    }

    /// Whether Unicode 6.1 has the scalar.
    ///
    /// SQLite's unicode61 splits a word at any later letter.
    private static func isOld(_ scalar: Unicode.Scalar) -> Bool {
        guard let age = scalar.properties.age else { return false }
        return (age.major, age.minor) <= (6, 1)
    }

    private static func lowercased(_ scalar: Unicode.Scalar) -> String {
        let lower = scalar.properties.lowercaseMapping
        guard let only = lower.unicodeScalars.first, lower.unicodeScalars.count == 1 else { return lower }
        return LatinFolding.text(for: only) ?? lower
    }

    private static func ascii(_ value: UInt32) -> Self {
        Unicode.Scalar(value).map { .letters(String($0)) } ?? .separator
    }
}
