/// The matrix of an edit distance, row by row: one row for each letter of the other word, which may grow and shrink at its end.
///
/// Words that begin alike share their rows: walking a sorted vocabulary costs one row for each node of the trie it stands for.
/// Complexity: `push` computes only the cells that the budget can reach, at most `2 * edits + 1` and one.
struct EditRows {
    private let word: [UInt8]
    private let band: Int
    private let budget: UInt16
    private let width: Int
    /// Row after row, for each cell the cost of turning a prefix of `word` into the letters pushed so far.
    private var cells: [UInt16]
    private var letters: [UInt8] = []

    private static let unreachable: UInt16 = 60_000

    init(word: [UInt8], edits: Int) {
        self.word = word
        band = edits
        budget = UInt16(EditDistance.budget(for: edits))
        width = word.count + 1
        cells = [0]
        for column in 1..<max(width, 1) {
            let previous = column > 1 ? word[column - 2] : nil
            cells.append(cells[column - 1] + EditCosts.insertion(word[column - 1], after: previous))
        }
    }

    /// How many letters are pushed.
    var depth: Int { letters.count }

    /// The cost of turning the whole word into the letters pushed; nil when it is beyond the budget.
    var cost: Int? {
        let cost = cells[depth * width + word.count]
        return cost <= budget ? Int(cost) : nil
    }

    /// Forgets the letters after the first `depth`.
    mutating func pop(to depth: Int) {
        letters.removeLast(letters.count - depth)
        cells.removeLast(cells.count - (depth + 1) * width)
    }

    /// Adds a letter; false when nothing that begins with the letters pushed can be within the budget.
    mutating func push(_ letter: UInt8) -> Bool {
        let row = letters.count + 1
        let above = (row - 1) * width
        let previous = letters.last
        letters.append(letter)
        let inserted = EditCosts.insertion(letter, after: previous)
        var smallest = Self.unreachable
        for column in 0..<width {
            guard abs(column - row) <= band else {
                cells.append(Self.unreachable)
                continue
            }
            var cost = cells[above + column] + inserted
            if column > 0 {
                let own = word[column - 1]
                let removed = EditCosts.insertion(own, after: column > 1 ? word[column - 2] : nil)
                cost = min(cost, cells[above + column - 1] + EditCosts.substitution(own, letter, isFirst: row == 1 && column == 1))
                cost = min(cost, cells[row * width + column - 1] + removed)
                if column > 1, row > 1, own == previous, word[column - 2] == letter, own != letter {
                    cost = min(cost, cells[above - width + column - 2] + EditCosts.transposition(isFirst: row == 2 && column == 2))
                }
            }
            cells.append(min(cost, Self.unreachable))
            smallest = min(smallest, cost)
        }
        return smallest <= budget
    }
}
