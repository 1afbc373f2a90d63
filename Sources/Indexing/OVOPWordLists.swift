import IndexDefinition
import TextAnalysis

/// The words of the rules of OVOP and of its product groups, folded once.
struct OVOPWordLists {
    /// A row of ovop-words.tsv.
    struct Line {
        let effect: OVOPWords.Effect
        let field: String
        private let position: OVOPWords.Position
        private let phrases: [[String]]

        init(_ words: OVOPWords) {
            effect = words.effect
            field = words.field
            position = words.position
            phrases = words.words.map(Tokenizer.words(of:))
        }

        /// The verdict of the rule if the words are found; nil if they do not decide alone.
        var verdict: OVOPVerdict? {
            switch effect {
            case .fulfilled: .fulfilled
            case .lacking: .lacking
            case .counted, .passedOver: nil
            }
        }

        func matches(_ text: String) -> Bool {
            let words = Tokenizer.words(of: text)
            return phrases.contains { phrase in
                switch position {
                case .start: words.starts(with: phrase)
                case .any: OVOPWordLists.contains(phrase, in: words)
                }
            }
        }
    }

    private struct Member {
        let group: String
        let categories: [String]
        let phrases: [[String]]
    }

    private let lines: [String: [Line]]
    private let members: [Member]

    init(_ table: OVOPTable) {
        lines = Dictionary(uniqueKeysWithValues: table.rules.map { ($0.name, $0.words.map(Line.init)) })
        members = table.members.map { group, member in
            Member(group: group, categories: member.categories, phrases: member.words.map(Tokenizer.words(of:)))
        }
    }

    /// The lines of a rule, in the order of the table.
    func lines(of rule: String) -> [Line] { lines[rule] ?? [] }

    /// The product group of a category and of folded texts; nil if none fits.
    func group(category: String, texts: [[String]]) -> String? {
        members.first { member in
            member.categories.contains(category)
                && (member.phrases.isEmpty
                    || member.phrases.contains { phrase in texts.contains { Self.contains(phrase, in: $0) } })
        }?.group
    }

    /// True if the text lists no second thing after a comma, a semicolon, a slash or "dan".
    static func namesOneThing(_ text: String) -> Bool {
        !text.contains { ",;/".contains($0) } && !Tokenizer.words(of: text).contains("dan")
    }

    /// The folded items of a list in a text, in their order.
    static func items(of list: String) -> [String] {
        list.split { ",;".contains($0) }.map { Tokenizer.joined(String($0)).text }.filter { !$0.isEmpty }
    }

    private static func contains(_ phrase: [String], in words: [String]) -> Bool {
        guard let first = phrase.first else { return false }
        return words.indices.contains { words[$0] == first && words[$0...].starts(with: phrase) }
    }
}
