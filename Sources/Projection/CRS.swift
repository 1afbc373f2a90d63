import CPROJ
import Geo
import Synchronization

/// A horizontal coordinate reference system.
///
///     let crs = try CRS("urn:ogc:def:crs:EPSG::32750")
///     crs.code      // "EPSG:32750"
///     crs.name      // "WGS 84 / UTM zone 50S"
///
/// Accepts `EPSG:32750`, `32750`, `OGC:CRS84`, OGC URNs, URLs and safe CURIEs, the full name of the system, and WKT.
/// WKT without an identifier is matched to the systems of EPSG. Heights are ignored.
package struct CRS: Hashable, Sendable {
    /// Authority and code.
    ///
    /// The name if the system has no code.
    package let code: String
    /// The name in the database of PROJ, or in the WKT.
    package let name: String
    /// Whether coordinates are in degrees.
    package let isGeographic: Bool
    /// Whether latitude or northing is first in the axis order of the system.
    ///
    /// `Transformation` always puts it second.
    package let isLatitudeFirst: Bool
    /// The area where the system is used, in degrees.
    ///
    /// Nil if PROJ does not know it.
    package let areaOfUse: BoundingBox?
    /// What PROJ creates the system from: the code, or WKT.
    let definition: String

    /// Creates a reference system from its code, name or definition.
    ///
    /// - Throws: `ProjectionError` (usage) if PROJ does not know the system, or if it is not a horizontal one.
    /// - Complexity: A look-up in the database of PROJ. Only one look-up runs at a time.
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

    /// The context of all look-ups, created by the first.
    private static let lookup = Mutex<PROJContext?>(nil)

    private init(_ text: String, _ context: PROJContext) throws(ProjectionError) {
        guard let asked = CRSName.normalised(text) else { throw .notAName(text) }
        let isText = CRSName.isWellKnownText(asked)
        var system = try PROJSystem(asked, context)
        definition = isText && system.identifier == nil ? system.identified() ?? asked : asked
        if definition != asked { system = try PROJSystem(definition, context) }
        name = system.name
        // PROJ resolves a name to the most similar one. That would be a guess.
        guard asked.contains(":") || isText || name.lowercased() == asked.lowercased() else {
            throw .otherName(asked, found: name, code: system.identifier)
        }
        code = system.identifier ?? name
        isGeographic = system.isGeographic
        isLatitudeFirst = system.isLatitudeFirst
        // WKT rarely has an area of use; the registered system does.
        let registered = isText && system.areaOfUse == nil ? system.identifier : nil
        // PROJ may not know the authority of a file. Then the area is unknown.
        areaOfUse = registered.map { try? PROJSystem($0, context).areaOfUse } ?? system.areaOfUse
    }
}
