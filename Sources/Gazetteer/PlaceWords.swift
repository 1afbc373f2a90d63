import TextAnalysis

/// The abbreviations and by-names in place names.
///
///     let words = try PlaceWords(files: IndexDefinition.analyzerFiles())
///
/// Shape of place-abbreviations.txt: abbreviation, word, and its position in a name (`first`, `later`, `any`). Shape of
/// place-bynames.txt: by-name, code or several codes with spaces between, and why. Columns are separated by tabs; `#`
/// begins a comment.
package struct PlaceWords: Sendable {
    package static let abbreviationsFile = "id/place-abbreviations.txt"
    package static let bynamesFile = "id/place-bynames.txt"

    /// The position in a name at which an abbreviation is read as its word.
    private enum Position: String {
        /// A word follows: "S. Jingah".
        case first
        /// A word stands before: "Amuntai Sel."
        case later
        case any
    }

    /// A by-name of a place.
    package struct Byname: Sendable {
        package let name: String
        /// One place, or several if the name covers them all.
        package let codes: [AdministrativeCode]
    }

    private let abbreviations: [String: (word: String, position: Position)]
    package let bynames: [Byname]

    /// No abbreviations and no by-names.
    package init() {
        abbreviations = [:]
        bynames = []
    }

    /// - Parameter files: the text of every file by its path within Index/Analyzers.
    /// - Throws: `TextAnalysisError` (data) that names the file and the line.
    package init(files: [String: String]) throws(TextAnalysisError) {
        let reader = WordListReader(files: files)
        abbreviations = try Self.abbreviations(reader)
        bynames = try Self.bynames(reader)
    }

    /// The word for an abbreviation at an index of a name of `count` words; nil if there is no abbreviation.
    package func writtenOut(_ word: String, at index: Int, of count: Int) -> String? {
        guard let entry = abbreviations[word] else { return nil }
        let fits =
            switch entry.position {
            case .any: true
            case .first: index == 0 && count > 1
            case .later: index > 0
            }
        return fits ? entry.word : nil
    }

    private static func abbreviations(_ reader: WordListReader) throws(TextAnalysisError)
        -> [String: (word: String, position: Position)]
    {
        var abbreviations: [String: (word: String, position: Position)] = [:]
        let columns = ["abbreviation", "word", "place"]
        for (number, values) in try reader.rows(in: abbreviationsFile, columns: columns) {
            guard let position = Position(rawValue: values[2]) else {
                throw .value(
                    values[2], of: columns[2], in: abbreviationsFile, number: number, expected: "first, later or any")
            }
            abbreviations[values[0]] = (values[1], position)
        }
        return abbreviations
    }

    private static func bynames(_ reader: WordListReader) throws(TextAnalysisError) -> [Byname] {
        var bynames: [Byname] = []
        for (number, values) in try reader.rows(in: bynamesFile, columns: ["by-name", "code", "why"]) {
            let written = values[1].split(separator: " ").map(String.init)
            let codes = written.compactMap(AdministrativeCode.init)
            guard !codes.isEmpty, codes.count == written.count else {
                throw .value(
                    values[1], of: "code", in: bynamesFile, number: number,
                    expected: "codes such as 63.05.04 with spaces between")
            }
            bynames.append(Byname(name: values[0], codes: codes))
        }
        return bynames
    }
}
