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

extension Village: AreaRecord {
    package static let table = RecordTable(.villages, idColumn: "code")
    package static let blank = Village(code: "", name: "", kind: .desa, districtCode: "")

    package mutating func visitColumns<Visitor: ColumnVisitor>(_ visit: inout Visitor) throws(Visitor.Failure) {
        try visit("code", &code)
        try visit("name", &name)
        try visit("kind", &kind)
        try visit("district_code", &districtCode)
        try visit(&coordinate)
        try visit("position_accuracy_m", &positionAccuracyMetres)
        try visit("postcode", &postcode)
        try visit("extra", &extra)
    }
}
