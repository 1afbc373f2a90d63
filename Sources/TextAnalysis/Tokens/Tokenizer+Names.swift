extension Tokenizer {
    private static let nameEnds = Set(",;:/()[]\n".utf8)

    /// True for a byte that ends a name in a list of names: a comma, semicolon, colon, slash, bracket or new line.
    ///
    ///     "kain katun, pewarna alami".utf8.split(whereSeparator: Tokenizer.endsName)   // two names
    package static func endsName(_ byte: UInt8) -> Bool { nameEnds.contains(byte) }
}
