import Base
import Catalog
import Gazetteer
import Geo
import Projection

/// Reads the position of a row from its geometry or columns, in any CRS and notation, and checks it.
struct PositionReader {
    private let transformation: Transformation?
    private let crs: String?
    private let readsGeometries: Bool
    private let check: CoordinateCheck

    /// Creates a reader for a CRS, that of the user or else that of the file.
    ///
    /// Nil means WGS 84.
    ///
    /// - Throws: `ImportingError` (usage) if PROJ does not know the CRS.
    init(crs: String?, readsGeometries: Bool, places: PlaceTable) throws {
        self.readsGeometries = readsGeometries
        check = CoordinateCheck(places, project: ProjectorCache().project)
        do {
            let named = try crs.map { try CRS($0) }
            let isPlain = named.map { ["EPSG:4326", "OGC:CRS84"].contains($0.code) } ?? true
            transformation = isPlain ? nil : try Transformation(from: crs ?? "", to: "EPSG:4326")
            self.crs = isPlain ? nil : named?.code
        } catch let error as ProjectionError {
            throw ImportingError(.usage, error.message)
        }
    }

    /// Whether the file has geometries or columns for positions.
    func hasPosition(_ map: HeaderMap) -> Bool {
        readsGeometries || map.columns[.coordinate] != nil
            || (map.columns[.latitude] != nil && map.columns[.longitude] != nil)
    }

    /// The position of the row, possibly repaired.
    ///
    /// Returns nil if there is none, or none that can be right.
    ///
    /// Findings are added to the problems of the row.
    func coordinate(_ fields: inout RowFields, claim: PlaceResolution?) -> Coordinate? {
        guard let written = written(&fields) else { return nil }
        let verdict = check.check(written, claim: claim)
        if let finding = verdict.finding {
            let field = [CanonicalField.latitude, .coordinate].first { fields.states($0) }
            let value = field.map { field in
                [field, field == .latitude ? .longitude : nil].compactMap { $0.flatMap { fields.text($0) } }.joined(
                    separator: ", ")
            }
            fields.add(
                finding.isRepaired ? .remark : .placedLessExactly, .coordinate(finding.cause),
                field: field.map { fields.header(of: $0) } ?? "geometry", value: value,
                PlaceMessages.message(for: finding),
                PlaceMessages.remedy(for: finding))
        }
        return verdict.coordinate
    }

    private func written(_ fields: inout RowFields) -> WrittenPosition? {
        if readsGeometries, let point = fields.row.geometry?.pointInside {
            return position(point.longitude, point.latitude)
        }
        if fields.states(.latitude), fields.states(.longitude) { return written(inTwoColumnsOf: &fields) }
        guard let text = fields.text(.coordinate) else { return nil }
        if crs != nil, transformation?.source.isGeographic == false {
            // A comma separates two numbers if a space follows, or if no other character could separate them.
            let signs: Set<Character> = text.contains { "; \t".contains($0) } ? [";", " ", "\t"] : [","]
            let numbers = text.split { signs.contains($0) }.map {
                WrittenNumber.decimal(String($0.hasSuffix(",") ? $0.dropLast() : $0))
            }
            guard numbers.count == 2, let easting = numbers[0], let northing = numbers[1] else {
                return unreadable(.coordinate, &fields)
            }
            return position(easting, northing)
        }
        guard let coordinate = CoordinateText.coordinate(text) else { return unreadable(.coordinate, &fields) }
        return position(coordinate.longitude, coordinate.latitude)
    }

    private func written(inTwoColumnsOf fields: inout RowFields) -> WrittenPosition? {
        let texts = (longitude: fields.text(.longitude), latitude: fields.text(.latitude))
        if texts.longitude == nil, texts.latitude == nil { return nil }
        let isProjected = transformation?.source.isGeographic == false
        func number(_ text: String?) -> Double? {
            guard let text else { return nil }
            return isProjected ? WrittenNumber.decimal(text) : CoordinateText.angle(text)?.degrees
        }
        guard let longitude = number(texts.longitude) else { return unreadable(.longitude, &fields) }
        guard let latitude = number(texts.latitude) else { return unreadable(.latitude, &fields) }
        return position(longitude, latitude)
    }

    private func unreadable(_ field: CanonicalField, _ fields: inout RowFields) -> WrittenPosition? {
        let value = fields.text(field)
        let message = value.map { "'\($0)' is not a coordinate." } ?? "One of the two numbers is missing."
        fields.add(
            .placedLessExactly, .coordinateUnreadable, field: fields.header(of: field), value: value, message,
            "Write degrees such as -3.4123 or 3°24'44\" LS, or name the file's CRS with --crs.")
        return nil
    }

    /// The numbers with their position on WGS 84.
    private func position(_ x: Double, _ y: Double) -> WrittenPosition {
        guard let transformation, let crs else { return .degrees(longitude: x, latitude: y) }
        // PROJ rejects positions outside of the CRS. The check then searches for other readings.
        let point = (try? transformation.transform(x: x, y: y)).map { Coordinate(longitude: $0.x, latitude: $0.y) }
        guard transformation.source.isGeographic else {
            return .projected(crs: crs, easting: x, northing: y, coordinate: point)
        }
        return .degrees(longitude: point?.longitude ?? x, latitude: point?.latitude ?? y)
    }
}
