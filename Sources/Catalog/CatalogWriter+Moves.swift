import GRDB
import Geo

extension CatalogWriter {
    /// Lets a village take the place of one that has another code: what was placed in the former lies in the new one,
    /// and the former goes.
    ///
    /// Shape: how many sentra and products were moved; nothing happens, and nil is returned, where either code is no
    /// village's.
    package func moveVillage(from former: String, to code: String, batch: Int64, line: Int) throws -> Int? {
        guard former != code, try village(code: former) != nil, let village = try village(code: code) else {
            return nil
        }
        var moved = 0
        for id in try ids(in: Sentra.table, placedIn: former) {
            guard var sentra = try sentra(id: id) else { continue }
            sentra.placement.move(to: village)
            moved += try upsert(sentra, batch: batch, line: line) == .updated ? 1 : 0
        }
        for id in try ids(in: Product.table, placedIn: former) {
            guard var product = try product(id: id) else { continue }
            product.placement.move(to: village)
            moved += try upsert(product, batch: batch, line: line) == .updated ? 1 : 0
        }
        for var name in try snapshot.formerNames() where name.code == former {
            try database.execute(sql: "DELETE FROM former_names WHERE key = ?", arguments: [name.key])
            name.code = code
            _ = try upsert(name, batch: batch, line: line)
        }
        try database.execute(sql: "DELETE FROM villages WHERE code = ?", arguments: [former])
        lookedUp = nil
        return moved
    }

    /// Gives sentra and products that stand at the point of their village, district or regency that area's present
    /// point.
    ///
    /// Shape: how many were moved: those whose area's point or its accuracy has changed since they were placed.
    package func refreshPositions(batch: Int64) throws -> Int {
        var moved = 0
        for id in try outdated(Sentra.table) {
            guard var sentra = try sentra(id: id), try refresh(&sentra.placement) else { continue }
            moved += try upsert(sentra, batch: batch, line: 0) == .updated ? 1 : 0
        }
        for id in try outdated(Product.table) {
            guard var product = try product(id: id), try refresh(&product.placement) else { continue }
            moved += try upsert(product, batch: batch, line: 0) == .updated ? 1 : 0
        }
        return moved
    }

    /// The documents whose point is no longer that of the area it was taken from, where that area still has one.
    private func outdated(_ table: RecordTable) throws -> [String] {
        let areas = [
            ("village", "villages", "village_code"), ("district", "regions", "district_code"),
            ("regency", "regions", "regency_code"),
        ]
        let selections = areas.map { source, areas, column in
            """
            SELECT d.id FROM \(table.name) AS d JOIN \(areas) AS a ON a.code = d.\(column) WHERE d.position_source = '\(source)'
            AND a.longitude IS NOT NULL AND (a.longitude <> d.longitude OR a.latitude <> d.latitude
                OR a.position_accuracy_m IS NOT d.position_accuracy_m)
            """
        }
        return try String.fetchAll(database, sql: selections.joined(separator: " UNION ALL ") + " ORDER BY 1")
    }

    private func refresh(_ placement: inout Placement) throws -> Bool {
        let area: (Coordinate?, Double?)?
        switch placement.source {
        case .village:
            area = try placement.villageCode.flatMap { try village(code: $0) }.map {
                ($0.coordinate, $0.positionAccuracyMetres)
            }
        case .district:
            area = try placement.districtCode.flatMap { try region(code: $0) }.map {
                ($0.coordinate, $0.positionAccuracyMetres)
            }
        case .regency:
            area = try placement.regencyCode.flatMap { try region(code: $0) }.map {
                ($0.coordinate, $0.positionAccuracyMetres)
            }
        case .own, nil: area = nil
        }
        guard let (coordinate, accuracy) = area, let coordinate else { return false }
        (placement.coordinate, placement.accuracyMetres) = (coordinate, accuracy)
        return true
    }

    private func ids(in table: RecordTable, placedIn village: String) throws -> [String] {
        try String.fetchAll(
            database, sql: "SELECT id FROM \(table.name) WHERE village_code = ? ORDER BY id", arguments: [village])
    }
}

extension Placement {
    /// The same place under the village's code; a position taken from the village becomes that of the new one.
    fileprivate mutating func move(to village: Village) {
        villageCode = village.code
        districtCode = village.districtCode
        regencyCode = String(village.districtCode.prefix(5))
        guard source == .village, let position = village.coordinate else { return }
        coordinate = position
        accuracyMetres = village.positionAccuracyMetres
    }
}
