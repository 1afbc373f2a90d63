import TextAnalysis

/// Marks the words that a document was found by in its original texts.
///
///     Highlighter(words: ["anyaman"]).html(of: "Sentra Anyaman <Purun>")     // Sentra <mark>Anyaman</mark> &lt;Purun&gt;
///
/// A word is marked where the tokenizer reads the same token, so that case, diacritics and apostrophes of the original stay.
struct Highlighter {
    /// Texts of more bytes than this are cut to the stretch around the marks.
    static let snippetBytes = 240

    var words: Set<String> = []
    var prefixes: [String] = []
    var phrases: [[String]] = []

    /// nil where nothing of the text is marked.
    func html(of text: String) -> String? {
        let tokens = Tokenizer.tokens(of: text)
        let marks = marks(in: tokens)
        guard !marks.isEmpty else { return nil }
        let utf8 = Array(text.utf8)
        let window = window(around: marks, tokens: tokens, length: utf8.count)
        var html = window.lowerBound > 0 ? "… " : ""
        var position = window.lowerBound
        for mark in marks where mark.lowerBound >= window.lowerBound && mark.upperBound <= window.upperBound {
            html += Self.escaped(utf8[position..<mark.lowerBound]) + "<mark>" + Self.escaped(utf8[mark]) + "</mark>"
            position = mark.upperBound
        }
        html += Self.escaped(utf8[position..<window.upperBound])
        return html + (window.upperBound < utf8.count ? " …" : "")
    }

    /// The byte ranges to mark, in order, side by side where they are not one phrase.
    private func marks(in tokens: [Token]) -> [Range<Int>] {
        var marked = [Bool](repeating: false, count: tokens.count)
        for (index, token) in tokens.enumerated() where words.contains(token.text) || prefixes.contains(where: token.text.hasPrefix) {
            marked[index] = true
        }
        for phrase in phrases where !phrase.isEmpty && phrase.count <= tokens.count {
            for start in 0...(tokens.count - phrase.count) where phrase.indices.allSatisfy({ tokens[start + $0].text == phrase[$0] }) {
                for index in phrase.indices { marked[start + index] = true }
            }
        }
        return tokens.indices.filter { marked[$0] }.map { tokens[$0].range }
    }

    /// The stretch of whole words, at most `snippetBytes` long, that holds the most marks; the whole text where it is short.
    private func window(around marks: [Range<Int>], tokens: [Token], length: Int) -> Range<Int> {
        guard length > Self.snippetBytes, let first = marks.first else { return 0..<length }
        var best = (start: first.lowerBound, count: 0)
        for mark in marks {
            let reach = mark.lowerBound + Self.snippetBytes * 3 / 4
            let count = marks.count { $0.lowerBound >= mark.lowerBound && $0.upperBound <= reach }
            if count > best.count { best = (mark.lowerBound, count) }
        }
        let earliest = max(0, best.start - Self.snippetBytes / 4)
        let start = earliest == 0 ? 0 : tokens.first { $0.range.lowerBound >= earliest }?.range.lowerBound ?? best.start
        let latest = min(length, start + Self.snippetBytes)
        let end = latest == length ? length : tokens.last { $0.range.upperBound <= latest }?.range.upperBound ?? latest
        // A word longer than the whole window, as the best mark may be, is kept whole.
        let bestEnd = marks.first { $0.lowerBound == best.start }?.upperBound ?? end
        return min(start, best.start)..<max(end, bestEnd)
    }

    static func escaped(_ bytes: ArraySlice<UInt8>) -> String {
        var html: [UInt8] = []
        html.reserveCapacity(bytes.count)
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "&"): html += "&amp;".utf8
            case UInt8(ascii: "<"): html += "&lt;".utf8
            case UInt8(ascii: ">"): html += "&gt;".utf8
            case UInt8(ascii: "\""): html += "&quot;".utf8
            case UInt8(ascii: "'"): html += "&#39;".utf8
            default: html.append(byte)
            }
        }
        return String(decoding: html, as: UTF8.self)
    }
}
