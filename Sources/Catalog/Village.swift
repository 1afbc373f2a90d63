import Geo

/// A desa or kelurahan; its code is its document id.
package struct Village: Sendable, Hashable {
    package var code: String
    package var name: String
    package var kind: VillageKind
    package var districtCode: String
    package var coordinate: Coordinate?
    /// How far an independent source puts the position, in metres.
    package var positionAccuracyMetres: Double?
    package var postcode: String?
    package var extra: ExtraProperties
    package var origin: RowOrigin?

    package init(
        code: String, name: String, kind: VillageKind, districtCode: String, coordinate: Coordinate? = nil,
        positionAccuracyMetres: Double? = nil, postcode: String? = nil, extra: ExtraProperties = [:],
        origin: RowOrigin? = nil
    ) {
        self.code = code
        self.name = name
        self.kind = kind
        self.districtCode = districtCode
        self.coordinate = coordinate
        self.positionAccuracyMetres = positionAccuracyMetres
        self.postcode = postcode
        self.extra = extra
        self.origin = origin
    }
}

extension Village: StoredRecord {
    static let table = RecordTable(
        name: "villages", idColumn: "code",
        columns: [
            "code", "name", "kind", "district_code", "longitude", "latitude", "position_accuracy_m", "postcode",
            "extra",
        ])

    func write(to fields: inout FieldWriter) {
        fields.text(code)
        fields.text(name)
        fields.text(kind.rawValue)
        fields.text(districtCode)
        fields.coordinate(coordinate)
        fields.real(positionAccuracyMetres)
        fields.text(postcode)
        fields.extra(extra)
    }

    init(from fields: inout FieldReader) throws {
        self.init(
            code: try fields.requiredText(), name: try fields.requiredText(), kind: try fields.required(),
            districtCode: try fields.requiredText(), coordinate: fields.coordinate(),
            positionAccuracyMetres: fields.real(),
            postcode: fields.text(), extra: try fields.extra())
        origin = try fields.origin()
    }
}
