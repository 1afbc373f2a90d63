/// Splits text into folded words.
///
/// Indexing, queries and highlighting all use it.
///
///     Tokenizer.joined("Kue Bingka, H. Acil's™ 5kg").text   // "kue bingka h acils 5kg"
///
/// A word is a run of letters and digits. Case, diacritics and width are folded. An apostrophe between two letters is
/// removed (`Qur'an`: `quran`). Hyphens split words; symbols and emoji are dropped. SQLite's unicode61 tokenizer does
/// not split any token (tested for every scalar up to U+1FFFF with SQLite 3.40, except New Tai Lue vowels).
///
/// - Complexity: O(n), where n is the number of bytes. ASCII is folded byte by byte.
package enum Tokenizer {
    /// The tokens in text order, with their positions.
    package static func tokens(of text: String) -> [Token] {
        var text = text
        return text.withUTF8 { source in
            withTokens(of: source) { tokens in
                tokens.indices.map {
                    Token(text: String(decoding: tokens[$0], as: UTF8.self), range: tokens.range(at: $0))
                }
            }
        }
    }

    /// The tokens in text order, without positions.
    package static func words(of text: String) -> [String] {
        tokens(of: text).map(\.text)
    }

    /// The tokens joined by single spaces, and their number.
    ///
    /// This is the form that the index stores.
    package static func joined(_ text: String) -> (text: String, count: Int) {
        var text = text
        var tokens = 0
        let joined = text.withUTF8 { source in
            String(unsafeUninitializedCapacity: capacity(for: source.count)) { buffer in
                var scanner = WordScanner(source)
                var count = 0
                while scanner.next(into: buffer, count: &count) != nil {
                    tokens += 1
                    buffer[count] = UInt8(ascii: " ")
                    count += 1
                }
                return max(count - 1, 0)
            }
        }
        return (joined, tokens)
    }

    /// The maximum number of bytes written.
    ///
    /// Folding at most doubles the length, and a space follows each token.
    static func capacity(for bytes: Int) -> Int {
        2 * bytes + 1
    }
}
