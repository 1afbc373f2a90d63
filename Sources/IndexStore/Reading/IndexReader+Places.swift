import Gazetteer
import Geo

extension IndexReader {
    static let placeColumns = "p.code, p.kind, p.name, p.label, p.longitude, p.latitude, p.accuracy_m"
    private static let nameColumns = "\(placeColumns), n.folded, n.source"
    private static let namedPlaces = "place_names n JOIN places p USING (code)"

    /// The place of a present code; nil if there is none.
    func place(code: String) throws -> Place? {
        try statement("SELECT \(Self.placeColumns) FROM places p WHERE p.code = ?").bind(1, code).first(place)
    }

    func place(_ code: AdministrativeCode) throws -> Place? { try place(code: code.dotted) }

    func place(formerCode: AdministrativeCode) throws -> Place? {
        try statement(
            """
            SELECT \(Self.placeColumns) FROM \(Self.namedPlaces)
            WHERE n.folded = ? AND n.source = 'former' ORDER BY n.code LIMIT 1
            """
        ).bind(1, formerCode.dotted).first(place)
    }

    func places(named name: PlaceName) throws -> [NamedPlace] {
        try places(withKeys: [name.key])[name.key] ?? []
    }

    func places(soundingLike name: PlaceName) throws -> [Place] {
        try places(withSoundKeys: [name.soundKey])[name.soundKey] ?? []
    }

    /// Names are compared one by one in an area of at most so many places: any province, but not the country.
    private static let scanLimit = 15_000

    func places(in area: PlaceArea, at level: AdministrativeLevel, near probe: SoundProbe?) throws -> [Place] {
        var code = ""
        if case .inside(let area) = area { code = area.dotted }
        // '/' is the character after '.', so the range holds the area and everything in it.
        let found = try statement(
            """
            SELECT \(Self.placeColumns) FROM places p
            WHERE p.code >= ?1 AND p.code < CASE ?1 WHEN '' THEN ':' ELSE ?1 || '/' END ORDER BY p.code LIMIT ?2
            """
        ).bind(1, code).bind(2, Self.scanLimit + 1).rows(place)
        guard found.count <= Self.scanLimit else { return [] }
        return found.filter { place in
            place.level == level && probe?.mayBeAlike(PlaceName(words: PlaceName.folded(place.name))) ?? true
        }
    }

    func villages(nearestTo village: Place, count: Int) throws -> [Place] {
        guard let coordinate = village.coordinate, let province = village.code.ancestor(at: .province) else {
            return []
        }
        let placed = try places(in: .inside(province), at: .village, near: nil).compactMap { other in
            other.coordinate.map { (place: other, metres: PointTree.metres(from: coordinate, to: $0)) }
        }
        return placed.sorted { ($0.metres, $0.place.code) < ($1.metres, $1.place.code) }.prefix(count).map(\.place)
    }
}

// MARK: - Many names at once

extension IndexReader {
    func places(withKeys keys: Set<UInt64>) throws -> [UInt64: [NamedPlace]] {
        let rows = try statement(
            """
            SELECT \(Self.nameColumns), n.key FROM \(Self.namedPlaces)
            WHERE n.key IN (SELECT value FROM json_each(?)) ORDER BY n.code, n.source
            """
        ).bind(1, Self.list(keys)).rows { (key: UInt64(bitPattern: Int64($0.int(9))), place: try named($0)) }
        return Dictionary(grouping: rows, by: \.key).mapValues { $0.map(\.place) }
    }

    func places(withSoundKeys keys: Set<UInt64>) throws -> [UInt64: [Place]] {
        let rows = try statement(
            """
            SELECT DISTINCT \(Self.placeColumns), n.sound_key FROM \(Self.namedPlaces)
            WHERE n.sound_key IN (SELECT value FROM json_each(?)) AND n.source IN ('official', 'former')
            ORDER BY n.code
            """
        ).bind(1, Self.list(keys)).rows { (key: UInt64(bitPattern: Int64($0.int(7))), place: try place($0)) }
        return Dictionary(grouping: rows, by: \.key).mapValues { $0.map(\.place) }
    }

    /// The keys as a JSON array of the signed integers that SQLite stores.
    private static func list(_ keys: Set<UInt64>) -> String {
        "[" + keys.map { String(Int64(bitPattern: $0)) }.joined(separator: ",") + "]"
    }

    func places(namedWithPrefix prefix: String, limit: Int) throws -> [NamedPlace] {
        try statement(
            """
            SELECT \(Self.nameColumns) FROM \(Self.namedPlaces)
            WHERE n.folded >= ?1 AND n.folded < ?1 || char(0x10FFFF) ORDER BY n.folded, n.code LIMIT ?2
            """
        ).bind(1, prefix).bind(2, max(0, limit)).rows(named)
    }
}

// MARK: - Rows

extension IndexReader {
    func place(_ row: SQLStatement) throws -> Place {
        let text = row.text(0)
        guard let code = AdministrativeCode(text) else {
            throw IndexStoreError.damaged(database.path, "'\(text)' is not the code of a place")
        }
        let coordinate = row.optionalDouble(4).flatMap { longitude in
            row.optionalDouble(5).map { Coordinate(longitude: longitude, latitude: $0) }
        }
        return Place(
            code: code, name: row.text(2), label: row.text(3), kind: row.text(1), coordinate: coordinate,
            accuracyMetres: row.optionalDouble(6))
    }

    private func named(_ row: SQLStatement) throws -> NamedPlace {
        NamedPlace(place: try place(row), source: try source(row.text(8)), folded: row.text(7))
    }

    private func source(_ word: String) throws -> NamedPlace.Source {
        guard let source = NamedPlace.Source(rawValue: word) else {
            throw IndexStoreError.damaged(database.path, "a place's name is of no known source")
        }
        return source
    }
}
