import Geo

/// A row of a table or a feature of a map, as it is in the file: not trimmed and not interpreted.
///
/// Shape: `values` are in the order of the headers of the reader. A short row is padded with empty values. Surplus
/// values follow at the end.
struct SourceRow: Sendable, Equatable {
    /// The position of the row in the file, from 1, in the `unit` of the reader.
    var line: Int
    var values: [String]
    /// The geometry in the `crs` of the reader.
    var geometry: Geometry?
    var problem: RowProblem?
}

/// A problem of one row that does not affect other rows.
package struct RowProblem: Sendable, Equatable {
    package enum Cause: String, Sendable {
        case tooFewFields, tooManyFields, geometry
    }

    package var cause: Cause
    package var message: String

    static func fields(found: Int, expected: Int) -> RowProblem {
        found < expected
            ? RowProblem(
                cause: .tooFewFields,
                message:
                    "\(found) fields, but the headers have \(expected): a delimiter or a line break is missing or "
                    + "misplaced."
            )
            : RowProblem(
                cause: .tooManyFields,
                message:
                    "\(found) fields, but the headers have \(expected): put text that contains the delimiter in "
                    + "quotes."
            )
    }

    static func geometry(_ reason: String) -> RowProblem {
        RowProblem(cause: .geometry, message: "The geometry cannot be read: \(reason).")
    }
}

/// The unit of `SourceRow.line`.
package enum SourceUnit: String, Sendable {
    /// Lines of a text file. The header is line 1.
    case line
    /// Rows of a spreadsheet, as the spreadsheet program numbers them.
    case row
    /// Features in file order.
    case feature
}
