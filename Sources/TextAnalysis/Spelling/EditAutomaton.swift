/// A bit-parallel automaton that accepts the words within 0, 1 or 2 edits of a word, one letter at a time.
///
/// Bit b of a state is set if the first b letters of the word, edited, equal the letters read. A step takes constant
/// time, whatever the length of the word. There is one state for each depth, so letters can be removed again.
/// Source: Wu and Manber, CACM 35 (1992). Transpositions: Hyyrö, Nordic Journal of Computing 10 (2003).
struct EditAutomaton {
    /// Maximum length of a word in bytes.
    ///
    /// Longer ones do not fit the 64 bits of a state.
    static let maxLength = 60

    /// The bits reached at one depth with no edit, one edit and two edits, and the letter read there.
    private struct State {
        var exact: UInt64
        var one: UInt64
        var two: UInt64
        /// The positions of the letter in the word.
        var mask: UInt64
    }

    private let masks: [UInt64]
    private let edits: Int
    private let whole: UInt64
    private let states: UnsafeMutableBufferPointer<State>
    private(set) var depth = 0

    /// Calls `body` with an automaton for the word.
    ///
    /// Its memory is valid during the call only.
    static func with<Result>(word: [UInt8], edits: Int, _ body: (inout EditAutomaton) -> Result) -> Result {
        withUnsafeTemporaryAllocation(of: State.self, capacity: word.count + edits + 2) { states in
            states.initialize(repeating: State(exact: 0, one: 0, two: 0, mask: 0))
            var automaton = EditAutomaton(word: word, edits: edits, states: states)
            return body(&automaton)
        }
    }

    private init(word: [UInt8], edits: Int, states: UnsafeMutableBufferPointer<State>) {
        var masks = [UInt64](repeating: 0, count: 256)
        for (index, letter) in word.enumerated() { masks[Int(letter)] |= 1 << UInt64(index + 1) }
        self.masks = masks
        self.edits = edits
        self.states = states
        whole = 1 << UInt64(word.count)
        states[0] = State(exact: 0b1, one: edits > 0 ? 0b11 : 0, two: edits > 1 ? 0b111 : 0, mask: 0)
    }

    /// Whether the letters read equal the whole word with at most `edits` edits.
    var isMatch: Bool {
        let state = states[depth]
        return (state.exact | state.one | state.two) & whole != 0
    }

    /// Removes the letters after the first `depth`.
    mutating func pop(to depth: Int) {
        self.depth = depth
    }

    /// Reads a letter.
    ///
    /// Returns false, and does not keep the letter, if no continuation can match.
    @inline(__always)
    mutating func push(_ letter: UInt8) -> Bool {
        guard depth + 1 < states.count else { return false }
        let last = states[depth]
        let mask = masks[Int(letter)]
        var next = State(exact: last.exact << 1 & mask, one: 0, two: 0, mask: mask)
        if edits > 0 {
            let before = depth > 0 ? states[depth - 1] : State(exact: 0, one: 0, two: 0, mask: 0)
            let exchanged = mask << 1 & last.mask
            next.one =
                last.one << 1 & mask | last.exact | last.exact << 1 | next.exact << 1 | before.exact << 2 & exchanged
            if edits > 1 {
                next.two = last.two << 1 & mask | last.one | last.one << 1 | next.one << 1 | before.one << 2 & exchanged
            }
        }
        guard (next.exact | next.one | next.two) & (whole << 1 &- 1) != 0 else { return false }
        depth += 1
        states[depth] = next
        return true
    }
}
