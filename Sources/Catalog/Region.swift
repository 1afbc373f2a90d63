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

extension Region: StoredRecord {
    static let table = RecordTable(
        name: "regions", idColumn: "code",
        columns: [
            "code", "name", "kind", "parent_code", "longitude", "latitude", "position_accuracy_m", "population",
            "population_year",
            "official_area_km2", "extra",
        ])

    func write(to fields: inout FieldWriter) {
        fields.text(code)
        fields.text(name)
        fields.text(kind.rawValue)
        fields.text(parentCode)
        fields.coordinate(coordinate)
        fields.real(positionAccuracyMetres)
        fields.integer(population)
        fields.integer(populationYear)
        fields.real(officialAreaKm2)
        fields.extra(extra)
    }

    init(from fields: inout FieldReader) throws {
        self.init(
            code: try fields.requiredText(), name: try fields.requiredText(), kind: try fields.required(),
            parentCode: fields.text(),
            coordinate: fields.coordinate(), positionAccuracyMetres: fields.real(), population: fields.integer(),
            populationYear: fields.integer(), officialAreaKm2: fields.real(), extra: try fields.extra())
        origin = try fields.origin()
    }
}
