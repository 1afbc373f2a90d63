/// Lower-case hexadecimal digits.
package enum Hexadecimal {
    /// Sixteen digits, with leading zeros.
    package static func digits(of word: UInt64) -> String {
        let digits = String(word, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// Two digits for each byte, as SHA-256 sums are written.
    package static func digits(of bytes: some Sequence<UInt8>) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
