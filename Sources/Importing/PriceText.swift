import Catalog

/// Parses prices as people write them: "20000-350000", "5000 ke atas", "Rp 15.000,-/kg", "10 s/d 15 ribu per ikat".
///
///     PriceText.read("15000-25000 per gram")
///     // PriceRange(text: "15000-25000 per gram", minRupiah: 15000, maxRupiah: 25000, unit: "gram")
///
/// Returns nil if words or numbers of the text are not part of a price. Then only the text can be stored.
///
/// Units: rupiah.
enum PriceText {
    private static let multipliers = ["rb": 1_000, "ribu": 1_000, "k": 1_000, "jt": 1_000_000, "juta": 1_000_000]
    private static let currency: Set<String> = ["rp", "idr", "rupiah", "harga"]
    private static let upwards: Set<String> = [
        "ke atas", "keatas", "mulai", "mulai dari", "dari", "di atas", "diatas", "min", "minimal", "up",
    ]
    private static let downwards: Set<String> = [
        "ke bawah", "kebawah", "sampai", "hingga", "di bawah", "dibawah", "maks", "max", "maksimal",
    ]
    private static let between: Set<String> = [
        "-", "–", "—", "s/d", "sd", "s.d", "sampai", "sampai dengan", "hingga", "~",
    ]

    static func read(_ text: String) -> PriceRange? {
        if let amount = WrittenNumber.plain(text) {
            return PriceRange(text: text, minRupiah: amount, maxRupiah: amount)
        }
        let (prices, unit) = split(text.lowercased(), original: text)
        guard let found = range(in: tokens(of: prices)) else { return nil }
        return PriceRange(text: text, minRupiah: found.from, maxRupiah: found.to, unit: unit)
    }

    /// Splits the text into price and unit, at " per " or at a slash that is not part of "s/d".
    private static func split(_ lowered: String, original: String) -> (prices: String, unit: String?) {
        let ranges = [lowered.firstRange(of: " per "), slash(in: lowered)].compactMap { $0 }
        guard let cut = ranges.min(by: { $0.lowerBound < $1.lowerBound }) else { return (lowered, nil) }
        let unit = String(lowered[cut.upperBound...]).trimmingSpace
        return (String(lowered[..<cut.lowerBound]), unit.isEmpty ? nil : unit)
    }

    private static func slash(in text: String) -> Range<String.Index>? {
        for index in text.indices where text[index] == "/" {
            if text[..<index].hasSuffix("s"), text[index...].hasPrefix("/d") { continue }
            return index..<text.index(after: index)
        }
        return nil
    }

    private enum Token: Equatable {
        case number(Double)
        case multiplier(Int)
        case word(String)
    }

    /// Numbers, multipliers, and phrases of the words between them.
    ///
    /// Currency signs are dropped.
    private static func tokens(of text: String) -> [Token]? {
        var tokens: [Token] = []
        var words: [String] = []
        func closeWords() {
            if !words.isEmpty { tokens.append(.word(words.joined(separator: " "))) }
            words = []
        }
        for piece in pieces(of: text) {
            if piece.first?.isNumber == true {
                guard let number = amount(piece) else { return nil }
                closeWords()
                tokens.append(.number(number))
            } else if let factor = multipliers[piece] {
                closeWords()
                tokens.append(.multiplier(factor))
            } else if !currency.contains(piece) {
                words.append(piece)
            }
        }
        closeWords()
        return tokens
    }

    /// Runs of digits with points and commas, runs of letters, and dashes.
    private static func pieces(of text: String) -> [String] {
        var pieces: [String] = []
        var current = ""
        func kind(_ character: Character) -> Int {
            if character.isNumber { return 1 }
            if character.isLetter || character == "/" { return 2 }
            return character == "-" || character == "–" || character == "—" || character == "~" ? 3 : 0
        }
        for character in text {
            let belongs = character == "." || character == ","
            if let last = current.last, belongs, last.isNumber || last == "." || last == "," {
                current.append(character)
                continue
            }
            let isSame =
                current.last.map { kind($0) == kind(character) || (kind(character) == 1 && ",.".contains($0)) } ?? false
            if !isSame || kind(character) == 0 {
                if !current.isEmpty { pieces.append(current) }
                current = ""
            }
            if kind(character) != 0 { current.append(character) }
        }
        if !current.isEmpty { pieces.append(current) }
        return pieces
    }

    /// The number of a piece without the comma at its end.
    ///
    /// In "15.000,-", `range` removes the dash.
    private static func amount(_ piece: String) -> Double? {
        var trimmed = piece
        while let last = trimmed.last, !last.isNumber { trimmed.removeLast() }
        if let whole = WrittenNumber.whole(trimmed) { return Double(whole) }
        return WrittenNumber.decimal(trimmed)
    }

    private static func range(in tokens: [Token]?) -> (from: Int?, to: Int?)? {
        guard var tokens, tokens.contains(where: { if case .number = $0 { true } else { false } }) else { return nil }
        if tokens.last == .word("-"), tokens.count > 1 { tokens.removeLast() }
        guard let parts = amounts(in: tokens) else { return nil }
        switch (parts.before, parts.numbers.count, parts.between, parts.after) {
        case (nil, 1, nil, nil): return (parts.numbers[0], parts.numbers[0])
        case (nil, 1, nil, let word?) where upwards.contains(word): return (parts.numbers[0], nil)
        case (nil, 1, nil, let word?) where downwards.contains(word): return (nil, parts.numbers[0])
        case (let word?, 1, nil, nil) where upwards.contains(word): return (parts.numbers[0], nil)
        case (let word?, 1, nil, nil) where downwards.contains(word): return (nil, parts.numbers[0])
        case (let before, 2, let word?, nil)
        where between.contains(word) && (before.map(upwards.contains) ?? true) && parts.numbers[0] <= parts.numbers[1]:
            return (parts.numbers[0], parts.numbers[1])
        default: return nil
        }
    }

    /// One or two amounts, and the words before, between and after them.
    ///
    /// "10-15 ribu" multiplies both.
    private static func amounts(in tokens: [Token]) -> (
        before: String?, numbers: [Int], between: String?, after: String?
    )? {
        var numbers: [(value: Double, factor: Int?)] = []
        var words: [Int: String] = [:]
        for token in tokens {
            switch token {
            case .number(let value): numbers.append((value, nil))
            case .multiplier(let factor):
                guard let last = numbers.indices.last, words[numbers.count] == nil else { return nil }
                numbers[last].factor = factor
            case .word(let word):
                guard words[numbers.count] == nil else { return nil }
                words[numbers.count] = word
            }
        }
        guard (1...2).contains(numbers.count) else { return nil }
        if numbers.count == 2, numbers[0].factor == nil, let factor = numbers[1].factor, numbers[0].value < 1_000 {
            numbers[0].factor = factor
        }
        let amounts = numbers.compactMap { Int(exactly: ($0.value * Double($0.factor ?? 1)).rounded()) }
        guard amounts.count == numbers.count,
            zip(amounts, numbers).allSatisfy({ $0 >= 0 && ($1.factor != nil || Double($0) == $1.value) })
        else { return nil }
        return (words[0], amounts, numbers.count == 2 ? words[1] : nil, words[numbers.count])
    }
}
