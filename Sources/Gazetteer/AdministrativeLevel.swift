/// The four levels of Indonesia's administration, from the largest to the smallest.
package enum AdministrativeLevel: Int, Comparable, CaseIterable, Sendable {
    case province
    case regency
    case district
    case village

    /// How many digits each level adds to a code: 63, 63.05, 63.05.02, 63.05.02.2005.
    var digitCount: Int { self == .village ? 4 : 2 }

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
