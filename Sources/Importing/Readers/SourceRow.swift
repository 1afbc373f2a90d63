import Geo

/// One row of a table or one feature of a map, as the file has it: nothing trimmed, nothing interpreted.
///
/// Shape: `values` stand in the order of the reader's headers and are at least as many; a short row is filled up with
/// empty values, and what a row has beyond its headers follows at the end.
package struct SourceRow: Sendable, Equatable {
    /// Where the row stands in its file, counted from 1 in the reader's `unit`.
    package var line: Int
    package var values: [String]
    /// In the reader's `crs`.
    package var geometry: Geometry?
    package var problem: RowProblem?

    package init(line: Int, values: [String], geometry: Geometry? = nil, problem: RowProblem? = nil) {
        self.line = line
        self.values = values
        self.geometry = geometry
        self.problem = problem
    }
}

/// Why one row cannot be taken as it is, while the rows around it can.
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
                    "\(found) fields where the headers have \(expected): a delimiter or a line break is missing or "
                    + "misplaced."
            )
            : RowProblem(
                cause: .tooManyFields,
                message:
                    "\(found) fields where the headers have \(expected): put text that contains the delimiter in "
                    + "quotes."
            )
    }

    static func geometry(_ reason: String) -> RowProblem {
        RowProblem(cause: .geometry, message: "The geometry cannot be read: \(reason).")
    }
}

/// What `SourceRow.line` counts.
package enum SourceUnit: String, Sendable {
    /// Lines of a text file, the header line being 1.
    case line
    /// Rows of a spreadsheet, as the spreadsheet numbers them.
    case row
    /// Features, in file order.
    case feature
}
