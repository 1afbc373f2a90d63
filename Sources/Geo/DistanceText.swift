/// Parses distances as people write them.
///
///     DistanceText.metres("25 km")        // 25000.0
///     DistanceText.metres("1,5km")        // 1500.0
///     DistanceText.metres("800")          // 800.0
package enum DistanceText {
    private static let units: [(name: String, metres: Double)] = [
        ("kilometer", 1_000), ("kilometre", 1_000), ("km", 1_000), ("meter", 1), ("metre", 1), ("m", 1),
    ]

    /// The distance in metres.
    ///
    /// Returns nil if the text is not a number, optionally followed by `m` or `km`.
    ///
    /// A comma before exactly three digits is rejected, because "1,500 m" means 1.5 m in Indonesian and 1500 m in
    /// English.
    package static func metres(_ text: String) -> Double? {
        let words = text.lowercased().split(whereSeparator: \.isWhitespace)
        guard (1...2).contains(words.count) else { return nil }
        let joined = words.joined()
        let digits = joined.prefix { $0.isASCII && $0.isNumber || $0 == "." || $0 == "," }
        guard words.count == 1 || digits.count == words[0].count, let number = number(digits) else { return nil }
        let unit = joined[digits.endIndex...]
        guard !unit.isEmpty else { return words.count == 1 ? number : nil }
        return units.first { $0.name == unit }.map { number * $0.metres }
    }

    private static func number(_ digits: Substring) -> Double? {
        let parts = digits.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }), !(digits.contains(",") && parts[1].count == 3) else {
            return nil
        }
        guard let number = Double(parts.joined(separator: ".")), number.isFinite else { return nil }
        return number
    }
}
