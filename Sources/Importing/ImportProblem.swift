/// Something about a row that a person should know or mend.
package struct ImportProblem: Sendable, Hashable {
    /// What the problem did to the row.
    package enum Effect: Int, Sendable, Hashable {
        /// The row is not in the catalog.
        case rejected
        /// The row is in, with a position less exact than it could be, or none.
        case placedLessExactly
        /// The row is in; what was made of a value is told.
        case remark
    }

    /// What problems are grouped by.
    package var cause: ImportCause
    package var effect: Effect
    package var line: Int
    /// The column's header, or what the problem is about.
    package var field: String?
    /// The value as written.
    package var value: String?
    /// What is wrong, in a sentence.
    package var message: String
    /// What to do about it, in a sentence.
    package var remedy: String
}

/// Why rows are rejected, placed less exactly, or remarked on.
package enum ImportCause: Hashable, Sendable {
    case row(RowProblem.Cause)
    case nameMissing, rowOfTotals, notANumber, outOfRange, notAKind, notAYesOrNo, notAPrice, notADate, notAPostcode
    case codeMissing, codeUnreadable, codeOfStatistics, codeOfOtherLevel, codesDisagree
    case parentUnknown, districtUnknown, sentraUnknown, areaUnknown
    case idUnusable, idTwice, idOfOtherKind, rowTwice
    case coordinateUnreadable, coordinateOutsideCRS
    case refusedByCatalog
    case villageMoved
    case place(PlaceCause)
    case coordinate(CoordinateCause)
}
