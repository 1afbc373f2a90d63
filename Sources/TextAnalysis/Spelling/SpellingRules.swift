/// Spelling substitutions: the reforms of 1947 and 1972, foreign words and informal writing.
enum SpellingRules {
    /// Each pair maps an old or informal spelling to the standard one.
    static let pairs: [(loose: String, plain: String)] = [
        ("dj", "j"), ("tj", "c"), ("nj", "ny"), ("sj", "sy"), ("oe", "u"), ("ch", "kh"), ("sy", "s"), ("kh", "k"),
        ("ph", "p"), ("f", "p"), ("v", "p"), ("dz", "z"), ("z", "j"), ("q", "k"), ("x", "ks"), ("iy", "i"),
        ("uw", "u"), ("kw", "ku"), ("th", "t"), ("dh", "d"), ("gh", "g"),
    ]

    /// Rules that are used only for unknown words, because the first spelling is correct in most words.
    ///
    /// Before 1972, j was written for y.
    static let doubtful: [(loose: String, plain: String)] = [("j", "y")]
}
