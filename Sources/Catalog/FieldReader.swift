import GRDB
import Geo
import JSON

/// Gives a stored row's fields one by one, in the order in which `FieldWriter` took them.
struct FieldReader {
    private let row: Row
    private let files: [Int64: String]
    private var position = 0

    init(_ row: Row, files: [Int64: String]) {
        self.row = row
        self.files = files
    }

    private mutating func next() -> Int {
        defer { position += 1 }
        return position
    }

    mutating func text() -> String? { row[next()] }
    mutating func integer() -> Int? { row[next()] }
    mutating func real() -> Double? { row[next()] }
    mutating func flag() -> Bool? { integer().map { $0 != 0 } }

    mutating func requiredText() throws -> String {
        guard let value = text() else { throw CatalogError.unreadable(column: position - 1, value: nil) }
        return value
    }

    mutating func required<Value: RawRepresentable>() throws -> Value where Value.RawValue == String {
        let text = try requiredText()
        guard let value = Value(rawValue: text) else {
            throw CatalogError.unreadable(column: position - 1, value: text)
        }
        return value
    }

    mutating func list() throws -> [String] {
        try json()?.array?.compactMap(\.string) ?? []
    }

    mutating func extra() throws -> ExtraProperties {
        let members = try json()?.object ?? []
        return ExtraProperties(members.compactMap { name, value in value.string.map { (name, $0) } })
    }

    private mutating func json() throws -> JSONValue? {
        guard let text = text() else { return nil }
        do {
            return try JSONValue(parsing: text)
        } catch {
            throw CatalogError.unreadable(column: position - 1, value: text)
        }
    }

    mutating func coordinate() -> Coordinate? {
        let longitude = real()
        guard let latitude = real(), let longitude else { return nil }
        return Coordinate(longitude: longitude, latitude: latitude)
    }

    mutating func placement() throws -> Placement {
        let areas = (text(), text(), text(), text())
        let coordinate = coordinate()
        let source: PositionSource? = try text().map { text in
            guard let source = PositionSource(rawValue: text) else {
                throw CatalogError.unreadable(column: position - 1, value: text)
            }
            return source
        }
        return Placement(
            placeText: areas.0, villageCode: areas.1, districtCode: areas.2, regencyCode: areas.3,
            coordinate: coordinate, source: source,
            accuracyMetres: real())
    }

    mutating func price() -> PriceRange? {
        let text = text()
        let (minimum, maximum, unit) = (integer(), integer(), self.text())
        return text.map { PriceRange(text: $0, minRupiah: minimum, maxRupiah: maximum, unit: unit) }
    }

    mutating func certifications() -> Certifications {
        Certifications(
            text: text(), halal: flag(), pirt: flag(), bpomMD: flag(), sni: flag(), geographicIndication: flag())
    }

    /// The columns after the content: the hash, the batch and the line.
    mutating func origin() throws -> RowOrigin? {
        position += 1
        guard let batch = integer(), let line = integer() else { return nil }
        return RowOrigin(batchID: Int64(batch), file: files[Int64(batch), default: ""], line: line)
    }
}
