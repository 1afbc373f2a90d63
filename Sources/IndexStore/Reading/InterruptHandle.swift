import CRanking
import CSQLite

/// Ends what a reader is doing, from any thread: it throws `IndexStoreError.interrupted`.
///
/// The next call is not affected.
final class InterruptHandle: Sendable {
    /// Kept open by this handle: interrupting a closed connection is not defined.
    private nonisolated(unsafe) let database: Database
    nonisolated(unsafe) let flag: OpaquePointer

    init(_ database: Database) throws {
        guard let flag = banua_flag_create() else { throw IndexStoreError.outOfMemory }
        self.database = database
        self.flag = flag
    }

    deinit {
        banua_flag_free(flag)
    }

    func interrupt() {
        banua_flag_set(flag, true)
        sqlite3_interrupt(database.handle)
    }
}
