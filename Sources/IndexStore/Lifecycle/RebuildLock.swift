import Foundation

/// Only one process at a time may build, roll back or prune; the system gives the lock back however the process ends.
final class RebuildLock: Sendable {
    private let descriptor: CInt

    /// Throws: `.busy` where another process holds it.
    init(_ path: String) throws {
        descriptor = Foundation.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw IndexStoreError.system("write", path) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            close(descriptor)
            throw code == EWOULDBLOCK ? IndexStoreError.rebuildRunning(path) : IndexStoreError.system("lock", path, code: code)
        }
    }

    deinit {
        close(descriptor)
    }
}
