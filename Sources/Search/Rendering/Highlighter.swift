import Base
import TextAnalysis

/// Marks the found words in the original texts of a document.
///
///     Highlighter(words: ["anyaman"]).html(of: "Sentra Anyaman <Purun>")
///     // Sentra <mark>Anyaman</mark> &lt;Purun&gt;
///
/// A word is marked if the tokenizer reads the same token, so case, diacritics and apostrophes of the original stay.
///
/// - Complexity: one pass over the bytes of a text. A text without a mark allocates nothing.
struct Highlighter {
    /// Longer texts are cut to the part around the marks.
    static let snippetBytes = 240

    /// Folded bytes.
    ///
    /// None is empty.
    private let words: [[UInt8]]
    private let prefixes: [[UInt8]]
    private let phrases: [[[UInt8]]]
    /// For each byte, whether anything to mark begins with it.
    ///
    /// Most words of a text need no other test.
    private let begins: [Bool]

    init(words: Set<String> = [], prefixes: [String] = [], phrases: [[String]] = []) {
        self.words = words.map { Array($0.utf8) }.filter { !$0.isEmpty }
        self.prefixes = prefixes.map { Array($0.utf8) }.filter { !$0.isEmpty }
        self.phrases = phrases.map { $0.map { Array($0.utf8) } }.filter { !$0.isEmpty && !$0.contains([]) }
        var begins = [Bool](repeating: false, count: 256)
        for word in self.words + self.prefixes + self.phrases.map({ $0[0] }) { begins[Int(word[0])] = true }
        self.begins = begins
    }

    /// The text as HTML with marks.
    ///
    /// Returns nil if nothing is marked.
    func html(of text: String) -> String? {
        var text = text
        return text.withUTF8 { html(of: $0) }
    }

    /// The same for a text in valid UTF-8.
    func html(of text: UnsafeBufferPointer<UInt8>) -> String? {
        Tokenizer.withTokens(of: text) { tokens in
            let marks = marks(in: tokens)
            guard !marks.isEmpty else { return nil }
            let window = window(around: marks, tokens: tokens, length: text.count)
            var html: [UInt8] = []
            html.reserveCapacity(window.count + 32 * marks.count)
            if window.lowerBound > 0 { html += "… ".utf8 }
            var position = window.lowerBound
            for mark in marks where mark.lowerBound >= window.lowerBound && mark.upperBound <= window.upperBound {
                HTMLEscape.append(UnsafeBufferPointer(rebasing: text[position..<mark.lowerBound]), to: &html)
                html += "<mark>".utf8
                HTMLEscape.append(UnsafeBufferPointer(rebasing: text[mark]), to: &html)
                html += "</mark>".utf8
                position = mark.upperBound
            }
            HTMLEscape.append(UnsafeBufferPointer(rebasing: text[position..<window.upperBound]), to: &html)
            if window.upperBound < text.count { html += " …".utf8 }
            return String(decoding: html, as: UTF8.self)
        }
    }

    /// The byte ranges to mark, in order.
    private func marks(in tokens: FoldedTokens) -> [Range<Int>] {
        var marked: [Int] = []
        var isInOrder = true
        for index in tokens.indices {
            let token = tokens[index]
            guard begins[Int(token[0])] else { continue }
            if words.contains(where: { Self.isEqual($0, token) })
                || prefixes.contains(where: { Self.isPrefix($0, of: token) })
            {
                marked.append(index)
            }
            for phrase in phrases where index + phrase.count <= tokens.indices.upperBound {
                guard phrase.indices.allSatisfy({ Self.isEqual(phrase[$0], tokens[index + $0]) }) else { continue }
                marked += index..<(index + phrase.count)
                isInOrder = false
            }
        }
        return (isInOrder ? marked : Set(marked).sorted()).map(tokens.range)
    }

    private static func isEqual(_ word: [UInt8], _ token: UnsafeBufferPointer<UInt8>) -> Bool {
        word.count == token.count && isPrefix(word, of: token)
    }

    private static func isPrefix(_ prefix: [UInt8], of token: UnsafeBufferPointer<UInt8>) -> Bool {
        prefix.count <= token.count && prefix.indices.allSatisfy { prefix[$0] == token[$0] }
    }

    /// The part of whole words, at most `snippetBytes` long, that has the most marks.
    ///
    /// A short text is kept whole.
    private func window(around marks: [Range<Int>], tokens: FoldedTokens, length: Int) -> Range<Int> {
        guard length > Self.snippetBytes, let first = marks.first else { return 0..<length }
        var best = (start: first.lowerBound, count: 0)
        for mark in marks {
            let reach = mark.lowerBound + Self.snippetBytes * 3 / 4
            let count = marks.count { $0.lowerBound >= mark.lowerBound && $0.upperBound <= reach }
            if count > best.count { best = (mark.lowerBound, count) }
        }
        let ranges = tokens.indices.lazy.map(tokens.range)
        let earliest = max(0, best.start - Self.snippetBytes / 4)
        let start = earliest == 0 ? 0 : ranges.first { $0.lowerBound >= earliest }?.lowerBound ?? best.start
        let latest = min(length, start + Self.snippetBytes)
        let end = latest == length ? length : ranges.last { $0.upperBound <= latest }?.upperBound ?? latest
        // The best mark is kept whole, also if it is longer than the window.
        let bestEnd = marks.first { $0.lowerBound == best.start }?.upperBound ?? end
        return min(start, best.start)..<max(end, bestEnd)
    }
}
