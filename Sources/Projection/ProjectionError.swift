import Base
import Geo

/// An unknown reference system or transformation, or a position that it cannot transform.
package struct ProjectionError: Failure, Hashable {
    package var kind: FailureKind
    package var message: String
}

/// The messages of this module.
extension ProjectionError {
    private static let examples = "give an authority and a code, such as EPSG:32750 or EPSG:4326"

    // MARK: PROJ

    static let noContext = ProjectionError(
        kind: .internal, message: "PROJ could not be started: there may be no memory left.")
    static let noDatabase = ProjectionError(
        kind: .data,
        message: "PROJ's database proj.db is missing: install the package proj-data, or name its folder in PROJ_DATA.")

    // MARK: Systems

    static func notAName(_ text: String) -> ProjectionError {
        ProjectionError(kind: .usage, message: "'\(excerpt(text))' does not name a reference system: \(examples).")
    }

    static func unknown(_ code: String, _ reason: String?) -> ProjectionError {
        ProjectionError(
            kind: .usage,
            message: "The reference system '\(excerpt(code))' is not known to PROJ\(inBrackets(reason)): \(examples).")
    }

    static func otherName(_ name: String, found: String, code: String?) -> ProjectionError {
        let known = code.map { "'\(found)' (\($0))" } ?? "'\(found)'"
        return ProjectionError(
            kind: .usage,
            message: "The reference system '\(excerpt(name))' is not known to PROJ, which knows \(known): \(examples).")
    }

    static func notOnAMap(_ code: String) -> ProjectionError {
        ProjectionError(
            kind: .usage,
            message:
                "'\(excerpt(code))' is not a reference system of positions on a map: name a geographic or projected "
                + "one."
        )
    }

    static func impossible(from: CRS, to: CRS, _ reason: String?) -> ProjectionError {
        ProjectionError(
            kind: .usage,
            message:
                "PROJ knows no transformation from \(named(from)) to \(named(to)) that does not guess at the "
                + "datum\(inBrackets(reason)): transform the file with a program that has one, and import the result.")
    }

    // MARK: Positions

    static func looksLikeDegrees(x: Double, y: Double, _ crs: CRS) -> ProjectionError {
        ProjectionError(
            kind: .data,
            message:
                "The position \(x), \(y) looks like degrees, but \(named(crs)) is in metres: name the system that the "
                + "numbers are in, such as EPSG:4326.")
    }

    static func notDegrees(x: Double, y: Double, _ crs: CRS) -> ProjectionError {
        ProjectionError(
            kind: .data,
            message:
                "The position \(x), \(y) is beyond ±180 and ±90 degrees, but \(named(crs)) is in degrees: give "
                + "longitude first, or name the system that the numbers are in, such as EPSG:32750.")
    }

    static func outside(x: Double, y: Double, source: CRS, of crs: CRS) -> ProjectionError {
        let area = crs.areaOfUse.map { " (\($0.west) to \($0.east) east, \($0.south) to \($0.north) north)" } ?? ""
        return ProjectionError(
            kind: .data,
            message:
                "The position \(x), \(y) of \(named(source)) lies outside of the area of \(named(crs))\(area): check "
                + "that the numbers are in this system, easting or longitude first.")
    }

    static func refused(x: Double, y: Double, _ crs: CRS, _ reason: String) -> ProjectionError {
        ProjectionError(
            kind: .data,
            message:
                "PROJ cannot transform the position \(x), \(y) of \(named(crs)) (\(reason)): check that the numbers "
                + "are in this system."
        )
    }

    private static func named(_ crs: CRS) -> String {
        crs.code == crs.name ? "'\(excerpt(crs.name))'" : "\(crs.code) (\(excerpt(crs.name)))"
    }

    private static func inBrackets(_ reason: String?) -> String { reason.map { " (\($0))" } ?? "" }

    /// Shortens a text for a message.
    ///
    /// WKT can be pages long.
    private static func excerpt(_ text: String) -> String { text.count <= 60 ? text : text.prefix(57) + "..." }
}
