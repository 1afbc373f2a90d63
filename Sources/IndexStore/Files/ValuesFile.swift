import Geo
import IndexDefinition

/// `values.bin`, mapped: position, facet ordinals, kind, quality, field lengths and name rank of every document.
///
/// Ordinals are 0..<count. Reading one beyond that stops the program: check an ordinal from another file with
/// `contains`.
final class ValuesFile: Sendable {
    static let fieldCount = ValuesFormat.fieldCount
    /// Stands for "none" in the columns of regencies, districts and categories.
    static let none = ValuesFormat.none

    private let file: ColumnFile
    let count: Int
    /// Degrees; NaN if a document has no position, as in `latitudes`.
    let longitudes: Column<Double>
    let latitudes: Column<Double>
    let regencies: Column<UInt16>
    let districts: Column<UInt16>
    let categories: Column<UInt16>
    let kinds: Column<UInt8>
    let precisions: Column<UInt8>
    let qualities: Column<UInt8>
    /// The groups of the nouns that say what documents are; 0: unknown.
    let heads: Column<UInt8>
    /// Tokens of each field, one column a field.
    let lengths: [Column<UInt16>]
    /// The place of each document in the order of names.
    let nameRanks: Column<UInt32>
    private let lengthTotals: Column<UInt64>
    private let facets: [FacetField: FacetTable]

    /// - Throws: `.data` if the file is damaged or of another format, `.inputOutput` if it cannot be read.
    init(path: String) throws {
        let file = try ColumnFile(path: path, format: ValuesFormat.file)
        let count = file.counts[0]
        self.file = file
        self.count = count
        longitudes = try file.column(ValuesFormat.Column.longitude, of: Double.self, count: count)
        latitudes = try file.column(ValuesFormat.Column.latitude, of: Double.self, count: count)
        regencies = try file.column(ValuesFormat.Column.regency, of: UInt16.self, count: count)
        districts = try file.column(ValuesFormat.Column.district, of: UInt16.self, count: count)
        categories = try file.column(ValuesFormat.Column.category, of: UInt16.self, count: count)
        kinds = try file.column(ValuesFormat.Column.kind, of: UInt8.self, count: count)
        precisions = try file.column(ValuesFormat.Column.precision, of: UInt8.self, count: count)
        qualities = try file.column(ValuesFormat.Column.quality, of: UInt8.self, count: count)
        heads = try file.column(ValuesFormat.Column.head, of: UInt8.self, count: count)
        lengths = try ValuesFormat.Column.lengths.map { try file.column($0, of: UInt16.self, count: count) }
        nameRanks = try file.column(ValuesFormat.Column.nameRank, of: UInt32.self, count: count)
        lengthTotals = try file.column(ValuesFormat.Column.lengthTotals, of: UInt64.self, count: Self.fieldCount)
        facets = try Dictionary(
            uniqueKeysWithValues: ValuesFormat.facets.map { ($0, try FacetTable($0, from: file, path: path)) })
    }

    func contains(ordinal: Int) -> Bool {
        ordinal >= 0 && ordinal < count
    }

    /// Nil if the document has no position.
    func coordinate(at ordinal: Int) -> Coordinate? {
        let longitude = longitudes[ordinal]
        let latitude = latitudes[ordinal]
        return longitude.isNaN || latitude.isNaN ? nil : Coordinate(longitude: longitude, latitude: latitude)
    }

    func regency(at ordinal: Int) -> UInt16? { Self.some(regencies[ordinal]) }

    func district(at ordinal: Int) -> UInt16? { Self.some(districts[ordinal]) }

    func category(at ordinal: Int) -> UInt16? { Self.some(categories[ordinal]) }

    private static func some(_ value: UInt16) -> UInt16? {
        value == none ? nil : value
    }

    /// The values that the ordinals of a field number.
    func facetTable(_ field: FacetField) -> FacetTable { facets[field] ?? .kinds }

    /// The mean number of tokens in a field, over all documents; 0 if there are none.
    func averageLength(ofField field: Int) -> Double {
        count == 0 ? 0 : Double(lengthTotals[field]) / Double(count)
    }
}
