import Geo

/// How the coordinate of a document was found.
package enum PositionSource: String, Sendable, Codable, CaseIterable, ColumnValue {
    /// The row states it.
    case own
    /// It is that of the village, district or regency that the row names.
    case village, district, regency
}

/// Where a document is: the place as written, the areas that are sure, and the position that follows.
///
/// A village implies its district, and a district its regency; a coordinate comes with its source. All nil if
/// nothing is known.
package struct Placement: Sendable, Hashable {
    /// The place as the row writes it, all columns joined by a comma.
    package var placeText: String?
    package var villageCode: String?
    package var districtCode: String?
    package var regencyCode: String?
    package var coordinate: Coordinate?
    package var source: PositionSource?
    /// How far the true position may be from `coordinate`, in metres, where that is known.
    package var accuracyMetres: Double?

    package init(
        placeText: String? = nil, villageCode: String? = nil, districtCode: String? = nil, regencyCode: String? = nil,
        coordinate: Coordinate? = nil, source: PositionSource? = nil, accuracyMetres: Double? = nil
    ) {
        self.placeText = placeText
        self.villageCode = villageCode
        self.districtCode = districtCode
        self.regencyCode = regencyCode
        self.coordinate = coordinate
        self.source = source
        self.accuracyMetres = accuracyMetres
    }
}

extension Placement {
    mutating func visitColumns<Visitor: ColumnVisitor>(_ visit: inout Visitor) throws(Visitor.Failure) {
        try visit("place_text", &placeText)
        try visit("village_code", &villageCode)
        try visit("district_code", &districtCode)
        try visit("regency_code", &regencyCode)
        try visit(&coordinate)
        try visit("position_source", &source)
        try visit("position_accuracy_m", &accuracyMetres)
    }
}

extension ColumnVisitor {
    /// A coordinate as two columns; it is nil if one of them is null.
    mutating func callAsFunction(_ coordinate: inout Coordinate?) throws(Failure) {
        var (longitude, latitude) = (coordinate?.longitude, coordinate?.latitude)
        try self("longitude", &longitude)
        try self("latitude", &latitude)
        guard let longitude, let latitude else { return coordinate = nil }
        coordinate = Coordinate(longitude: longitude, latitude: latitude)
    }
}
