/// Parses numbers with thousands separators, decimal commas or points, and units.
///
///     WrittenNumber.whole("1.250 orang")      // 1250
///     WrittenNumber.decimal("37.125,43")      // 37125.43
///
/// Points, commas and spaces separate thousands. In a whole number, a single point or comma before exactly three digits
/// is a thousands separator. In a decimal number it is the decimal point. Two signs of different kinds, or one that
/// occurs twice, are unambiguous. "25-30", "±25" and "puluhan" are not numbers.
enum WrittenNumber {
    /// Words after a number that do not change its value.
    private static let unitWords: Set<String> = [
        "orang", "org", "jiwa", "unit", "usaha", "ikm", "umkm", "ukm", "kk", "pengrajin", "perajin", "pekerja", "km2",
        "km²", "m", "meter",
    ]

    /// Cell values that mean "not stated".
    private static let blanks: Set<String> = [
        "-", "--", "–", "—", "n/a", "#n/a", "na", "null", "nil", "none", "nan", "?", "tidak ada", "tidak ada data",
        "belum ada", "belum ada data", "tidak diketahui", "kosong",
    ]

    private static let blankStarts = Set(
        blanks.flatMap { [$0.utf8.first, $0.uppercased().utf8.first].compactMap(\.self) })

    static func isBlank(_ text: String) -> Bool {
        // Length and first letter exclude most values.
        guard text.utf8.count <= 20, let first = text.utf8.first, first >= 0x80 || blankStarts.contains(first) else {
            return false
        }
        return blanks.contains(text.lowercased())
    }

    /// The number, if the text only has digits.
    static func plain(_ text: String) -> Int? {
        text.utf8.count <= 18 && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
    }

    static func whole(_ text: String) -> Int? {
        if let plain = plain(text) { return plain }
        guard let digits = bare(text), let number = parse(digits, threeDigitsAreThousands: true) else { return nil }
        return Int(exactly: number)
    }

    static func decimal(_ text: String) -> Double? {
        guard let digits = bare(text) else { return nil }
        return parse(digits, threeDigitsAreThousands: false)
    }

    static func year(_ text: String) -> Int? {
        let words = text.lowercased().split(whereSeparator: { $0 == " " || $0 == "." })
        let number = words.first.map { ["tahun", "thn", "th"].contains($0) } == true ? words.dropFirst() : words[...]
        guard number.count <= 2, let first = number.first, number.dropFirst().allSatisfy({ $0 == "0" }),
            let year = Int(first)
        else {
            return nil
        }
        return (1800...2200).contains(year) ? year : nil
    }

    /// The number of OVOP stars: "3", "bintang 3", "3 bintang", "***", "★★★".
    static func stars(_ text: String) -> Int? {
        let trimmed = text.lowercased().replacing("bintang", with: "").trimmingSpace
        let glyphs = trimmed.allSatisfy { $0 == "*" || $0 == "★" || $0 == "⭐" }
        guard let stars = glyphs ? trimmed.count : Int(trimmed), (1...5).contains(stars) else { return nil }
        return stars
    }

    /// The number without the words after it.
    ///
    /// Returns nil if one of them is unknown.
    private static func bare(_ text: String) -> Substring? {
        guard let end = text.lastIndex(where: { $0.isNumber && $0 != "²" }) else { return nil }
        let rest = text[text.index(after: end)...].lowercased().trimmingSpace
        let words = rest.split(separator: " ").map { $0.hasSuffix(".") ? $0.dropLast() : $0 }
        guard words.allSatisfy({ unitWords.contains(String($0)) }) else { return nil }
        return text[...end]
    }

    private static func parse(_ text: Substring, threeDigitsAreThousands: Bool) -> Double? {
        var groups: [Substring] = []
        var signs: [Character] = []
        var rest = text
        while let sign = rest.firstIndex(where: { !$0.isNumber }) {
            guard ".,' \u{A0}\u{202F}".contains(rest[sign]) else { return nil }
            groups.append(rest[..<sign])
            signs.append(rest[sign])
            rest = rest[rest.index(after: sign)...]
        }
        groups.append(rest)
        guard groups.allSatisfy({ !$0.isEmpty && $0.utf8.count == $0.count }) else { return nil }
        let hasFraction = hasFraction(groups: groups, signs: signs, threeDigitsAreThousands: threeDigitsAreThousands)
        let whole = hasFraction ? groups.dropLast() : groups[...]
        let thousands = signs.prefix(whole.count - 1)
        guard whole.dropFirst().allSatisfy({ $0.count == 3 }), whole.count == 1 || (1...3).contains(groups[0].count),
            Set(thousands).count <= 1, !hasFraction || !thousands.contains(signs.last ?? " ")
        else { return nil }
        return Double(whole.joined() + (hasFraction ? "." + groups[groups.count - 1] : ""))
    }

    private static func hasFraction(groups: [Substring], signs: [Character], threeDigitsAreThousands: Bool) -> Bool {
        guard let last = signs.last, last == "." || last == "," else { return false }
        if signs.count > 1 { return signs.dropLast().allSatisfy { $0 != last } }
        let mayBeThousands = groups[1].count == 3 && (1...3).contains(groups[0].count) && groups[0] != "0"
        return !(threeDigitsAreThousands && mayBeThousands)
    }
}
