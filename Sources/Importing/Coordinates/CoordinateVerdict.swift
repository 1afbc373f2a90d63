import Geo

/// What is made of a row's position.
public struct CoordinateVerdict: Hashable, Sendable {
    /// The position to store; nil where it is refused, so that the row is placed by its names.
    public let coordinate: Coordinate?
    /// What there is to say; nil where the position was fine.
    public let finding: CoordinateFinding?
}

/// Why a position was repaired or refused.
public struct CoordinateFinding: Hashable, Sendable {
    public let cause: CoordinateCause
    public let written: WrittenPosition
    /// The place the row names, for people; nil where it names none.
    public internal(set) var claimed: String?
    /// How far the position as written is from that place's point; nil where either is unknown.
    public internal(set) var metres: Double?
    /// The village whose point is nearest to the position as written; nil where it is nowhere near any.
    public internal(set) var nearest: String?
    /// The reading taken where repaired; else readings that a person may choose from.
    public internal(set) var suggestions: [CoordinateSuggestion]
    public internal(set) var isRepaired: Bool

    public var key: String { cause.rawValue }
}

/// A reading of the numbers, and where it lands.
public struct CoordinateSuggestion: Hashable, Sendable {
    public let reading: CoordinateReading
    /// The village whose point is nearest to it.
    public let nearest: String?
    /// True where it lands where the row says it is.
    public let isWhereClaimed: Bool
}

public enum CoordinateCause: String, Hashable, Sendable, CaseIterable {
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
