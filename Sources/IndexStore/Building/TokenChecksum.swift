import Base

/// A checksum of terms by column and their counts that does not depend on any order, so that the text given and the
/// index made of it can be compared: Σ hash(term, column) · count, and the number of tokens in each column.
struct TokenChecksum: Hashable, Sendable {
    private(set) var sum: UInt64 = 0
    private(set) var totals: [Int]

    init(columns: Int) {
        totals = Array(repeating: 0, count: columns)
    }

    mutating func add(_ term: UnsafeBufferPointer<UInt8>, column: Int, count: Int) {
        sum &+= Self.hash(term[...], column: column) &* UInt64(truncatingIfNeeded: count)
        totals[column] += count
    }

    /// Adds the tokens of a text that are parted by one blank, and returns how many there are.
    mutating func add(tokens: String, column: Int) -> Int {
        var tokens = tokens
        let count = tokens.withUTF8 { bytes in
            var count = 0
            var start = 0
            while start < bytes.count {
                let end = bytes[start...].firstIndex(of: 0x20) ?? bytes.count
                if end > start {
                    sum &+= Self.hash(bytes[start..<end], column: column)
                    count += 1
                }
                start = end + 1
            }
            return count
        }
        totals[column] += count
        return count
    }

    /// FNV-1a, begun with the column and mixed at the end, so that sums of many hashes spread over all bits.
    private static func hash(_ term: Slice<UnsafeBufferPointer<UInt8>>, column: Int) -> UInt64 {
        var hash = FNV1a()
        hash.value ^= UInt64(column)
        hash.add(UnsafeBufferPointer(rebasing: term))
        return (hash.value ^ (hash.value >> 32)) &* 0x9E37_79B9_7F4A_7C15
    }

    /// The form in which the index keeps it.
    var text: String { ([String(sum, radix: 16)] + totals.map(String.init)).joined(separator: " ") }
}
