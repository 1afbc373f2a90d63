/// What the catalog holds, in figures: two states with the same figures hold, beyond reasonable doubt, the same content.
public struct CatalogState: Sendable, Hashable, Codable {
    /// One kind of rows.
    public struct Part: Sendable, Hashable, Codable {
        public var count: Int
        /// How many of them have a coordinate.
        public var placed: Int
        /// The sum of the content hashes, modulo 2^64; order does not matter.
        public var checksum: UInt64

        public init(count: Int = 0, placed: Int = 0, checksum: UInt64 = 0) {
            self.count = count
            self.placed = placed
            self.checksum = checksum
        }

        /// Counts one more row in.
        public mutating func add(contentHash: Int64, isPlaced: Bool) {
            count += 1
            placed += isPlaced ? 1 : 0
            checksum &+= UInt64(bitPattern: contentHash)
        }
    }

    public var regions = Part()
    public var villages = Part()
    public var sentra = Part()
    public var products = Part()
    public var formerNames = Part()
    /// The last batch that changed anything; nil in an empty catalog.
    public var lastBatchID: Int64?

    public init() {}
}
