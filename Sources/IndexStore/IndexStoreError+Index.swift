import Base
import CSQLite

/// What the index says when it cannot be built, opened or asked.
extension IndexStoreError {
    /// A failure that SQLite reports, with the statement and the file.
    static func sqlite(code: CInt, _ reason: String, sql: String, path: String) -> IndexStoreError {
        let statement = sql.count > 120 ? sql.prefix(120) + "…" : sql[...]
        let place = "'\(path)' (SQLite \(code): \(reason); at: \(statement))"
        return switch code & 0xFF {
        case SQLITE_CORRUPT, SQLITE_NOTADB:
            IndexStoreError(
                .data, "The index file \(place) is damaged. Roll back to another generation or rebuild the index.")
        case SQLITE_FULL: IndexStoreError(.inputOutput, "The disk is full at \(place). Free some space and try again.")
        case SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_READONLY, SQLITE_AUTH:
            IndexStoreError(
                .inputOutput, "Cannot read or write \(place). Check the disk and the permissions of the folder.")
        case SQLITE_NOMEM: outOfMemory
        case SQLITE_BUSY, SQLITE_LOCKED: IndexStoreError(.busy, "The index file \(place) is in use. Try again later.")
        case SQLITE_ERROR where reason.hasPrefix("no such table"),
            SQLITE_ERROR where reason.contains("vtable constructor failed"):
            IndexStoreError(.data, "The index file \(place) is damaged or of another version. Rebuild the index.")
        default: IndexStoreError(.internal, "SQLite failed in \(place). This is a bug in Banua; please report it.")
        }
    }

    static var outOfMemory: IndexStoreError {
        IndexStoreError(.inputOutput, "The memory is used up. Close other programs and try again.")
    }

    // MARK: Queries

    /// Another thread has ended a call of the index.
    package static let interrupted = IndexStoreError(
        .busy, "The search was stopped before it was done. Try again, or ask for less.")

    static var nothingWanted: IndexStoreError {
        IndexStoreError(.usage, "The query only says what not to find. Add a word that is wanted.")
    }

    static func tooManyClauses(_ count: Int, limit: Int) -> IndexStoreError {
        IndexStoreError(
            .usage, "The query has \(count) words; at most \(limit) can be searched for at once. Leave some out.")
    }

    static func limitOutOfRange(_ limit: Int, range: ClosedRange<Int>) -> IndexStoreError {
        IndexStoreError(
            .usage, "The value '\(limit)' is invalid for 'limit': expected \(range.lowerBound) to \(range.upperBound).")
    }

    static func tooManyConditions(_ count: Int, limit: Int) -> IndexStoreError {
        IndexStoreError(
            .usage, "The query has \(count) conditions on facts; at most \(limit) are possible. Leave some out.")
    }

    static func badWeights(_ problem: String) -> IndexStoreError {
        IndexStoreError(.usage, "The weights of the query are invalid: \(problem). Mend ranking.json.")
    }

    static var noOrigin: IndexStoreError {
        IndexStoreError(.usage, "The order by distance needs a place to measure from. Give one with 'near'.")
    }

    static var nothingToScore: IndexStoreError {
        IndexStoreError(
            .usage, "The order by relevance needs words to search for. Order by name or by distance instead.")
    }

    // MARK: Generations

    static func noGeneration(in dataDirectory: String) -> IndexStoreError {
        IndexStoreError(.noInput, "There is no index in '\(dataDirectory)' yet. Run banua-rebuild.")
    }

    static func unknownGeneration(_ name: String, known: [String]) -> IndexStoreError {
        let list = known.isEmpty ? "there is none yet: run banua-rebuild" : "there are \(known.joined(separator: ", "))"
        return IndexStoreError(.noInput, "There is no generation '\(name)': \(list).")
    }

    static func nothingToRollBackTo(_ current: String?) -> IndexStoreError {
        IndexStoreError(
            .usage, "No generation is older than '\(current ?? "none")', so there is nothing to roll back to.")
    }

    static func keepOutOfRange(_ keep: Int) -> IndexStoreError {
        IndexStoreError(.usage, "The value '\(keep)' is invalid for 'keep': expected 1 or more.")
    }

    static func damagedCurrent(_ path: String, _ content: String) -> IndexStoreError {
        IndexStoreError(
            .data,
            "The file '\(path)' names '\(content)', which is no generation here. Roll back to one that banua-rebuild "
                + "list shows, or rebuild."
        )
    }

    static func rebuildRunning(_ path: String) -> IndexStoreError {
        IndexStoreError(.busy, "Another rebuild holds '\(path)'. Wait until it is done and try again.")
    }

    static func definitionVersion(_ path: String, found: String, expected: String) -> IndexStoreError {
        IndexStoreError(
            .data,
            "The index in '\(path)' was made by another version of Banua (\(found), this one makes \(expected)). "
                + "Rebuild the index."
        )
    }

    static func diskTooSmall(_ path: String, needed: Int, free: Int) -> IndexStoreError {
        func megabytes(_ bytes: Int) -> String { "\((bytes + 999_999) / 1_000_000) MB" }
        return IndexStoreError(
            .inputOutput,
            "The disk of '\(path)' has \(megabytes(free)) free, and a rebuild needs about \(megabytes(needed)). Free "
                + "some space (banua-rebuild prune) and try again."
        )
    }

    static func verification(_ problems: [String]) -> IndexStoreError {
        let list = problems.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }.joined(separator: "; ")
        return IndexStoreError(
            .internal,
            "The new index did not pass its checks and was not published; the old one serves on: \(list).")
    }
}
