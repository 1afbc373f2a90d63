import Geo

/// One region or village of the catalog, as far as places are resolved with it.
///
///     GazetteerEntry(code: "63.05.04", name: "Tapin Utara", coordinate: Coordinate(longitude: 115.1576, latitude: -2.9271), accuracyMetres: 226)
///
/// Units: degrees (WGS 84), metres.
package struct GazetteerEntry: Hashable, Sendable {
    /// The dotted code of the Ministry of Home Affairs; it tells the level and the areas the place lies in.
    package var code: String
    package var name: String
    package var coordinate: Coordinate?
    /// How far a second source puts the same point; nil where none was compared.
    package var accuracyMetres: Double?

    package init(code: String, name: String, coordinate: Coordinate? = nil, accuracyMetres: Double? = nil) {
        self.code = code
        self.name = name
        self.coordinate = coordinate
        self.accuracyMetres = accuracyMetres
    }

    package var level: PlaceLevel? { PlaceLevel(code: code) }
}

/// A code or name that a present place had before.
///
///     FormerPlaceName(code: "63.10.11.2008", formerCode: "63.10.02.2013")      // Manurung, before Kusan Tengah was made
package struct FormerPlaceName: Hashable, Sendable {
    package var code: String
    package var formerCode: String?
    package var formerName: String?

    package init(code: String, formerCode: String? = nil, formerName: String? = nil) {
        self.code = code
        self.formerCode = formerCode
        self.formerName = formerName
    }
}
