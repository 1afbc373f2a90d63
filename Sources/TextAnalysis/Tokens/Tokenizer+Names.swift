extension Tokenizer {
    /// True for a byte that ends a name in a list of names: a comma, semicolon, colon, slash, bracket or new line.
    ///
    ///     "kain katun, pewarna alami".utf8.split(whereSeparator: Tokenizer.endsName)   // two names
    package static func endsName(_ byte: UInt8) -> Bool {
        // A switch, because the set of these bytes would be hashed for every byte of a catalog.
        switch UnicodeScalar(byte) {
        case ",", ";", ":", "/", "(", ")", "[", "]", "\n": true
        default: false
        }
    }
}
