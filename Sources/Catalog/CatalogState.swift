/// What the catalog holds, in figures: two states with the same figures hold, beyond reasonable doubt, the same
/// content.
package struct CatalogState: Sendable, Hashable, Codable {
    /// One kind of rows.
    package struct Part: Sendable, Hashable, Codable {
        package var count: Int
        /// How many of them have a coordinate.
        package var placed: Int
        /// The sum of the content hashes, modulo 2^64; order does not matter.
        package var checksum: UInt64

        package init(count: Int = 0, placed: Int = 0, checksum: UInt64 = 0) {
            self.count = count
            self.placed = placed
            self.checksum = checksum
        }

        /// Counts one more row in.
        package mutating func add(contentHash: Int64, isPlaced: Bool) {
            count += 1
            placed += isPlaced ? 1 : 0
            checksum &+= UInt64(bitPattern: contentHash)
        }
    }

    package var regions = Part()
    package var villages = Part()
    package var sentra = Part()
    package var products = Part()
    package var formerNames = Part()
    /// The last batch that changed anything; nil in an empty catalog.
    package var lastBatchID: Int64?

    package init() {}
}
