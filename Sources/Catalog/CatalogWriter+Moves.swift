import GRDB
import Gazetteer
import Geo

extension CatalogWriter {
    /// Lets a village take the place of one that has another code: what was placed in the former lies in the new one,
    /// and the former is deleted.
    ///
    /// - Returns: how many sentra and products were moved; nil if either code is no village's: then nothing happens.
    package func moveVillage(from former: String, to code: String, batch: Int64, line: Int) throws -> Int? {
        guard former != code, try has(Village.self, id: former), let village = try record(Village.self, id: code) else {
            return nil
        }
        var moved = 0
        for type in ImportKind.placedTypes {
            moved += try changePlacements(of: type, try ids(in: type, placedIn: former), batch: batch, line: line) {
                $0.move(to: village)
                return true
            }
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
    /// - Returns: how many were moved: those whose area's point or its accuracy has changed since they were placed.
    package func refreshPositions(batch: Int64) throws -> Int {
        var moved = 0
        for type in ImportKind.placedTypes {
            moved += try changePlacements(of: type, try outdated(type), batch: batch, line: 0) { try refresh(&$0) }
        }
        return moved
    }

    /// Changes the placements of records, and stores those for which `change` returns true.
    private func changePlacements<Record: PlacedRecord>(
        of _: Record.Type, _ ids: [String], batch: Int64, line: Int, _ change: (inout Placement) throws -> Bool
    ) throws -> Int {
        var changed = 0
        for id in ids {
            guard var record = try record(Record.self, id: id), try change(&record.placement) else { continue }
            changed += try upsert(record, batch: batch, line: line) == .updated ? 1 : 0
        }
        return changed
    }

    /// The ids of the records whose point is no longer that of the area it was taken from, if that area still has one.
    private func outdated<Record: PlacedRecord>(_: Record.Type) throws -> [String] {
        let areas = [
            ("village", "villages", "village_code"), ("district", "regions", "district_code"),
            ("regency", "regions", "regency_code"),
        ]
        let selections = areas.map { source, areas, column in
            """
            SELECT d.id FROM \(Record.table.name) AS d JOIN \(areas) AS a ON a.code = d.\(column)
            WHERE d.position_source = '\(source)' AND a.longitude IS NOT NULL
            AND (a.longitude <> d.longitude OR a.latitude <> d.latitude
                OR a.position_accuracy_m IS NOT d.position_accuracy_m)
            """
        }
        return try String.fetchAll(database, sql: selections.joined(separator: " UNION ALL ") + " ORDER BY 1")
    }

    /// Takes the point of the area that the placement stands at; false if that area has none.
    private func refresh(_ placement: inout Placement) throws -> Bool {
        let area: (any AreaRecord)? =
            switch placement.source {
            case .village: try placement.villageCode.flatMap { try record(Village.self, id: $0) }
            case .district: try placement.districtCode.flatMap { try record(Region.self, id: $0) }
            case .regency: try placement.regencyCode.flatMap { try record(Region.self, id: $0) }
            case .own, nil: nil
            }
        guard let area, let coordinate = area.coordinate else { return false }
        (placement.coordinate, placement.accuracyMetres) = (coordinate, area.positionAccuracyMetres)
        return true
    }

    private func ids<Record: PlacedRecord>(in _: Record.Type, placedIn village: String) throws -> [String] {
        try String.fetchAll(
            database, sql: "SELECT id FROM \(Record.table.name) WHERE village_code = ? ORDER BY id",
            arguments: [village])
    }
}

extension Placement {
    /// The same place under the village's code; a position taken from the village becomes that of the new one.
    fileprivate mutating func move(to village: Village) {
        villageCode = village.code
        districtCode = village.districtCode
        regencyCode = AdministrativeCode(village.code)?.regency?.dotted
        guard source == .village, let position = village.coordinate else { return }
        coordinate = position
        accuracyMetres = village.positionAccuracyMetres
    }
}
