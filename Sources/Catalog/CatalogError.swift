import Base
import GRDB

/// What went wrong with the catalog, for whom, and what to do about it.
package struct CatalogError: Failure, Hashable {
    package let kind: FailureKind
    package let message: String

}

/// The catalog's messages.
extension CatalogError {
    static func missing(_ path: String) -> CatalogError {
        CatalogError(
            kind: .noInput,
            message: "There is no catalog at '\(path)': import a list first, or name the data directory with --data.")
    }

    static func newer(_ path: String) -> CatalogError {
        CatalogError(
            kind: .usage,
            message: "The catalog '\(path)' was written by a newer release of Banua: "
                + "use that release, or another data directory.")
    }

    static func unreadable(column: String, value: String?) -> CatalogError {
        let found = value.map { "'\($0)'" } ?? "nothing"
        return CatalogError(
            kind: .data,
            message:
                "The catalog holds \(found) in the column '\(column)', which its schema rules out: restore a backup."
        )
    }

    static func refused(_ id: String, table: String, reason: String) -> CatalogError {
        CatalogError(kind: .data, message: "The row '\(id)' cannot be kept in \(table): \(reason).")
    }

    /// Tells what a failure of SQLite means to the person who asked for the work.
    static func from(_ error: DatabaseError, path: String) -> CatalogError {
        let reason = error.message ?? "SQLite error \(error.resultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            return CatalogError(
                kind: .busy, message: "Another import is writing to the catalog '\(path)': try again when it has ended."
            )
        case .SQLITE_FULL:
            return CatalogError(
                kind: .inputOutput, message: "The disk of the catalog '\(path)' is full: make room and try again.")
        case .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
            return CatalogError(
                kind: .inputOutput,
                message:
                    "The catalog '\(path)' cannot be read or written (\(reason)): check the disk and the permissions.")
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            return CatalogError(
                kind: .data, message: "The file '\(path)' is not a sound catalog (\(reason)): restore a backup.")
        case .SQLITE_CONSTRAINT:
            return CatalogError(kind: .data, message: "The catalog '\(path)' refuses a row (\(reason)).")
        default:
            return CatalogError(
                kind: .internal, message: "The catalog '\(path)' failed (\(reason)): please report this.")
        }
    }
}
