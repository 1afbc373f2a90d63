extension Range<Int> {
    /// The first index that does not satisfy the predicate, which must hold for a leading part of the range; the upper
    /// bound where it holds for all.
    ///
    /// Complexity: O(log `count`) calls.
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
