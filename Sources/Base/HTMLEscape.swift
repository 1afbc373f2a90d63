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
        append(text.utf8, to: &html)
        return String(decoding: html, as: UTF8.self)
    }

    /// Appends UTF-8 text to HTML in UTF-8, escaped.
    @inlinable
    package static func append(_ text: some Sequence<UInt8>, to html: inout [UInt8]) {
        for byte in text {
            if let entity = entity(of: byte) { html += entity.utf8 } else { html.append(byte) }
        }
    }

    /// The inverse of ``escaped(_:)``.
    package static func unescaped(_ html: String) -> String {
        guard html.utf8.contains(UInt8(ascii: "&")) else { return html }
        return ["&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'"]
            .reduce(html) { $0.replacing($1.key, with: $1.value) }
            // Last: "&amp;lt;" is the text "&lt;".
            .replacing("&amp;", with: "&")
    }

    @usableFromInline
    static func entity(of byte: UInt8) -> String? {
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
