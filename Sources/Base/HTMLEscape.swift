/// Escapes text for HTML elements and attribute values.
///
///     HTMLEscape.escaped("Toko <Purun> & \"Rotan\"")      // Toko &lt;Purun&gt; &amp; &quot;Rotan&quot;
///
/// It escapes the five characters & < > " ', as Mustache does.
package enum HTMLEscape {
    /// The text with special characters replaced by entities.
    package static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { entity(of: $0) != nil }) else { return text }
        var html: [UInt8] = []
        var text = text
        text.withUTF8 { append($0, to: &html) }
        return String(decoding: html, as: UTF8.self)
    }

    /// Appends UTF-8 text to HTML in UTF-8, escaped.
    ///
    /// - Complexity: O(bytes); the bytes between two special characters are copied at once.
    package static func append(_ text: UnsafeBufferPointer<UInt8>, to html: inout [UInt8]) {
        var start = 0
        for index in 0..<text.count {
            guard let entity = entity(of: text[index]) else { continue }
            html.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
            html.append(contentsOf: entity.utf8)
            start = index + 1
        }
        html.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }

    /// The inverse of ``escaped(_:)``.
    package static func unescaped(_ html: String) -> String {
        guard html.utf8.contains(UInt8(ascii: "&")) else { return html }
        return ["&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'"]
            .reduce(html) { $0.replacing($1.key, with: $1.value) }
            // Last: "&amp;lt;" is the text "&lt;".
            .replacing("&amp;", with: "&")
    }

    private static func entity(of byte: UInt8) -> String? {
        // Most bytes are letters, which this comparison excludes.
        guard byte < 0x3F else { return nil }
        return switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}
