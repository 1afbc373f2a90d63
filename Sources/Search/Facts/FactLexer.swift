import QueryLanguage
import TextAnalysis

/// Splits the plain words of a question into runs of pieces.
///
/// A run ends at a phrase, a field, an exclusion, and at words whose meaning is known already.
///
///     "kain 20-50rb"      // kain, 20, -, 50, rb
struct FactLexer {
    private let question: Question
    private let scalars: [Unicode.Scalar]

    init(_ question: Question) {
        self.question = question
        scalars = Array(question.text.unicodeScalars)
    }

    func runs() -> [[FactPiece]] {
        var runs: [[FactPiece]] = [[]]
        var next = 0
        var end = 0
        for (index, clause) in question.query.clauses.enumerated() {
            let first = next
            while next < question.words.count, question.words[next].clause == index { next += 1 }
            let words = first..<next
            if clause.isPlain, !words.isEmpty, !words.contains(where: question.consumed.contains) {
                if !runs[runs.count - 1].isEmpty {
                    runs[runs.count - 1] += signs(between: end..<clause.range.lowerBound)
                }
                runs[runs.count - 1] += pieces(of: clause, words: words)
            } else if !runs[runs.count - 1].isEmpty {
                runs.append([])
            }
            end = clause.range.upperBound
        }
        return runs.filter { !$0.isEmpty }
    }

    private func signs(between gap: Range<Int>) -> [FactPiece] {
        var scanner = FactScanner(scalars: scalars, range: gap)
        var signs: [FactPiece] = []
        while let (content, range) = scanner.next() {
            if content == .sign { signs.append(piece(content, range: range, words: 0..<0)) }
        }
        return signs
    }

    private func pieces(of clause: Clause, words: Range<Int>) -> [FactPiece] {
        let tokens = Tokenizer.tokens(of: clause.text)
        var offsets = [0]
        for index in clause.range { offsets.append(offsets[offsets.count - 1] + UTF8.width(scalars[index])) }
        var scanner = FactScanner(scalars: scalars, range: clause.range)
        var pieces: [FactPiece] = []
        while let (content, range) = scanner.next() {
            let bytes =
                offsets[
                    range.lowerBound - clause.range.lowerBound]..<offsets[
                    range.upperBound - clause.range.lowerBound]
            let covered = tokens.indices.filter { tokens[$0].range.overlaps(bytes) }
            let low = words.lowerBound + (covered.first ?? 0)
            let high = covered.last.map { words.lowerBound + $0 + 1 } ?? low
            pieces.append(piece(content, range: range, words: low..<high))
        }
        return pieces
    }

    private func piece(_ content: FactPiece.Content, range: Range<Int>, words: Range<Int>) -> FactPiece {
        let typed = String(String.UnicodeScalarView(scalars[range]))
        let text = content == .word ? Tokenizer.joined(typed).text : typed
        return FactPiece(content: content, text: text, words: words, range: range)
    }
}

/// Finds words, numbers and signs in a part of a text.
struct FactScanner {
    private let scalars: [Unicode.Scalar]
    private let end: Int
    private var position: Int

    init(scalars: [Unicode.Scalar], range: Range<Int>) {
        self.scalars = scalars
        position = range.lowerBound
        end = range.upperBound
    }

    mutating func next() -> (FactPiece.Content, Range<Int>)? {
        while position < end {
            let start = position
            if Self.isDigit(scalars[start]) {
                position = endOfNumber(from: start)
                return (number(start..<position), start..<position)
            }
            if Self.isLetter(scalars[start]) {
                position = endOfWord(from: start)
                return (.word, start..<position)
            }
            if let length = lengthOfSign(at: start) {
                position += length
                return (.sign, start..<position)
            }
            position += 1
        }
        return nil
    }

    private func number(_ range: Range<Int>) -> FactPiece.Content {
        let text = String(String.UnicodeScalarView(scalars[range]))
        guard let number = FactNumber.amount(text) else { return .code }
        return .number(number, isPlain: text.unicodeScalars.allSatisfy(Self.isDigit))
    }

    private func endOfNumber(from start: Int) -> Int {
        var index = start + 1
        while index < end {
            let isSeparator = ".,'".unicodeScalars.contains(scalars[index])
            guard Self.isDigit(scalars[index]) || isSeparator && index + 1 < end && Self.isDigit(scalars[index + 1])
            else { break }
            index += 1
        }
        return index
    }

    private func endOfWord(from start: Int) -> Int {
        var index = start + 1
        while index < end {
            let isApostrophe = "'’ʼ".unicodeScalars.contains(scalars[index])
            guard Self.isLetter(scalars[index]) || isApostrophe && index + 1 < end && Self.isLetter(scalars[index + 1])
            else { break }
            index += 1
        }
        return index
    }

    /// The length of a sign that may belong to a condition.
    ///
    /// A dash counts only before a number or "Rp", because others join words.
    private func lengthOfSign(at start: Int) -> Int? {
        let next = start + 1 < end ? scalars[start + 1] : nil
        switch scalars[start] {
        case "<", ">": return next == "=" ? 2 : 1
        case "=", "≤", "≥", "~", "/", "&", "+": return 1
        case ".": return next == "." ? 2 : nil
        case "-", "–", "—":
            let follower = scalars[(start + 1)...].first { !$0.properties.isWhitespace }
            return follower.map { Self.isDigit($0) || $0 == "R" || $0 == "r" } ?? false ? 1 : nil
        default: return nil
        }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) }
        return scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
    }
}
