import Gazetteer

/// A problem of a row.
package struct ImportProblem: Sendable, Hashable {
    /// The effect of a problem on its row.
    package enum Effect: Int, Sendable, Hashable {
        /// The row was not imported.
        case rejected
        /// The row was imported with a less exact position, or none.
        case placedLessExactly
        /// The row was imported; the problem explains how a value was read.
        case remark
    }

    /// The cause.
    ///
    /// Reports group problems by it.
    package var cause: ImportCause
    package var effect: Effect
    package var line: Int
    /// The header of the column, or what the problem is about.
    package var field: String?
    /// The value in the file.
    package var value: String?
    /// What is wrong, as a sentence.
    package var message: String
    /// What to do about it, as a sentence.
    package var remedy: String
}

/// The causes of rejections, less exact positions, and remarks.
package enum ImportCause: Hashable, Sendable {
    case row(RowProblem.Cause)
    case nameMissing, rowOfTotals, notANumber, outOfRange, notAKind, notAYesOrNo, notAPrice, notADate, notAPostcode
    case codeMissing, codeUnreadable, codeOfStatistics, codeOfOtherLevel, codesDisagree
    case parentUnknown, districtUnknown, sentraUnknown, productUnknown, areaUnknown
    case idUnusable, idTwice, idOfOtherKind, rowTwice
    case coordinateUnreadable, coordinateOutsideCRS
    case refusedByCatalog
    case villageMoved
    case linkIncomplete, linkRemoved
    case place(PlaceCause)
    case coordinate(CoordinateCause)
}
