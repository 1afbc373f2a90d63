/// What a document is: the three things that search returns.
///
///     DocumentKind(rawValue: "sentra")        // .sentra
///
/// Shape: the raw value is the word that users type and answers carry; `ordinal` is the number the index's files store.
package enum DocumentKind: String, CaseIterable, Sendable, Codable {
    case village, sentra, product

    /// The number stored for this kind in a generation's files.
    package var ordinal: UInt8 {
        switch self {
        case .village: 0
        case .sentra: 1
        case .product: 2
        }
    }

    /// The kind stored as `ordinal`, or nil where no kind has that number.
    package init?(ordinal: UInt8) {
        guard let kind = Self.allCases.first(where: { $0.ordinal == ordinal }) else { return nil }
        self = kind
    }
}
