/// Letters that the spelling reforms of 1947 and 1972, foreign words and loose writing put for each other.
enum SpellingRules {
    /// Written so, and written otherwise; the first of each pair is what a key holds no longer.
    static let pairs: [(loose: String, plain: String)] = [
        ("dj", "j"), ("tj", "c"), ("nj", "ny"), ("sj", "sy"), ("oe", "u"), ("ch", "kh"), ("sy", "s"), ("kh", "k"),
        ("ph", "p"), ("f", "p"),
        ("v", "p"), ("dz", "z"), ("z", "j"), ("q", "k"), ("x", "ks"), ("iy", "i"), ("uw", "u"), ("kw", "ku"),
        ("th", "t"), ("dh", "d"),
        ("gh", "g"),
    ]

    /// Spellings that are looked for only where a word is not known as it is, for each is right in most words: before
    /// 1972, j was y.
    static let doubtful: [(loose: String, plain: String)] = [("j", "y")]
}
