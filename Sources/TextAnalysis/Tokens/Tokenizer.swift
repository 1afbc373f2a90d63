/// Splits text into folded words, the same way when indexing, asking and highlighting.
///
///     Tokenizer.joined("Kue Bingka, H. Acil's™ 5kg").text   // "kue bingka h acils 5kg"
///
/// A word is a run of letters and digits. Case, diacritics and width are folded away; an apostrophe between two letters
/// disappears (`Qur'an`: `quran`); hyphens split; symbols and emoji are dropped. SQLite's unicode61 tokenizer cuts no
/// token (checked for every scalar up to U+1FFFF with SQLite 3.40; New Tai Lue vowels aside). Complexity: linear in the
/// bytes of the text; ASCII is folded byte by byte.
package enum Tokenizer {
    /// The tokens with the places they were read from, in the order of the text.
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

    /// The texts of the tokens alone.
    package static func words(of text: String) -> [String] {
        tokens(of: text).map(\.text)
    }

    /// The same tokens as one string with single spaces between them, and how many they are: what indexing stores.
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

    /// Folding makes no scalar more than twice as long, and each token but the last ends at a byte that is not written.
    static func capacity(for bytes: Int) -> Int {
        2 * bytes + 1
    }
}
