import Geo

/// A place of the gazetteer: a province, regency, district or village.
package struct StoredPlace: Sendable, Hashable {
    package let code: String
    /// The word of the catalog: provinsi, kabupaten, kota, kecamatan, desa or kelurahan.
    package let kind: String
    package let name: String
    /// The name with what it lies in: "Kampung Baru, Simpang Empat, Tanah Bumbu".
    package let label: String
    package let parentCode: String?
    package let districtCode: String?
    package let regencyCode: String?
    package let coordinate: Coordinate?
    package let accuracyMetres: Double?
}

/// A place under one of its names.
package struct NamedPlace: Sendable, Hashable {
    package let place: StoredPlace
    package let folded: String
    package let source: PlaceName.Source
}

extension IndexReader {
    private static let placeColumns =
        "p.code, p.kind, p.name, p.label, p.parent, p.district, p.regency, p.longitude, p.latitude, p.accuracy_m"

    /// The place of a present code, or nil if there is none.
    package func place(code: String) throws -> StoredPlace? {
        try statement("SELECT \(Self.placeColumns) FROM places p WHERE p.code = ?").bind(1, code).first(place)
    }

    /// The places of exactly this folded name or former code, by code and source.
    package func places(named folded: String) throws -> [NamedPlace] {
        try statement(
            "SELECT \(Self.placeColumns), n.folded, n.source FROM place_names n JOIN places p USING (code) WHERE n.folded = ? ORDER BY n.code, n.source"
        ).bind(1, folded).rows(named)
    }

    /// The places with a name that begins so, in the order of the names; at most `limit`.
    package func places(namedWithPrefix prefix: String, limit: Int) throws -> [NamedPlace] {
        try statement(
            """
            SELECT \(Self.placeColumns), n.folded, n.source FROM place_names n JOIN places p USING (code)
            WHERE n.folded >= ?1 AND n.folded < ?1 || char(0x10FFFF) ORDER BY n.folded, n.code LIMIT ?2
            """
        ).bind(1, prefix).bind(2, max(0, limit)).rows(named)
    }

    /// Hands over every place, by code.
    package func forEachPlace(_ body: (StoredPlace) throws -> Void) throws {
        try statement("SELECT \(Self.placeColumns) FROM places p ORDER BY p.code").forEachRow { row in
            try body(place(row))
            return true
        }
    }

    private func place(_ row: SQLStatement) -> StoredPlace {
        let coordinate = row.optionalDouble(7).flatMap { longitude in
            row.optionalDouble(8).map { Coordinate(longitude: longitude, latitude: $0) }
        }
        return StoredPlace(
            code: row.text(0), kind: row.text(1), name: row.text(2), label: row.text(3),
            parentCode: row.optionalText(4),
            districtCode: row.optionalText(5), regencyCode: row.optionalText(6), coordinate: coordinate,
            accuracyMetres: row.optionalDouble(9))
    }

    private func named(_ row: SQLStatement) throws -> NamedPlace {
        NamedPlace(place: place(row), folded: row.text(10), source: try source(row.text(11)))
    }

    private func source(_ word: String) throws -> PlaceName.Source {
        guard let source = PlaceName.Source(rawValue: word) else {
            throw IndexStoreError.damaged(database.path, "a place's name is of no known source")
        }
        return source
    }
}
