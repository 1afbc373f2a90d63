/// Guesses the language of free text in the data, so that a page can mark it and a screen reader can pronounce it.
enum WrittenLanguage {
    /// Frequent function words of each language.
    ///
    /// The first language wins if no other has more words in a text.
    private static let functionWords: [(code: String, words: Set<String>)] = [
        (
            "id",
            [
                "dan", "di", "yang", "dengan", "untuk", "dari", "ke", "oleh", "pada", "adalah", "sudah", "belum",
                "tidak", "juga", "kelompok", "desa", "kecamatan", "kabupaten", "warga", "pengrajin", "perajin",
                "dijual", "sekitar", "orang", "buah", "usaha", "atau",
            ]
        ),
        (
            "en",
            [
                "the", "of", "and", "with", "for", "to", "from", "is", "are", "was", "in", "by", "on", "an", "a",
                "some", "only", "about", "one", "at", "said", "sold", "made", "group", "makers", "weavers", "village",
                "district", "named", "also", "not", "per", "as",
            ]
        ),
    ]

    /// The code of the language whose function words are most frequent in the text.
    static func code(of text: String) -> String {
        let words = text.lowercased().split { !$0.isLetter }.map(String.init)
        var best = (code: "id", count: -1)
        for language in functionWords {
            let count = words.count(where: language.words.contains)
            if count > best.count { best = (language.code, count) }
        }
        return best.code
    }
}
