/// Splits a coordinate text into numbers, signs, unit marks, hemispheres and separators.
struct CoordinateScanner {
    enum Unit: Int { case degree, minute, second }

    enum Piece: Equatable {
        case number(Double, isWhole: Bool)
        case sign(isNegative: Bool)
        case mark(Unit)
        /// A colon or hyphen between the numbers of one angle. The unit follows from the position.
        case colon
        case hemisphere(CoordinateText.Axis, isNegative: Bool)
        case axis(CoordinateText.Axis)
        /// A separator between two angles.
        case separator

        var isNumber: Bool { if case .number = self { true } else { false } }

        var isAxis: Bool { if case .axis = self { true } else { false } }

        /// Whether the piece names an axis.
        ///
        /// A hemisphere does.
        var isName: Bool { if case .hemisphere = self { true } else { isAxis } }
    }

    /// The number of angles expected.
    ///
    /// It decides how to read a comma between digits.
    enum Count { case one, two }

    let scalars: [Unicode.Scalar]
    var position = 0
    private let count: Count
    private var pieces: [Piece] = []
    /// Whether minutes were marked by a letter or word.
    ///
    /// Then "s" after a number means seconds, not south.
    private var awaitsSecondsLetter = false

    /// The pieces in order.
    ///
    /// Returns nil if part of the text is not a piece of a coordinate.
    static func pieces(of text: String, count: Count) -> [Piece]? {
        // No coordinate is longer. Longer texts are descriptions in the wrong column.
        guard text.utf8.count <= 200 else { return nil }
        var scanner = CoordinateScanner(text, count)
        while scanner.position < scanner.scalars.count {
            guard scanner.take() else { return nil }
        }
        return scanner.pieces
    }

    private init(_ text: String, _ count: Count) {
        scalars = Array(text.unicodeScalars)
        self.count = count
    }

    func scalar(at offset: Int = 0) -> Unicode.Scalar? {
        scalars.indices.contains(position + offset) ? scalars[position + offset] : nil
    }

    /// Reads the next piece.
    ///
    /// Returns false if it cannot be part of a coordinate.
    private mutating func take() -> Bool {
        let scalar = scalars[position]
        if Self.isDigit(scalar) || (scalar == "." && self.scalar(at: 1).map(Self.isDigit) == true) {
            return takeNumbers()
        }
        if scalar.properties.isAlphabetic && !Self.isSymbol(scalar) { return takeWord() }
        if let isNegative = Self.sign(scalar) { return takeSign(isNegative) }
        if Self.minuteMarks.contains(scalar) { return takeQuotes() }
        position += 1
        switch scalar {
        case _ where scalar.properties.isWhitespace, "(", ")", "[", "]": return true
        case _ where Self.degreeMarks.contains(scalar): pieces.append(.mark(.degree))
        case _ where Self.secondMarks.contains(scalar):
            // Some CSV writers double quotes once too often.
            if pieces.last != .mark(.second) { pieces.append(.mark(.second)) }
        case ",", ";", "/", "|": pieces.append(.separator)
        case ":": if pieces.last?.isName != true { pieces.append(.colon) }
        case "=": return pieces.last?.isName == true
        case ".": return position == scalars.count
        default: return false
        }
        return true
    }

    private mutating func takeNumbers() -> Bool {
        let numeral = Numeral(&self)
        if let angle = numeral.dottedAngle {
            for (place, number) in angle.enumerated() {
                if place > 0 { pieces.append(.colon) }
                pieces.append(.number(number.value, isWhole: number.isWhole))
            }
            return true
        }
        let isOnly = !scalars[position...].contains(where: Self.isDigit) && !pieces.contains(where: \.isNumber)
        guard let numbers = count == .one ? numeral.one : numeral.twoOrOne(isOnly: isOnly) else { return false }
        for (place, number) in numbers.enumerated() {
            if place > 0 { pieces.append(.separator) }
            pieces.append(.number(number.value, isWhole: number.isWhole))
        }
        return true
    }

    private mutating func takeSign(_ isNegative: Bool) -> Bool {
        let isAfterDigit = scalar(at: -1).map(Self.isDigit) == true
        let isBeforeSpace = scalar(at: 1).map(\.properties.isWhitespace) == true
        let isAfterSpace = scalar(at: -1).map(\.properties.isWhitespace) == true
        position += 1
        if isAfterDigit, !isBeforeSpace {
            pieces.append(.colon)  // "3-12-30"
        } else if isAfterSpace, isBeforeSpace, pieces.contains(where: \.isNumber) {
            pieces.append(.separator)  // "3°12' LS - 115°2' BT"
        } else {
            pieces.append(.sign(isNegative: isNegative))
        }
        return true
    }

    /// Reads quotes: one means minutes, two mean seconds.
    private mutating func takeQuotes() -> Bool {
        let quotes = scalars[position...].prefix(while: Self.minuteMarks.contains).count
        position += quotes
        pieces.append(.mark(quotes == 1 ? .minute : .second))
        return quotes <= 2
    }

    private mutating func takeWord() -> Bool {
        let isAfterDigit = scalar(at: -1).map(Self.isDigit) == true
        let word = nextWord()
        // "3o12'": the letter o in place of the degree sign.
        guard
            let piece = word == "o" && isAfterDigit
                ? .mark(.degree)
                : CoordinateWords.piece(word, isAfterSeconds: awaitsSecondsLetter && pieces.last?.isNumber == true)
        else {
            return false
        }
        awaitsSecondsLetter = piece == .mark(.minute)
        pieces.append(piece)
        return true
    }

    /// Reads letters in lower case, and skips the points of "L.S." and "lat.".
    private mutating func nextWord() -> String {
        var word = ""
        while let scalar = scalar(), scalar.properties.isAlphabetic, !Self.isSymbol(scalar) {
            word += scalar.properties.lowercaseMapping
            position += 1
            if word.count == 1, self.scalar() == ".", let next = self.scalar(at: 1), next.properties.isAlphabetic {
                position += 1
            }
        }
        if scalar() == ".", self.scalar(at: 1).map(Self.isDigit) != true { position += 1 }
        return word
    }
}

// MARK: - Characters

extension CoordinateScanner {
    private static let degreeMarks: Set<Unicode.Scalar> = ["°", "º", "˚", "ᵒ", "⁰", "∘", "*", "\u{1D52}"]
    private static let minuteMarks: Set<Unicode.Scalar> = ["'", "’", "‘", "‛", "′", "´", "`", "ʹ", "ʼ", "ˈ", "＇"]
    private static let secondMarks: Set<Unicode.Scalar> = ["\"", "”", "“", "„", "‟", "″", "ʺ", "˝", "¨", "＂"]

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// Whether the scalar is a mark that Unicode classifies as a letter: the raised o, and modifier primes.
    private static func isSymbol(_ scalar: Unicode.Scalar) -> Bool {
        degreeMarks.contains(scalar) || minuteMarks.contains(scalar) || secondMarks.contains(scalar)
    }

    private static func sign(_ scalar: Unicode.Scalar) -> Bool? {
        switch scalar {
        case "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2212}": true
        case "+": false
        default: nil
        }
    }
}
