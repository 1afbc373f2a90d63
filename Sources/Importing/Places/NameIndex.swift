/// From the key of a name to the places that bear it: two sorted arrays, 12 bytes a name.
///
/// Complexity: O(log n) a look-up. Shape: places in the order of the gazetteer, none where the name is unknown.
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

    /// The places of that name that lie in the range.
    func places(named key: UInt64, in range: Range<Int>) -> [Int] {
        var found: [Int] = []
        var position = keys.partitioningIndex { $0 >= key }
        while position < keys.count, keys[position] == key {
            let place = Int(places[position])
            if range.contains(place) { found.append(place) }
            position += 1
        }
        return found
    }
}

extension Array {
    /// The first index whose element belongs to the second part, where all elements that do not come before all that
    /// do.
    func partitioningIndex(where belongsToSecond: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = low + (high - low) / 2
            if belongsToSecond(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
