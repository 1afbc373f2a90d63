import CRanking
import CSQLite

/// Ends what a reader is doing, from any thread: it throws `SearchInterrupted`.
///
/// What it does next is not affected.
package final class InterruptHandle: Sendable {
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

    package func interrupt() {
        banua_flag_set(flag, true)
        sqlite3_interrupt(database.handle)
    }
}
