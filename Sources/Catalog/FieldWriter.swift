import GRDB
import Geo
import JSON

/// Takes a record's fields one by one, in the order of the table's columns, and hashes them on the way.
struct FieldWriter {
    private let columns: [String]
    private(set) var values: [DatabaseValue] = []
    private(set) var hash = ContentHash()

    init(columns: [String]) {
        self.columns = columns
        values.reserveCapacity(columns.count + 4)
    }

    private var column: String { columns[values.count] }

    mutating func text(_ value: String?) {
        guard let value else { return values.append(.null) }
        hash.add(column: column, text: value)
        values.append(value.databaseValue)
    }

    mutating func integer(_ value: Int?) {
        guard let value else { return values.append(.null) }
        hash.add(column: column, integer: Int64(value))
        values.append(value.databaseValue)
    }

    mutating func real(_ value: Double?) {
        guard let value else { return values.append(.null) }
        hash.add(column: column, real: value)
        values.append(value.databaseValue)
    }

    mutating func flag(_ value: Bool?) {
        integer(value.map { $0 ? 1 : 0 })
    }

    mutating func list(_ value: [String]) {
        text(value.isEmpty ? nil : JSONValue.array(value.map(JSONValue.string)).text)
    }

    mutating func extra(_ value: ExtraProperties) {
        text(value.isEmpty ? nil : value.json.text)
    }

    mutating func coordinate(_ value: Coordinate?) {
        real(value?.longitude)
        real(value?.latitude)
    }

    mutating func placement(_ value: Placement) {
        text(value.placeText)
        text(value.villageCode)
        text(value.districtCode)
        text(value.regencyCode)
        coordinate(value.coordinate)
        text(value.source?.rawValue)
        real(value.accuracyMetres)
    }

    mutating func price(_ value: PriceRange?) {
        text(value?.text)
        integer(value?.minRupiah)
        integer(value?.maxRupiah)
        text(value?.unit)
    }

    mutating func certifications(_ value: Certifications) {
        text(value.text)
        flag(value.halal)
        flag(value.pirt)
        flag(value.bpomMD)
        flag(value.sni)
        flag(value.geographicIndication)
    }
}
