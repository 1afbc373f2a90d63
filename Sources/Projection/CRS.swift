import CPROJ
import Geo
import Synchronization

/// A coordinate reference system for positions on a map.
///
///     let crs = try CRS("urn:ogc:def:crs:EPSG::32750")
///     crs.code      // "EPSG:32750"
///     crs.name      // "WGS 84 / UTM zone 50S"
///
/// Takes `EPSG:32750`, `32750`, `OGC:CRS84`, OGC's URNs, URLs and safe CURIEs, the system's full name, and WKT, which
/// is looked up among EPSG's systems where it does not say which it is. Heights are left out.
package struct CRS: Hashable, Sendable {
    /// Authority and code; the name where there is none.
    package let code: String
    package let name: String
    /// Whether coordinates are degrees.
    package let isGeographic: Bool
    /// Whether the system's own axis order puts latitude, or northing, first; `Transformation` puts it second all the
    /// same.
    package let isLatitudeFirst: Bool
    /// Where the system is meant to be used, in degrees; nil where PROJ does not say.
    package let areaOfUse: BoundingBox?
    /// What PROJ makes it of: the code, or WKT.
    let definition: String

    /// The codes of the systems that answers can be written in.
    package static let outputCodes = ["OGC:CRS84", "EPSG:4326", "EPSG:32750", "EPSG:23837", "EPSG:9470"]

    /// The identifier that OGC's standards use; nil for a system without a code.
    ///
    ///     try CRS("EPSG:4326").uri      // http://www.opengis.net/def/crs/EPSG/0/4326
    package var uri: String? {
        let parts = code.split(separator: ":")
        guard parts.count == 2, !code.contains(" ") else { return nil }
        return "http://www.opengis.net/def/crs/\(parts[0])/\(parts[0] == "OGC" ? "1.3" : "0")/\(parts[1])"
    }

    /// Throws: `ProjectionError` of kind usage for what PROJ does not know, or knows as something else than a system of
    /// positions on a map.
    ///
    /// Complexity: a look-up in PROJ's database; one at a time.
    package init(_ text: String) throws(ProjectionError) {
        let found: Result<CRS, ProjectionError> = Self.lookup.withLock { context in
            do throws(ProjectionError) {
                let open = if let context { context } else { try PROJContext() }
                context = open
                return .success(try CRS(text, open))
            } catch {
                return .failure(error)
            }
        }
        self = try found.get()
    }

    /// Opened once, for all look-ups.
    private static let lookup = Mutex<PROJContext?>(nil)

    private init(_ text: String, _ context: PROJContext) throws(ProjectionError) {
        guard let asked = CRSName.normalised(text) else { throw .notAName(text) }
        let isText = CRSName.isWellKnownText(asked)
        var system = try PROJSystem(asked, context)
        definition = isText && system.identifier == nil ? system.identified() ?? asked : asked
        if definition != asked { system = try PROJSystem(definition, context) }
        name = system.name
        // PROJ answers a name with the nearest one it has: that would be a guess.
        guard asked.contains(":") || isText || name.lowercased() == asked.lowercased() else {
            throw .otherName(asked, found: name, code: system.identifier)
        }
        code = system.identifier ?? name
        isGeographic = system.isGeographic
        isLatitudeFirst = system.isLatitudeFirst
        // WKT seldom says where its system is used; the registered system does.
        let registered = isText && system.areaOfUse == nil ? system.identifier : nil
        // A file's own authority may be none that PROJ has: then nothing is known about the area.
        areaOfUse = registered.map { try? PROJSystem($0, context).areaOfUse } ?? system.areaOfUse
    }
}
