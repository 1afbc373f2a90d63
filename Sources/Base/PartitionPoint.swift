extension Range<Int> {
    /// The first index that does not satisfy the predicate.
    ///
    /// Returns the upper bound if all satisfy it.
    ///
    /// The predicate must be true for a leading part of the range, and false for the rest.
    ///
    /// - Complexity: O(log n) calls of the predicate, where n is the length of the range.
    @inlinable
    package func partitionPoint(where isBefore: (Int) throws -> Bool) rethrows -> Int {
        var (low, high) = (lowerBound, upperBound)
        while low < high {
            let middle = low + (high - low) / 2
            if try isBefore(middle) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
