import TextAnalysis

/// Abbreviations in place names, from `id/place-abbreviations.txt`: "sei" for "sungai", "utr" for "utara".
///
/// Shape of the file: abbreviation, word, and where in a name it is read so (`first`, `later`, `any`), parted by tabs;
/// `#` begins a comment.
struct PlaceAbbreviations: Sendable {
    static let fileName = "id/place-abbreviations.txt"

    private struct Entry {
        var word: String
        var isReadFirst: Bool
        var isReadLater: Bool
    }

    private var entries: [String: Entry] = [:]

    /// Throws: TextAnalysisError (data) that names the line which cannot be read.
    init(files: [String: String]) throws(TextAnalysisError) {
        for (number, columns) in try WordListReader(files: files).rows(
            in: Self.fileName, columns: ["abbreviation", "word"])
        {
            let place = columns.count > 2 ? columns[2] : "any"
            guard ["first", "later", "any"].contains(place) else {
                throw .value(place, of: "place", in: Self.fileName, number: number, expected: "first, later or any")
            }
            entries[columns[0]] = Entry(word: columns[1], isReadFirst: place != "later", isReadLater: place != "first")
        }
    }

    /// The words with abbreviations written out, or nil where there are none.
    func expanded(_ words: [String]) -> [String]? {
        var isChanged = false
        let expanded = words.enumerated().map { index, word in
            guard let entry = entries[word], index == 0 ? entry.isReadFirst && words.count > 1 : entry.isReadLater
            else { return word }
            isChanged = true
            return entry.word
        }
        return isChanged ? expanded : nil
    }
}
