/// The four levels of Indonesia's administration, from the largest to the smallest.
///
///     PlaceLevel(code: "63.05.04")      // .district
package enum PlaceLevel: Int, Comparable, CaseIterable, Sendable {
    case province
    case regency
    case district
    case village

    /// The level a dotted code stands for, nil where it is none: 2, 2.2, 2.2.2 or 2.2.2.4 digits.
    package init?(code: String) {
        switch code.utf8.count {
        case 2: self = .province
        case 5: self = .regency
        case 8: self = .district
        case 13: self = .village
        default: return nil
        }
    }

    /// The length of a dotted code of this level.
    var codeLength: Int {
        switch self {
        case .province: 2
        case .regency: 5
        case .district: 8
        case .village: 13
        }
    }

    package static func < (left: PlaceLevel, right: PlaceLevel) -> Bool { left.rawValue < right.rawValue }
}
