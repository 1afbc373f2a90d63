import IndexDefinition

/// The layout of `values.bin`: what search must know of every document without opening it, one column a value.
enum ValuesFormat {
    static let file = ColumnFileFormat(magic: "BANUAVAL", version: 4)
    static let fieldCount = IndexField.allCases.count

    enum Column {
        static let longitude = "longitud"
        static let latitude = "latitude"
        static let regency = "regency"
        static let district = "district"
        static let category = "category"
        static let kind = "kind"
        static let precision = "precisn"
        static let quality = "quality"
        static let head = "headnoun"
        static let lengths = (0..<fieldCount).map { "length\($0)" }
        static let nameRank = "namerank"
        static let lengthTotals = "lentotal"
    }

    /// Stands for "none" in the regency, district and category columns.
    static let none = UInt16.max
    /// Stands for "no position" in the precision column.
    static let noPrecision = UInt8.max

    /// The fields that documents are filtered and counted by; each has a column of values and one of labels.
    static let facets: [FacetField] = [.regency, .district, .category]

    static func facetColumns(_ field: FacetField) -> (values: StringColumnNames, labels: StringColumnNames) {
        let letter = field.rawValue.prefix(1)
        return (
            StringColumnNames(bytes: "\(letter)valtext", offsets: "\(letter)valoffs"),
            StringColumnNames(bytes: "\(letter)labtext", offsets: "\(letter)laboffs")
        )
    }
}

/// What is kept of one document for filters, scores and sorting.
struct DocumentValues: Sendable, Hashable {
    var longitude: Double
    var latitude: Double
    var regency: UInt16?
    var district: UInt16?
    var category: UInt16?
    var kind: UInt8
    /// How precisely the position is known; nil for a document without a position.
    var precision: PositionPrecision?
    /// 0...255, larger is better.
    var quality: UInt8
    /// The group of the noun that says what the document is; 0 if none is known.
    var headGroup: UInt8
    /// Tokens in each field, in the order of the index definition; more than 65,535 count as 65,535.
    var lengths: [Int]

    /// A document without a position has NaN for both coordinates.
    init(
        longitude: Double = .nan, latitude: Double = .nan, regency: UInt16? = nil, district: UInt16? = nil,
        category: UInt16? = nil,
        kind: UInt8, precision: PositionPrecision? = nil, quality: UInt8 = 0, headGroup: UInt8 = 0, lengths: [Int] = []
    ) {
        self.longitude = longitude
        self.latitude = latitude
        self.regency = regency
        self.district = district
        self.category = category
        self.kind = kind
        self.precision = precision
        self.quality = quality
        self.headGroup = headGroup
        self.lengths = lengths
    }
}
