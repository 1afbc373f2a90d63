import IndexDefinition

/// The layout of `values.bin`: what search must know of every document without opening it, one column a value.
enum ValuesFormat {
    static let file = ColumnFileFormat(magic: "BANUAVAL", version: 1)
    static let fieldCount = IndexField.allCases.count

    enum Column {
        static let longitude = "longitud"
        static let latitude = "latitude"
        static let regency = "regency"
        static let district = "district"
        static let category = "category"
        static let kind = "kind"
        static let prior = "prior"
        static let lengths = (0..<fieldCount).map { "length\($0)" }
        static let nameRank = "namerank"
        static let nameOrder = "nameordr"
        static let lengthTotals = "lentotal"
    }

    /// Stands for "none" in the regency, district and category columns.
    static let none = UInt16.max
}

/// What is kept of one document for filters, scores and sorting.
package struct DocumentValues: Sendable, Hashable {
    package var longitude: Double
    package var latitude: Double
    package var regency: UInt16?
    package var district: UInt16?
    package var category: UInt16?
    package var kind: UInt8
    /// 0...255, larger is better.
    package var prior: UInt8
    /// Tokens in each field, in the order of the index definition; more than 65,535 count as 65,535.
    package var lengths: [Int]

    /// A document without a position has NaN for both coordinates.
    package init(
        longitude: Double = .nan, latitude: Double = .nan, regency: UInt16? = nil, district: UInt16? = nil,
        category: UInt16? = nil,
        kind: UInt8, prior: UInt8 = 0, lengths: [Int] = []
    ) {
        self.longitude = longitude
        self.latitude = latitude
        self.regency = regency
        self.district = district
        self.category = category
        self.kind = kind
        self.prior = prior
        self.lengths = lengths
    }
}
