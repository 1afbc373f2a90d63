/// A code or name that an area had before, so that it is still found by it.
///
/// At least one of `formerCode` and `formerName` is there. Dates are years, months or days as far as known:
/// "2008", "2008-07", "2008-07-17".
package struct FormerName: Sendable, Hashable {
    /// The area's present code: a region's or a village's.
    package var code: String
    package var formerCode: String?
    package var formerName: String?
    package var validFrom: String?
    /// The last date at which it is known to have held.
    package var validUntil: String?
    /// Who says so.
    package var source: String?

    package init(
        code: String, formerCode: String? = nil, formerName: String? = nil, validFrom: String? = nil,
        validUntil: String? = nil,
        source: String? = nil
    ) {
        self.code = code
        self.formerCode = formerCode
        self.formerName = formerName
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.source = source
    }
}

extension FormerName: CatalogRecord {
    package static let table = RecordTable(.formerNames, idColumn: "key")
    package static let blank = FormerName(code: "")

    /// One area, one code and one name it had: stated again, its dates and source are replaced.
    package var key: String { "\(code)|\(formerCode ?? "")|\(formerName ?? "")" }

    package mutating func visitColumns<Visitor: ColumnVisitor>(_ visit: inout Visitor) throws(Visitor.Failure) {
        var key = key
        try visit("key", &key)
        try visit("code", &code)
        try visit("former_code", &formerCode)
        try visit("former_name", &formerName)
        try visit("valid_from", &validFrom)
        try visit("valid_until", &validUntil)
        try visit("source", &source)
    }

    /// Where a former name came from is not kept in memory.
    package var origin: RowOrigin? {
        get { nil }
        set { _ = newValue }
    }

    package var positionSource: PositionSource? { nil }
}
