import Geo

/// A layer of a GeoPackage.
struct GeoPackageLayer {
    var name: String
    var hasGeometry: Bool
    var geometryColumn: String?
    /// "EPSG:32750", or WKT.
    ///
    /// Nil if undefined.
    var crs: String?
    var count: Int64

    /// The layer with this name, or else the only one with rows.
    ///
    /// Tables without geometry count if no table has one.
    static func choose(from file: SQLiteFile, named name: String?, path: String) throws -> GeoPackageLayer {
        let layers = try all(in: file)
        if let name {
            guard let layer = layers.first(where: { $0.name == name }) else {
                throw ImportingError.layerUnknown(name, path, layers: layers.map(\.name))
            }
            return layer
        }
        let features = layers.filter(\.hasGeometry)
        let tables = features.isEmpty ? layers : features
        let filled = tables.filter { $0.count > 0 }
        guard filled.count <= 1 else {
            throw ImportingError.severalLayers(path, layers: filled.map { ($0.name, $0.count) })
        }
        guard let layer = filled.first ?? tables.first else { throw ImportingError.noLayers(path) }
        return layer
    }

    private static func all(in file: SQLiteFile) throws -> [GeoPackageLayer] {
        guard try file.integer("SELECT count(*) FROM sqlite_master WHERE name = 'gpkg_contents'") > 0 else { return [] }
        let hasColumns = try file.integer("SELECT count(*) FROM sqlite_master WHERE name = 'gpkg_geometry_columns'") > 0
        let columns =
            hasColumns ? "gpkg_geometry_columns" : "(SELECT NULL AS table_name, NULL AS column_name, NULL AS srs_id)"
        let rows = try file.prepare(
            """
            SELECT c.table_name, g.column_name, s.organization, s.organization_coordsys_id, s.definition, \
            coalesce(g.srs_id, 0) \
            FROM gpkg_contents c LEFT JOIN \(columns) g ON lower(g.table_name) = lower(c.table_name) \
            LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id \
            WHERE c.data_type IN ('features', 'attributes') ORDER BY c.rowid
            """)
        var layers: [GeoPackageLayer] = []
        while try rows.next() {
            let name = rows.text(0)
            let crs = crs(organization: rows.text(2), code: rows.text(3), definition: rows.text(4), id: rows.integer(5))
            layers.append(
                GeoPackageLayer(
                    name: name, hasGeometry: !rows.isNull(1), geometryColumn: rows.isNull(1) ? nil : rows.text(1),
                    crs: crs,
                    count: try file.integer("SELECT count(*) FROM \(SQLiteFile.quoted(name))")))
        }
        return layers
    }

    /// The CRS as "AUTHORITY:CODE" if PROJ knows the organization, or else its definition.
    ///
    /// Ids 0 and -1 mean undefined (GeoPackage 1.4, 1.1.2).
    private static func crs(organization: String, code: String, definition: String, id: Int64) -> String? {
        guard id > 0 else { return nil }
        if ["EPSG", "ESRI", "OGC", "IGNF", "IAU_2015"].contains(organization.uppercased()) {
            return "\(organization.uppercased()):\(code)"
        }
        return definition.isEmpty || definition == "undefined" ? nil : definition
    }
}
