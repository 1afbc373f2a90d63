/// Documents that stand at one point, to the last bit of its coordinates.
struct PointRun {
    let first: PointSlot
    let kinds: UInt8
    let documentCount: Int

    init(first: PointSlot, kinds: UInt8, documentCount: Int) {
        self.first = first
        self.kinds = kinds
        self.documentCount = documentCount
    }

    /// Calls `body` with the ordinals, ascending, until it returns false.
    func forEach(while body: (_ ordinal: Int) -> Bool) {
        var point = first
        while true {
            if point.kinds & kinds != 0, point.ordinal < documentCount, !body(point.ordinal) { return }
            guard let next = point.next, next.isAtSamePlace(as: first) else { return }
            point = next
        }
    }

    func isAtSamePlace(as other: PointRun) -> Bool { first.isAtSamePlace(as: other.first) }
}
