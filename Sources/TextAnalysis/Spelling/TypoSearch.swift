/// Finds the terms of a sorted vocabulary that a word may be a mistyping of, walking it as the trie it stands for.
///
///     var search = TypoSearch(word: "sasringan", edits: 2)
///     search.forEachMatch(prefixLengths: lengths, term: bytes) { index, cost in ... }
///
/// Complexity: a row of a few cells for each trie node that is still within reach; subtrees out of reach are passed over at the speed of
/// reading one byte a term.
public struct TypoSearch {
    private var rows: EditRows
    private let isPrefix: Bool
    private let budget: Int
    private let isPossible: Bool
    /// For prefixes: the least cost of the word against any beginning of the letters pushed, by how many are pushed.
    private var prefixCosts: [Int]

    /// - Parameters:
    ///   - edits: as `EditDistance.allowedEdits(for:)` says, or fewer.
    ///   - isPrefix: finds the terms that begin with something like the word.
    public init(word: String, edits: Int, isPrefix: Bool = false) {
        let bytes = Array(word.utf8)
        rows = EditRows(word: bytes, edits: edits)
        self.isPrefix = isPrefix
        budget = EditDistance.budget(for: edits)
        isPossible = !bytes.isEmpty && bytes.count <= 200
        prefixCosts = [rows.cost ?? Int.max]
    }

    /// Calls `body` with each term within the budget, in the order of the vocabulary, and its cost: 0 for the word itself.
    ///
    /// - Parameters:
    ///   - prefixLengths: for each term, how many bytes it shares with the one before; 0 for the first, at most 255.
    ///   - term: the bytes of a term.
    public mutating func forEachMatch(
        prefixLengths: UnsafeBufferPointer<UInt8>, term: (Int) -> UnsafeBufferPointer<UInt8>, _ body: (_ index: Int, _ cost: Int) -> Void
    ) {
        guard isPossible else { return }
        var index = 0
        while index < prefixLengths.count {
            if let cost = walk(to: term(index), sharing: Int(prefixLengths[index])) {
                if cost <= budget { body(index, cost) }
                index += 1
            } else {
                index = Self.firstIndex(below: rows.depth, in: prefixLengths, after: index)
            }
        }
    }

    /// Pushes what the term does not share with the one before; nil when no term beginning with the letters pushed can match.
    private mutating func walk(to term: UnsafeBufferPointer<UInt8>, sharing prefix: Int) -> Int? {
        pop(to: min(prefix, rows.depth))
        while rows.depth < term.count {
            let isAlive = rows.push(term[rows.depth])
            if isPrefix {
                prefixCosts.append(min(prefixCosts[rows.depth - 1], isAlive ? rows.cost ?? Int.max : Int.max))
                if !isAlive { return prefixCosts[rows.depth] <= budget ? settle(term) : nil }
            } else if !isAlive {
                return nil
            }
        }
        return isPrefix ? prefixCosts[rows.depth] : rows.cost ?? Int.max
    }

    /// A term whose beginning matches, and whose further letters no longer matter.
    private mutating func settle(_ term: UnsafeBufferPointer<UInt8>) -> Int {
        let cost = prefixCosts[rows.depth]
        pop(to: rows.depth - 1)
        return cost
    }

    private mutating func pop(to depth: Int) {
        rows.pop(to: depth)
        if isPrefix { prefixCosts.removeLast(prefixCosts.count - depth - 1) }
    }

    /// The first term after `index` that shares fewer than `length` bytes with the one before it, or the count.
    private static func firstIndex(below length: Int, in lengths: UnsafeBufferPointer<UInt8>, after index: Int) -> Int {
        let limit = UInt8(clamping: length)
        let bytes = UnsafeRawBufferPointer(lengths)
        var next = index + 1
        while next + 32 <= lengths.count {
            let block = bytes.loadUnaligned(fromByteOffset: next, as: SIMD32<UInt8>.self)
            if any(block .< SIMD32(repeating: limit)) { break }
            next += 32
        }
        while next < lengths.count, lengths[next] >= limit { next += 1 }
        return next
    }
}
