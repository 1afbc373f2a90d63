/// Tells English from Indonesian in the free text of the data, so that a page can say so and a screen reader can
/// pronounce it.
enum WrittenLanguage {
    private static let english: Set = [
        "the", "of", "and", "with", "for", "to", "from", "is", "are", "was", "in", "by", "on", "an", "a", "some",
        "only", "about", "one",
        "at", "said",
        "sold", "made", "group", "makers", "weavers", "village", "district", "named", "also", "not", "per", "as",
    ]
    private static let indonesian: Set = [
        "dan", "di", "yang", "dengan", "untuk", "dari", "ke", "oleh", "pada", "adalah", "sudah", "belum", "tidak",
        "juga", "kelompok",
        "desa",
        "kecamatan", "kabupaten", "warga", "pengrajin", "perajin", "dijual", "sekitar", "orang", "buah", "usaha",
        "atau",
    ]

    /// Whether a text reads as English: more of its words are English function words than Indonesian ones.
    static func isEnglish(_ text: String) -> Bool {
        let words = text.lowercased().split { !$0.isLetter }.map(String.init)
        return words.count(where: english.contains) > words.count(where: indonesian.contains)
    }
}
