import Geo

/// A region or village of the catalog, from which a place table is built.
///
/// Units: degrees (WGS 84), metres.
package struct PlaceRecord: Hashable, Sendable {
    package var code: String
    package var name: String
    package var kind: String
    package var coordinate: Coordinate?
    package var accuracyMetres: Double?

    package init(
        code: String, name: String, kind: String = "", coordinate: Coordinate? = nil, accuracyMetres: Double? = nil
    ) {
        self.code = code
        self.name = name
        self.kind = kind
        self.coordinate = coordinate
        self.accuracyMetres = accuracyMetres
    }
}

/// A code or name that a present place had before.
///
///     // Manurung, before the district Kusan Tengah was created
///     FormerPlaceName(code: "63.10.11.2008", formerCode: "63.10.02.2013")
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
