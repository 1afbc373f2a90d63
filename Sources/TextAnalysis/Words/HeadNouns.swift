/// Words that say what a thing is, from `id/nouns.tsv`: "kain" in "kain sasirangan", "bag" in "sasirangan bag".
///
///     nouns.group(of: ["tas", "kain"])            // that of bags: in Indonesian the first noun is the head
///     nouns.group(of: ["sasirangan", "bag"])      // that of bags: in English the last noun is the head
///
/// Words of one group name similar things. Groups are numbered from 1 in the order of the file.
package struct HeadNouns: Sendable {
    static let fileName = "id/nouns.tsv"

    private struct Entry {
        var group: UInt8
        var isEnglish: Bool
    }

    private var entries: [String: Entry] = [:]
    /// English words after which no head follows: "a fan of sasirangan".
    private static let ends: Set<String> = ["of", "for", "from", "with", "made", "in"]

    /// Reads the table.
    ///
    /// - Throws: `TextAnalysisError` (data) that names the line which cannot be read.
    package init(files: [String: String]) throws(TextAnalysisError) {
        var numbers: [String: UInt8] = [:]
        let columns = ["word", "group", "language"]
        for (number, row) in try WordListReader(files: files).rows(in: Self.fileName, columns: columns) {
            guard ["id", "en"].contains(row[2]) else {
                throw .value(row[2], of: "language", in: Self.fileName, number: number, expected: "id or en")
            }
            guard let group = numbers[row[1]] ?? UInt8(exactly: numbers.count + 1) else {
                throw .value(row[1], of: "group", in: Self.fileName, number: number, expected: "at most 255 groups")
            }
            numbers[row[1]] = group
            let words = Tokenizer.words(of: row[0])
            if words.count == 1 { entries[words[0]] = Entry(group: group, isEnglish: row[2] == "en") }
        }
    }

    /// The group of the head noun of folded words; nil if none of them is listed.
    package func group(of words: [String]) -> UInt8? {
        let nouns = words.prefix { !Self.ends.contains($0) }.compactMap { entries[$0] }
        return (nouns.last { $0.isEnglish } ?? nouns.first)?.group
    }
}
