/// Parses short decimal numbers, such as coordinates, faster than the standard library.
enum DecimalDigits {
    /// The powers of ten that a Double represents exactly: 10^0 to 10^22.
    private static let powers: [Double] = (0...22).map { exponent in (0..<exponent).reduce(1) { power, _ in power * 10 }
    }

    /// The Double nearest to a decimal number without exponent.
    ///
    /// Returns nil if its digits need more than 53 bits.
    ///
    /// Digits and power of ten are exact, so a single division rounds correctly. Source: Clinger, How to Read Floating
    /// Point Numbers Accurately, PLDI 1990.
    static func exact(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Double? {
        guard text.count <= 18 else { return nil }
        var significand: UInt64 = 0
        var fractionDigits = 0
        var hasPoint = false
        for byte in text {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                significand = significand * 10 + UInt64(byte - UInt8(ascii: "0"))
                fractionDigits += hasPoint ? 1 : 0
            case UInt8(ascii: "."): hasPoint = true
            case UInt8(ascii: "-"): continue
            default: return nil
            }
        }
        guard significand <= 1 << 53 else { return nil }
        let magnitude = Double(significand) / powers[fractionDigits]
        return text.first == UInt8(ascii: "-") ? -magnitude : magnitude
    }
}
