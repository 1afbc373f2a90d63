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

    private var entries: [[String]: Entry] = [:]
    private var longest = 1

    /// - Throws: TextAnalysisError (data) that names the line which cannot be read.
    init(files: [String: String]) throws(TextAnalysisError) {
        let columns = ["names", "kind", "province", "weak"]
        for (number, row) in try WordListReader(files: files).rows(in: Self.fileName, columns: columns) {
            guard ["", "weak"].contains(row[3]) else {
                throw .value(row[3], of: "weak", in: Self.fileName, number: number, expected: "weak or nothing")
            }
            let names = row[0].split(separator: ",").map { String($0).trimmedOfWhitespace }
            for name in names {
                let words = Tokenizer.words(of: name)
                guard !words.isEmpty, entries[words] == nil else { continue }
                entries[words] = Entry(name: names[0], needsMarker: row[3] == "weak")
                longest = max(longest, words.count)
            }
        }
    }

    /// The longest name that begins the words.
    func entry(in words: some Collection<String>) -> (length: Int, entry: Entry)? {
        let run = Array(words.prefix(longest))
        for length in stride(from: run.count, to: 0, by: -1) {
            if let entry = entries[Array(run.prefix(length))] { return (length, entry) }
        }
        return nil
    }
}
