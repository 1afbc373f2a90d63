/// Cuts a coordinate text into numbers, marks, hemispheres and separators.
enum CoordinateScanner {
    enum Unit: Int { case degree, minute, second }

    struct Hemisphere {
        var axis: CoordinateText.Axis
        var isNegative: Bool
    }

    enum Piece {
        case number(Double, isNegative: Bool, hasFraction: Bool)
        case unit(Unit)
        case hemisphere(Hemisphere)
        /// A comma with a space, a semicolon, a slash, a bar: what can only stand between two angles.
        case separator
    }

    private static let words: [String: Piece] = {
        let south = Piece.hemisphere(Hemisphere(axis: .latitude, isNegative: true)),
            north = Piece.hemisphere(Hemisphere(axis: .latitude, isNegative: false))
        let east = Piece.hemisphere(Hemisphere(axis: .longitude, isNegative: false)),
            west = Piece.hemisphere(Hemisphere(axis: .longitude, isNegative: true))
        return [
            "s": south, "ls": south, "lintang selatan": south, "south": south, "n": north, "lu": north, "u": north, "lintang utara": north,
            "north": north,
            "e": east, "bt": east, "t": east, "bujur timur": east, "east": east, "w": west, "bb": west, "b": west, "bujur barat": west,
            "west": west,
            "d": .unit(.degree), "deg": .unit(.degree), "derajat": .unit(.degree), "degrees": .unit(.degree), "m": .unit(.minute),
            "min": .unit(.minute), "menit": .unit(.minute),
            "sec": .unit(.second), "dtk": .unit(.second), "detik": .unit(.second),
        ]
    }()

    /// The pieces in order; nil where a character or word is none of them.
    static func pieces(of text: String) -> [Piece]? {
        var rest = Array(text.lowercased())[...]
        var pieces: [Piece] = []
        while let character = rest.first {
            if character.isWhitespace || character == "(" || character == ")" {
                rest.removeFirst()
            } else if let sign = sign(character), rest.dropFirst().first?.isNumber == true {
                rest.removeFirst()
                guard let number = number(&rest, isNegative: sign) else { return nil }
                pieces.append(number)
            } else if character.isNumber {
                guard let number = number(&rest, isNegative: false) else { return nil }
                pieces.append(number)
            } else if let unit = mark(&rest) {
                if let unit { pieces.append(.unit(unit)) }
            } else if [",", ";", "/", "|"].contains(character) {
                rest.removeFirst()
                pieces.append(.separator)
            } else {
                guard let word = word(&rest) else { return nil }
                pieces.append(word)
            }
        }
        return pieces
    }

    private static func sign(_ character: Character) -> Bool? {
        switch character {
        case "-", "\u{2212}", "\u{2013}": true
        case "+": false
        default: nil
        }
    }

    /// A mark of degrees, minutes or seconds in any of its shapes; `.some(nil)` for a colon, whose unit is its place.
    private static func mark(_ rest: inout ArraySlice<Character>) -> Unit?? {
        guard let character = rest.first else { return nil }
        let minutes: [Character] = ["'", "\u{2019}", "\u{2018}", "\u{2032}", "\u{00B4}", "`"]
        switch character {
        case "°", "º", "˚", "\u{2070}": rest.removeFirst(); return .some(.degree)
        case "\"", "\u{201D}", "\u{201C}", "\u{2033}": rest.removeFirst(); return .some(.second)
        case ":": rest.removeFirst(); return .some(nil)
        case _ where minutes.contains(character):
            rest.removeFirst()
            guard let second = rest.first, minutes.contains(second) else { return .some(.minute) }
            rest.removeFirst()  // two of them are a second mark
            return .some(.second)
        default: return nil
        }
    }

    /// Digits with a decimal point or comma; a comma counts as decimal only where digits follow it at once and no other comma does.
    private static func number(_ rest: inout ArraySlice<Character>, isNegative: Bool) -> Piece? {
        var digits = ""
        while let character = rest.first, character.isASCII, character.isNumber { digits.append(character); rest.removeFirst() }
        var hasFraction = false
        if let mark = rest.first, mark == "." || mark == ",", let after = rest.dropFirst().first, after.isASCII, after.isNumber,
            mark == "." || isDecimalComma(rest)
        {
            hasFraction = true
            digits.append(".")
            rest.removeFirst()
            while let character = rest.first, character.isASCII, character.isNumber { digits.append(character); rest.removeFirst() }
            if rest.first == ".", rest.dropFirst().first?.isNumber == true { return nil }  // "3.41.5" is no number
        } else if rest.first == "." {
            rest.removeFirst()
        }
        return Double(digits).map { .number($0, isNegative: isNegative, hasFraction: hasFraction) }
    }

    /// "3,41" is a decimal; "-3.41,114.84" is two numbers: a fraction with a point behind the comma says so.
    private static func isDecimalComma(_ rest: ArraySlice<Character>) -> Bool {
        let tail = rest.dropFirst().drop { $0.isNumber }
        return tail.first != "."
    }

    private static func word(_ rest: inout ArraySlice<Character>) -> Piece? {
        var word = ""
        while let character = rest.first, character.isLetter { word.append(character); rest.removeFirst() }
        if rest.first == "." { rest.removeFirst() }  // "L.S." and "Ls."
        if word == "l" || word == "b", let next = rest.first, next.isLetter {  // "L.S."
            return Self.word(&rest, after: word)
        }
        if word == "lintang" || word == "bujur" {
            guard rest.first == " " else { return nil }
            rest.removeFirst()
            return Self.word(&rest, after: word + " ")
        }
        return words[word]
    }

    private static func word(_ rest: inout ArraySlice<Character>, after head: String) -> Piece? {
        var tail = ""
        while let character = rest.first, character.isLetter { tail.append(character); rest.removeFirst() }
        if rest.first == "." { rest.removeFirst() }
        return words[head + tail]
    }
}
