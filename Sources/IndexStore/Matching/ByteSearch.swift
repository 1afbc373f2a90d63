/// Finds a short run of bytes in longer ones.
///
/// Source: R. N. Horspool, "Practical fast searching in strings", Software: Practice and Experience 10 (1980).
struct ByteSearch {
    let wanted: [UInt8]
    /// How far the search may move on from a place whose last byte is this one.
    private let shifts: [Int]

    init(_ wanted: some Sequence<UInt8>) {
        self.wanted = Array(wanted)
        var shifts = [Int](repeating: max(1, self.wanted.count), count: 256)
        for (index, byte) in self.wanted.dropLast().enumerated() { shifts[Int(byte)] = self.wanted.count - 1 - index }
        self.shifts = shifts
    }

    /// Where the first occurrence from a place on ends; nil if there is none, or nothing is wanted.
    ///
    /// - Complexity: O(bytes / wanted bytes) mostly, O(bytes * wanted bytes) at worst.
    func end(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        guard let last = wanted.last, start >= 0 else { return nil }
        return shifts.withUnsafeBufferPointer { shifts in
            var end = start + wanted.count
            while end <= bytes.count {
                let byte = bytes[end - 1]
                if byte == last, wanted.elementsEqual(bytes[(end - wanted.count)..<end]) { return end }
                end += shifts[Int(byte)]
            }
            return nil
        }
    }
}
