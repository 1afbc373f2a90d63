/// The tables of abbreviations and by-names that place names are read with.
///
///     PlaceWords(abbreviations: "sei\tsungai\tany", bynames: "Rantau\t63.05.04\tcapital of Tapin")
///
/// Shape: one record a line, columns parted by tabs; lines that start with # and lines with fewer columns are passed
/// over. Source: Index/Analyzers/id/place-abbreviations.txt and place-bynames.txt.
package struct PlaceWords: Sendable {
    /// Where in a name an abbreviation stands for its word.
    enum Position: String, Sendable {
        /// A word follows: "S. Jingah".
        case first
        /// A word stands before: "Amuntai Sel."
        case later
        case any
    }

    struct Abbreviation: Sendable {
        let word: String
        let position: Position
    }

    struct ByName: Sendable {
        let name: String
        let codes: [String]
    }

    let abbreviations: [String: Abbreviation]
    let bynames: [ByName]

    package init(abbreviations: String = "", bynames: String = "") {
        var words: [String: Abbreviation] = [:]
        for columns in Self.records(abbreviations) {
            guard columns.count > 2, let position = Position(rawValue: columns[2]) else { continue }
            words[columns[0]] = Abbreviation(word: columns[1], position: position)
        }
        self.abbreviations = words
        self.bynames = Self.records(bynames).compactMap { columns in
            columns.count < 2 ? nil : ByName(name: columns[0], codes: columns[1].split(separator: " ").map(String.init))
        }
    }

    private static func records(_ text: String) -> [[String]] {
        text.split(whereSeparator: \.isNewline)
            .filter { !$0.hasPrefix("#") }
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    }
}
