import Base
import Geo
import Projection
import Testing

@Suite("CRS")
struct CRSTests {
    @Test(
        "accepts every name of a system",
        arguments: [
            ("EPSG:32750", "EPSG:32750"), ("epsg:32750", "EPSG:32750"), (" EPSG : 32750\n", "EPSG:32750"),
            ("32750", "EPSG:32750"),
            ("EPSG32750", "EPSG:32750"), ("EPSG 32750", "EPSG:32750"), ("EPSG::32750", "EPSG:32750"),
            ("[EPSG:32750]", "EPSG:32750"),
            ("urn:ogc:def:crs:EPSG::32750", "EPSG:32750"), ("urn:ogc:def:crs:EPSG:9.9.1:32750", "EPSG:32750"),
            ("urn:x-ogc:def:crs:EPSG:32750", "EPSG:32750"), ("URN:OGC:DEF:CRS:EPSG::32750", "EPSG:32750"),
            ("http://www.opengis.net/def/crs/EPSG/0/32750", "EPSG:32750"),
            ("https://www.opengis.net/def/crs/EPSG/0/32750", "EPSG:32750"),
            ("http://www.opengis.net/gml/srs/epsg.xml#32750", "EPSG:32750"), ("WGS 84 / UTM zone 50S", "EPSG:32750"),
            ("wgs 84 / utm zone 50s", "EPSG:32750"), ("CRS84", "OGC:CRS84"), ("OGC:CRS84", "OGC:CRS84"),
            ("crs:84", "OGC:CRS84"),
            ("urn:ogc:def:crs:OGC:1.3:CRS84", "OGC:CRS84"), ("urn:ogc:def:crs:OGC::CRS84", "OGC:CRS84"),
            ("http://www.opengis.net/def/crs/OGC/1.3/CRS84", "OGC:CRS84"), ("WGS84", "OGC:CRS84"),
            ("WGS 84", "OGC:CRS84"),
            ("ESRI:54009", "ESRI:54009"),
        ])
    func names(text: String, code: String) throws {
        #expect(try CRS(text).code == code)
    }

    @Test(
        "provides axis order, kind and area of use",
        arguments: [
            ("OGC:CRS84", "WGS 84 (CRS84)", true, false), ("EPSG:4326", "WGS 84", true, true),
            ("EPSG:32750", "WGS 84 / UTM zone 50S", false, false),
            ("EPSG:23837", "DGN95 / Indonesia TM-3 zone 50.1", false, false), ("EPSG:9470", "SRGI2013", true, true),
            ("EPSG:4755", "DGN95", true, true),
        ])
    func properties(code: String, name: String, isGeographic: Bool, isLatitudeFirst: Bool) throws {
        let crs = try CRS(code)
        #expect(crs.name == name && crs.isGeographic == isGeographic && crs.isLatitudeFirst == isLatitudeFirst)
        #expect(crs.areaOfUse?.contains(Coordinate(longitude: 114.84, latitude: -3.41)) == true)
    }

    @Test("finds the code for the WKT of a Shapefile, of a GeoPackage, and for PROJJSON", arguments: WellKnownTexts.all)
    func wellKnownText(text: String, code: String) throws {
        let crs = try CRS(text)
        #expect(crs.code == code)
        #expect(crs.areaOfUse == (try CRS(code).areaOfUse))
    }

    @Test("accepts a local system without code and area of use")
    func ownSystem() throws {
        let crs = try CRS(WellKnownTexts.local)
        #expect(crs.code == "Grid tambang" && crs.areaOfUse == nil)
        let position = try Transformation(from: crs, to: CRS("EPSG:4326")).transform(x: 1_000, y: 2_000)
        #expect(abs(position.x - 115.509) < 1e-3 && abs(position.y - -2.982) < 1e-3)
    }

    @Test(
        "explains why a system is unknown",
        arguments: [
            ("", "'' does not name a reference system: give an authority and a code, such as EPSG:32750 or EPSG:4326."),
            ("+proj=utm +zone=50", "'+proj=utm +zone=50' does not name a reference system"),
            ("+init=/etc/passwd:x", "does not name a reference system"),
            (
                "EPSG:999999",
                "The reference system 'EPSG:999999' is not known to PROJ (crs not found): give an authority"
            ),
            ("hello", "The reference system 'hello' is not known to PROJ"),
            ("UTM", "The reference system 'UTM' is not known to PROJ"),
            ("DGN95 / Indonesia TM-3 zone 50", "is not known to PROJ"),
            ("EPSG:4978", "'EPSG:4978' is not a reference system of positions on a map"),
            (
                "EPSG:5773",
                "'EPSG:5773' is not a reference system of positions on a map: name a geographic or projected one."
            ),
            ("PROJCS[\"x\"", "is not known to PROJ"),
            (String(repeating: "x", count: 300), "does not name a reference system"),
        ])
    func unknown(text: String, message: String) {
        let error = #expect(throws: ProjectionError.self) { try CRS(text) }
        #expect(error?.kind == .usage)
        #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
        #expect((error?.message.count ?? 0) < 600)
    }
}

/// Definitions of systems in files, without a code.
enum WellKnownTexts {
    static let local = """
        PROJCS["Grid tambang",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],\
        UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",0.0],PARAMETER["False_Northing",0.0],\
        PARAMETER["Central_Meridian",115.5],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",-3.0],UNIT["Meter",1.0]]
        """

    private static let segara = """
        GEOGCS["GCS_Gunung_Segara",DATUM["D_Gunung_Segara",SPHEROID["Bessel_1841",6377397.155,299.1528128]],PRIMEM["Greenwich",0.0],\
        UNIT["Degree",0.0174532925199433]]
        """

    private static func projected(
        _ name: String, _ base: String, east: Int, north: Int, meridian: Double, scale: Double
    ) -> String {
        """
        PROJCS["\(name)",\(base),PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",\(east)],PARAMETER["False_Northing",\(north)],\
        PARAMETER["Central_Meridian",\(meridian)],PARAMETER["Scale_Factor",\(scale)],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]
        """
    }

    private static let dgn = """
        GEOGCS["GCS_DGN_1995",DATUM["D_Datum_Geodesi_Nasional_1995",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],\
        UNIT["Degree",0.0174532925199433]]
        """

    private static let wgs = """
        GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],\
        UNIT["Degree",0.0174532925199433]]
        """

    static let all: [(String, String)] = [
        (segara, "EPSG:4613"), (dgn, "EPSG:4755"), (wgs, "EPSG:4326"),
        (
            projected(
                "Gunung_Segara_UTM_Zone_50S", segara, east: 500_000, north: 10_000_000, meridian: 117, scale: 0.9996),
            "EPSG:2933"
        ),
        (
            projected(
                "DGN_1995_Indonesia_TM-3_Zone_50.1", dgn, east: 200_000, north: 1_500_000, meridian: 115.5,
                scale: 0.9999),
            "EPSG:23837"
        ),
        (
            projected("WGS_1984_UTM_Zone_50S", wgs, east: 500_000, north: 10_000_000, meridian: 117, scale: 0.9996),
            "EPSG:32750"
        ),
        (
            """
            GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],\
            PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]
            """, "EPSG:4326"
        ),
        (
            """
            {"$schema":"https://proj.org/schemas/v0.4/projjson.schema.json","type":"GeographicCRS","name":"SRGI2013","datum":{"type":\
            "GeodeticReferenceFrame","name":"Sistem Referensi Geospasial Indonesia 2013","ellipsoid":{"name":"WGS 84","semi_major_axis":6378137,\
            "inverse_flattening":298.257223563}},"coordinate_system":{"subtype":"ellipsoidal","axis":[{"name":"Geodetic latitude","abbreviation":\
            "Lat","direction":"north","unit":"degree"},{"name":"Geodetic longitude","abbreviation":"Lon","direction":"east","unit":"degree"}]},\
            "id":{"authority":"EPSG","code":9470}}
            """, "EPSG:9470"
        ),
    ]
}
