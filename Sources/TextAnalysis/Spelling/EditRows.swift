/// The dynamic programming matrix of an edit distance.
///
/// Each letter of the other word adds a row.
///
/// - Complexity: `push` computes at most `2 * edits + 1` cells, those that the edits can reach.
struct EditRows {
    private let word: [UInt8]
    private let edits: Int
    private let budget: UInt16
    /// Number of cells in a row, including an unreachable one at each end.
    private let width: Int
    /// The cost of deleting each letter of the word.
    private let removals: [UInt16]
    /// For each row and each prefix of `word`, the cost of turning that prefix into the letters pushed so far.
    private var cells: [UInt16]
    private var letters: [UInt8] = []

    private static let unreachable: UInt16 = 30_000

    init(word: [UInt8], edits: Int) {
        self.word = word
        self.edits = edits
        budget = UInt16(EditDistance.budget(for: edits))
        width = word.count + 3
        removals = word.indices.map { EditCosts.insertion(word[$0], after: $0 > 0 ? word[$0 - 1] : nil) }
        cells = [UInt16](repeating: Self.unreachable, count: width * (word.count + edits + 2))
        cells[1] = 0
        for column in word.indices.prefix(edits) {
            cells[column + 2] = cells[column + 1] + removals[column]
        }
    }

    /// Number of letters pushed.
    var depth: Int { letters.count }

    /// The cost of turning the whole word into the letters pushed.
    ///
    /// Returns nil if it exceeds the budget.
    var cost: Int? {
        let cost = cells[depth * width + word.count + 1]
        return cost <= budget ? Int(cost) : nil
    }

    /// Adds a letter.
    ///
    /// Returns false if no word that begins with the letters pushed can be within the budget.
    ///
    /// After a result of false, no more letters may be pushed.
    mutating func push(_ letter: UInt8) -> Bool {
        letters.append(letter)
        let row = letters.count
        let first = max(0, row - edits)
        let last = min(word.count, row + edits)
        guard first <= last else { return false }
        let here = row * width + 1
        let above = here - width
        cells[here + first - 1] = Self.unreachable
        cells[here + last + 1] = Self.unreachable
        let inserted = EditCosts.insertion(letter, after: row > 1 ? letters[row - 2] : nil)
        var smallest = Self.unreachable
        for column in first...last {
            var cost = cells[above + column] + inserted
            if column > 0 {
                let substitution = EditCosts.substitution(word[column - 1], letter, isFirst: row == 1 && column == 1)
                cost = min(
                    cost, cells[above + column - 1] + substitution, cells[here + column - 1] + removals[column - 1])
                if isTransposition(row, column) {
                    cost = min(
                        cost,
                        cells[above - width + column - 2] + EditCosts.transposition(isFirst: row == 2 && column == 2))
                }
            }
            cells[here + column] = cost
            smallest = min(smallest, cost)
        }
        return smallest <= budget
    }

    private func isTransposition(_ row: Int, _ column: Int) -> Bool {
        guard row > 1, column > 1 else { return false }
        let own = word[column - 1]
        return own == letters[row - 2] && word[column - 2] == letters[row - 1] && own != letters[row - 1]
    }
}
