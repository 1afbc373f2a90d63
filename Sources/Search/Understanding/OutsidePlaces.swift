import TextAnalysis

/// Places outside the data, from `id/outside-places.tsv`: other provinces, regencies, cities and countries.
///
/// With them an answer can say that "sasirangan di Surabaya" asks for a place that the data do not have.
struct OutsidePlaces: Sendable {
    static let fileName = "id/outside-places.tsv"

    struct Entry: Sendable, Hashable {
        /// The official name.
        var name: String
        /// True if the name is also an everyday word or a place of the data: it needs a word such as "di" before it.
        var needsMarker: Bool
    }

    private var entries = PhraseTable<Entry>()

    /// - Throws: TextAnalysisError (data) that names the line which cannot be read.
    init(files: [String: String]) throws(TextAnalysisError) {
        let columns = ["names", "kind", "province", "weak"]
        for (number, row) in try WordListReader(files: files).rows(in: Self.fileName, columns: columns) {
            guard ["", "weak"].contains(row[3]) else {
                throw .value(row[3], of: "weak", in: Self.fileName, number: number, expected: "weak or nothing")
            }
            let names = row[0].split(separator: ",").map { String($0).trimmedOfWhitespace }
            for name in names {
                entries.add(Tokenizer.words(of: name), Entry(name: names[0], needsMarker: row[3] == "weak"))
            }
        }
    }

    /// The longest name that begins the words, and of how many words it is.
    func entry(in words: [String]) -> (length: Int, entry: Entry)? {
        entries.longest(in: words).map { ($0.length, $0.value) }
    }
}
