/// A reference system or transformation that cannot be had, or a point that it cannot take.
public struct ProjectionError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Kind: Sendable {
        /// The caller named a system PROJ does not know.
        case usage
        /// A point outside of the system's area, or one that PROJ refuses.
        case data
        /// PROJ itself failed.
        case `internal`
    }

    public var kind: Kind
    public var message: String
    public var description: String { message }

    static func unknown(_ code: String, _ reason: String) -> ProjectionError {
        ProjectionError(
            kind: .usage,
            message:
                "The reference system '\(code)' is not known to PROJ (\(reason)): give an authority and a code, such as EPSG:32750 or EPSG:4326."
        )
    }

    static func impossible(from: String, to: String, _ reason: String) -> ProjectionError {
        ProjectionError(kind: .internal, message: "There is no transformation from '\(from)' to '\(to)' (\(reason)).")
    }

    static func outside(x: Double, y: Double, _ code: String, _ area: String) -> ProjectionError {
        ProjectionError(
            kind: .data,
            message:
                "The position \(x), \(y) lies outside of the area of use of '\(code)' (\(area)): check that the numbers are in this reference system, easting or longitude first."
        )
    }

    static func refused(x: Double, y: Double, _ code: String, _ reason: String) -> ProjectionError {
        ProjectionError(kind: .data, message: "PROJ cannot transform the position \(x), \(y) from '\(code)': \(reason).")
    }
}
