/// Reads the clauses of a query text one by one.
struct ClauseReader {
    let scalars: [Unicode.Scalar]
    let fields: Set<String>
    private var position = 0

    init(scalars: [Unicode.Scalar], fields: Set<String>) {
        self.scalars = scalars
        self.fields = fields
    }

    /// The next clause with a letter or digit.
    ///
    /// Returns nil at the end.
    mutating func next() throws(QuerySyntaxError) -> Clause? {
        while true {
            while position < scalars.count, isSeparator(scalars[position]), !opensPhrase(at: position) { position += 1 }
            guard position < scalars.count else { return nil }
            if let clause = try readClause() { return clause }
        }
    }

    private mutating func readClause() throws(QuerySyntaxError) -> Clause? {
        let start = position
        let isExcluded = readMinus()
        let field = try readField()
        let content = readPhrase() ?? readWord()
        guard let content, Self.isSearchable(content) else { return nil }
        return Clause(content, field: field, isExcluded: isExcluded, range: start..<position)
    }

    /// Reads a minus that excludes a word or phrase.
    ///
    /// White space must not follow it.
    private mutating func readMinus() -> Bool {
        guard scalars[position] == "-" || scalars[position] == "\u{2212}", position + 1 < scalars.count else {
            return false
        }
        let follower = scalars[position + 1]
        guard Self.isWordScalar(follower) || opensPhrase(at: position + 1) else { return false }
        position += 1
        return true
    }

    private mutating func readField() throws(QuerySyntaxError) -> String? {
        var end = position
        while end < scalars.count, Self.isWordScalar(scalars[end]) || scalars[end] == "_" { end += 1 }
        guard end > position, end < scalars.count, scalars[end] == ":" else { return nil }
        let name = String(String.UnicodeScalarView(scalars[position..<end])).lowercased()
        guard fields.contains(name) else { return nil }
        guard end + 1 < scalars.count, Self.isWordScalar(scalars[end + 1]) || opensPhrase(at: end + 1) else {
            throw QuerySyntaxError(problem: .fieldWithoutWord(field: name), offset: end)
        }
        position = end + 1
        return name
    }

    private mutating func readPhrase() -> Clause.Content? {
        guard opensPhrase(at: position), let close = closingQuote(after: position) else { return nil }
        let inside = scalars[(position + 1)..<close]
        position = close + 1
        let words = inside.split(whereSeparator: { $0.properties.isWhitespace || Self.isControl($0) })
        return .phrase(words.map { String(String.UnicodeScalarView($0)) }.joined(separator: " "))
    }

    private mutating func readWord() -> Clause.Content? {
        let start = position
        while position < scalars.count, !isSeparator(scalars[position]) { position += 1 }
        guard position > start else { return nil }
        let stretch = scalars[start..<position]
        if stretch.last == "*" {
            let stem = stretch.dropLast()
            if stem.suffix(2).count == 2, stem.suffix(2).allSatisfy(Self.isWordScalar) {
                return .prefix(String(String.UnicodeScalarView(stem)))
            }
        }
        return .word(String(String.UnicodeScalarView(stretch)))
    }

    private func opensPhrase(at index: Int) -> Bool {
        guard Self.isQuote(scalars[index]), let close = closingQuote(after: index) else { return false }
        return scalars[(index + 1)..<close].contains(where: Self.isWordScalar)
    }

    private func closingQuote(after index: Int) -> Int? {
        scalars[(index + 1)...].firstIndex(where: Self.isQuote)
    }

    private static func isSearchable(_ content: Clause.Content) -> Bool {
        switch content {
        case .word(let text), .prefix(let text), .phrase(let text):
            text.unicodeScalars.contains(where: isWordScalar)
        }
    }

    /// Whether the scalar separates words: white space, a control character or a quote.
    private func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || Self.isControl(scalar) || Self.isQuote(scalar)
    }

    static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\"" || scalar == "\u{201C}" || scalar == "\u{201D}" || scalar == "\u{201E}"
    }

    static func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 0x20 || scalar.value == 0x7F }

    static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || scalar.properties.generalCategory == .nonspacingMark
    }
}
