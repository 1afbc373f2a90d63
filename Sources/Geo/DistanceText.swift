/// Distances as people write them.
///
///     DistanceText.metres("25 km")        // 25000.0
///     DistanceText.metres("1,5km")        // 1500.0
///     DistanceText.metres("800")          // 800.0
public enum DistanceText {
    /// Metres; nil where the text is no number with `m`, `km` or nothing behind it, or is negative.
    public static func metres(_ text: String) -> Double? {
        var number = text.lowercased().filter { !$0.isWhitespace }
        var unit = 1.0
        for (suffix, metres) in [("kilometer", 1_000.0), ("km", 1_000.0), ("meter", 1.0), ("m", 1.0)] where number.hasSuffix(suffix) {
            number.removeLast(suffix.count)
            unit = metres
            break
        }
        number = number.replacing(",", with: ".")
        guard number.first?.isNumber == true, number.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }), let value = Double(number),
            value.isFinite
        else { return nil }
        return value * unit
    }
}
