import Geo

/// The result of checking the position of a row.
package struct CoordinateVerdict: Hashable, Sendable {
    /// The position to store.
    ///
    /// Nil if it was rejected; then the names of the row determine its position.
    package let coordinate: Coordinate?
    /// The problem of the position.
    ///
    /// Nil if it was correct.
    package let finding: CoordinateFinding?
}

/// The reason why a position was repaired or rejected.
package struct CoordinateFinding: Hashable, Sendable {
    package let cause: CoordinateCause
    package let written: WrittenPosition
    /// The label of the place that the row names.
    ///
    /// Nil if it names none.
    package internal(set) var claimed: String?
    /// The distance in metres between the written position and that place.
    ///
    /// Nil if either is unknown.
    package internal(set) var metres: Double?
    /// The village nearest to the written position.
    ///
    /// Nil if no village is near.
    package internal(set) var nearest: String?
    /// The reading that was used for a repair, or else readings to choose from.
    package internal(set) var suggestions: [CoordinateSuggestion]
    package internal(set) var isRepaired: Bool

    package var key: String { cause.rawValue }
}

/// A possible reading of the numbers, with its location.
package struct CoordinateSuggestion: Hashable, Sendable {
    package let reading: CoordinateReading
    /// The village nearest to the reading.
    package let nearest: String?
    /// Whether the reading is plausible for the place that the row names.
    package let isWhereClaimed: Bool
}

package enum CoordinateCause: String, Hashable, Sendable, CaseIterable {
    case swapped
    case minusLost = "minus-lost"
    case swappedAndMinusLost = "swapped-and-minus-lost"
    case minusAdded = "minus-added"
    case separatorLost = "separator-lost"
    case degreesForMetres = "degrees-for-metres"
    case metresWithoutCRS = "metres-without-crs"
    case otherCRS = "other-crs"
    /// Several readings are plausible for the place that the row names.
    case ambiguous
    case nullIsland = "null-island"
    case outOfRange = "out-of-range"
    /// Far from every place of the gazetteer.
    case outside
    /// Near places of the gazetteer, but not the one that the row names.
    case farFromPlace = "far-from-place"

    /// The cause for a combination of mistakes.
    init(_ mistakes: CoordinateReading.Mistakes) {
        if mistakes.contains(.otherCRS) {
            self = .otherCRS
        } else if mistakes.contains(.degreesForMetres) {
            self = .degreesForMetres
        } else if mistakes.contains(.separatorLost) {
            self = .separatorLost
        } else if mistakes.contains([.swapped, .minusLost]) {
            self = .swappedAndMinusLost
        } else if mistakes.contains(.swapped) {
            self = .swapped
        } else {
            self = mistakes.contains(.minusLost) ? .minusLost : .minusAdded
        }
    }
}
