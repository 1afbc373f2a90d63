/// One point of a leaf of `points.bin`.
struct PointSlot {
    let leaf: UnsafeRawPointer
    let slot: Int

    init(leaf: UnsafeRawPointer, slot: Int) {
        self.leaf = leaf
        self.slot = slot
    }

    var ordinal: Int { Int(leaf.load(fromByteOffset: PointsFormat.leafOrdinals + 4 * slot, as: UInt32.self)) }

    /// The bit of its kind; 0 in a slot that holds no point.
    var kinds: UInt8 { leaf.load(fromByteOffset: PointsFormat.leafKinds + slot, as: UInt8.self) }

    var next: PointSlot? { slot + 1 < PointsFormat.fanOut ? PointSlot(leaf: leaf, slot: slot + 1) : nil }
    var previous: PointSlot? { slot > 0 ? PointSlot(leaf: leaf, slot: slot - 1) : nil }

    /// True if both have the same coordinates, to the last bit.
    func isAtSamePlace(as other: PointSlot) -> Bool {
        bits(0) == other.bits(0) && bits(1) == other.bits(1) && bits(2) == other.bits(2)
    }

    func bits(_ axis: Int) -> UInt64 {
        leaf.load(fromByteOffset: 8 * (axis * PointsFormat.fanOut + slot), as: UInt64.self)
    }
}
