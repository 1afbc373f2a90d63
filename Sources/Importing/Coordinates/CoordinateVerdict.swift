import Geo

/// What is made of a row's position.
package struct CoordinateVerdict: Hashable, Sendable {
    /// The position to store; nil where it is refused, so that the row is placed by its names.
    package let coordinate: Coordinate?
    /// What there is to say; nil where the position was fine.
    package let finding: CoordinateFinding?
}

/// Why a position was repaired or refused.
package struct CoordinateFinding: Hashable, Sendable {
    package let cause: CoordinateCause
    package let written: WrittenPosition
    /// The place the row names, for people; nil where it names none.
    package internal(set) var claimed: String?
    /// How far the position as written is from that place's point; nil where either is unknown.
    package internal(set) var metres: Double?
    /// The village whose point is nearest to the position as written; nil where it is nowhere near any.
    package internal(set) var nearest: String?
    /// The reading taken where repaired; else readings that a person may choose from.
    package internal(set) var suggestions: [CoordinateSuggestion]
    package internal(set) var isRepaired: Bool

    package var key: String { cause.rawValue }
}

/// A reading of the numbers, and where it lands.
package struct CoordinateSuggestion: Hashable, Sendable {
    package let reading: CoordinateReading
    /// The village whose point is nearest to it.
    package let nearest: String?
    /// True where it lands where the row says it is.
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
    /// Several readings land where the row says it is.
    case ambiguous
    case nullIsland = "null-island"
    case outOfRange = "out-of-range"
    /// Nowhere near any place of the gazetteer.
    case outside
    /// Near places of the gazetteer, but not the one the row names.
    case farFromPlace = "far-from-place"

    /// What reading the numbers so would mean.
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
