import IndexDefinition

/// The first words of some documents, spread evenly over all, so that searches can later be held to finding them.
///
///     12 name anyaman purun
///
/// Shape: at most `limit` samples, whatever the number of documents: whenever there are more, every other one goes.
struct TokenSamples: Sendable, Hashable {
    struct Sample: Sendable, Hashable {
        var ordinal: Int
        var field: IndexField
        var words: [String]
    }

    private static let limit = 48
    private static let longest = 6

    private(set) var samples: [Sample] = []
    private var stride = 1

    init() {}

    mutating func add(_ tokens: [String], ordinal: Int) {
        guard ordinal % stride == 0 else { return }
        guard let field = IndexField.allCases.first(where: { !tokens[$0.rawValue].isEmpty }) else { return }
        let words = tokens[field.rawValue].split(separator: " ").prefix(Self.longest).map(String.init)
        samples.append(Sample(ordinal: ordinal, field: field, words: words))
        guard samples.count > Self.limit else { return }
        stride *= 2
        samples.removeAll { $0.ordinal % stride != 0 }
    }

    // MARK: Text

    var text: String {
        samples.map { "\($0.ordinal) \($0.field.queryName) \($0.words.joined(separator: " "))" }.joined(
            separator: "\n")
    }

    /// Nil if the text is not one of samples.
    init?(text: String) {
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: " ").map(String.init)
            guard parts.count > 2, let ordinal = Int(parts[0]), let field = IndexField(queryName: parts[1]) else {
                return nil
            }
            samples.append(Sample(ordinal: ordinal, field: field, words: Array(parts[2...])))
        }
    }
}
