import Base

/// A map from the key of a name to the places that have it: two sorted arrays, 12 bytes a name.
///
/// Complexity: O(log n) a look-up.
struct NameIndex: Sendable {
    private var keys: [UInt64] = []
    private var places: [Int32] = []

    init(_ names: [(key: UInt64, place: Int)]) {
        let sorted = names.sorted { ($0.key, $0.place) < ($1.key, $1.place) }
        keys.reserveCapacity(sorted.count)
        places.reserveCapacity(sorted.count)
        for name in sorted where keys.last != name.key || places.last != Int32(name.place) {
            keys.append(name.key)
            places.append(Int32(name.place))
        }
    }

    /// The indexes of the places with that key, in order; none if the key is unknown.
    func places(of key: UInt64) -> [Int] {
        let start = keys.indices.partitionPoint { keys[$0] < key }
        return keys[start...].prefix { $0 == key }.indices.map { Int(places[$0]) }
    }
}
