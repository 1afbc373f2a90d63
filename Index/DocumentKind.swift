/// The kind of a document.
///
///     DocumentKind(rawValue: "sentra")        // .sentra
///
/// The raw value is the word that users type and answers carry. Everything else is in `KindDescription`.
package enum DocumentKind: String, CaseIterable, Sendable, Codable {
    case village, sentra, product, outlet

    /// The description of the kind.
    package var description: KindDescription {
        switch self {
        case .village: .village
        case .sentra: .sentra
        case .product: .product
        case .outlet: .outlet
        }
    }

    /// The number stored for this kind in a generation's files.
    package var ordinal: UInt8 { description.ordinal }

    /// The kind stored as `ordinal`, or nil if no kind has that number.
    package init?(ordinal: UInt8) {
        guard let kind = Self.allCases.first(where: { $0.ordinal == ordinal }) else { return nil }
        self = kind
    }
}
