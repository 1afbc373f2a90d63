/// The ASCII spelling of Latin letters with diacritics and of Latin ligatures.
///
/// Source: compatibility decompositions of the Unicode Character Database, without combining marks. Letters without a
/// decomposition (`ø`, `ß`, `đ`) have their usual ASCII spelling.
enum LatinFolding {
    /// The folded spelling.
    ///
    /// Returns nil if the scalar is not such a letter.
    static func text(for scalar: Unicode.Scalar) -> String? {
        let text: String
        switch scalar.value {
        case 0x00C0...0x024F: text = latin[Int(scalar.value - 0x00C0)]
        case 0x1E00...0x1EFF: text = additional[Int(scalar.value - 0x1E00)]
        case 0xFB00...0xFB06: text = ligatures[Int(scalar.value - 0xFB00)]
        default: return nil
        }
        return text == "-" ? nil : text
    }

    /// U+00C0 to U+024F.
    ///
    /// A hyphen means that the letter has no ASCII spelling.
    private static let latin = words(
        """
        a a a a a a ae c e e e e i i i i d n o o o o o - o u u u u y th ss a a a a a a ae c e e e e i i i i d n o o o \
        o o - o u u u u y th y a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g h h h h i i i i \
        i i i i i i ij ij j j k k k l l l l l l l l l l n n n n n n n ng ng o o o o o o oe oe r r r r r r s s s s s s \
        s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s - - - - - - - - - - - - - - - - - - - - - - - \
        - - - - - - - - - o o - - - - - - - - - - - - - u u - - - - - - - - - - - - - - - - - - - dz dz dz lj lj lj nj \
        nj nj a a i i o o u u u u u u u u u u - a a a a ae ae - - g g k k o o o o - - j dz dz dz g g - - n n a a ae ae \
        o o a a a a e e e e i i i i o o o o r r r r u u u u s s t t - - h h - - - - - - a a e e o o o o o o o o y y - \
        - - - - - - - - - - - - - - - - - - - - - - - - - - -
        """)

    /// U+1E00 to U+1EFF.
    private static let additional = words(
        """
        a a b b b b b b c c d d d d d d d d d d e e e e e e e e e e f f g g h h h h h h h h h h i i i i k k k k k k l \
        l l l l l l l m m m m m m n n n n n n n n o o o o o o o o p p p p r r r r r r r r s s s s s s s s s s t t t t \
        t t t t u u u u u u u u u u v v v v w w w w w w w w w w x x x x y y z z z z z z h t w y a s - - ss - a a a a a \
        a a a a a a a a a a a a a a a a a a a e e e e e e e e e e e e e e e e i i i i o o o o o o o o o o o o o o o o \
        o o o o o o o o u u u u u u u u u u u u u u y y y y y y y y - - - - - -
        """)

    /// U+FB00 to U+FB06.
    private static let ligatures = words("ff fi fl ffi ffl st st")

    private static func words(_ text: String) -> [String] {
        text.split(separator: " ").map(String.init)
    }
}
