import Geo

/// A province, regency, city or district, by its code.
package struct Region: Sendable, Hashable {
    package var code: String
    package var name: String
    package var kind: RegionKind
    /// The region it belongs to; nil for a province.
    package var parentCode: String?
    package var coordinate: Coordinate?
    /// How far an independent source puts the position, in metres.
    package var positionAccuracyMetres: Double?
    package var population: Int?
    package var populationYear: Int?
    package var officialAreaKm2: Double?
    package var extra: ExtraProperties
    package var origin: RowOrigin?

    package init(
        code: String, name: String, kind: RegionKind, parentCode: String? = nil, coordinate: Coordinate? = nil,
        positionAccuracyMetres: Double? = nil, population: Int? = nil, populationYear: Int? = nil,
        officialAreaKm2: Double? = nil,
        extra: ExtraProperties = [:], origin: RowOrigin? = nil
    ) {
        self.code = code
        self.name = name
        self.kind = kind
        self.parentCode = parentCode
        self.coordinate = coordinate
        self.positionAccuracyMetres = positionAccuracyMetres
        self.population = population
        self.populationYear = populationYear
        self.officialAreaKm2 = officialAreaKm2
        self.extra = extra
        self.origin = origin
    }
}

extension Region: AreaRecord {
    package static let table = RecordTable(.regions, idColumn: "code")
    package static let blank = Region(code: "", name: "", kind: .province)

    package mutating func visitColumns<Visitor: ColumnVisitor>(_ visit: inout Visitor) throws(Visitor.Failure) {
        try visit("code", &code)
        try visit("name", &name)
        try visit("kind", &kind)
        try visit("parent_code", &parentCode)
        try visit(&coordinate)
        try visit("position_accuracy_m", &positionAccuracyMetres)
        try visit("population", &population)
        try visit("population_year", &populationYear)
        try visit("official_area_km2", &officialAreaKm2)
        try visit("extra", &extra)
    }
}
