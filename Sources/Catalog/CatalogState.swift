/// What the catalog holds, in figures: two states with the same figures hold, beyond reasonable doubt, the same
/// content.
package struct CatalogState: Sendable, Hashable {
    /// The rows of one kind.
    package struct Part: Sendable, Hashable {
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

    private var parts: [ImportKind: Part] = [:]
    /// The last batch that changed anything; nil in an empty catalog.
    package var lastBatchID: Int64?

    package init() {}

    package subscript(kind: ImportKind) -> Part {
        get { parts[kind, default: Part()] }
        set { parts[kind] = newValue == Part() ? nil : newValue }
    }
}
