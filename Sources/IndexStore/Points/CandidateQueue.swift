/// Nodes and places waiting to be looked at, the nearest first: a binary heap.
struct CandidateQueue {
    struct Candidate {
        let square: Double
        /// Level and index of a node, or ``pointMark`` and the place of a point among the slots of all leaves.
        let reference: UInt64

        init(square: Double, reference: UInt64) {
            self.square = square
            self.reference = reference
        }

        /// At the same distance nodes go before points, and points in the order of the leaves.
        @inline(__always)
        func precedes(_ other: Candidate) -> Bool {
            square < other.square || (square == other.square && reference < other.reference)
        }
    }

    static let pointMark: UInt64 = 1 << 63
    static let levelShift: UInt64 = 48

    private var items: [Candidate] = []

    init() {
        items.reserveCapacity(256)
    }

    mutating func push(_ candidate: Candidate) {
        items.append(candidate)
        items.withUnsafeMutableBufferPointer { items in
            var place = items.count - 1
            while place > 0 {
                let parent = (place - 1) / 2
                guard candidate.precedes(items[parent]) else { break }
                items[place] = items[parent]
                place = parent
            }
            items[place] = candidate
        }
    }

    mutating func pop() -> Candidate? {
        guard let first = items.first else { return nil }
        let last = items.removeLast()
        guard !items.isEmpty else { return first }
        items.withUnsafeMutableBufferPointer { items in
            var place = 0
            while true {
                var child = 2 * place + 1
                guard child < items.count else { break }
                if child + 1 < items.count, items[child + 1].precedes(items[child]) { child += 1 }
                guard items[child].precedes(last) else { break }
                items[place] = items[child]
                place = child
            }
            items[place] = last
        }
        return first
    }
}
