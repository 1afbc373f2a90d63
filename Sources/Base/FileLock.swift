import Foundation

/// An exclusive lock between processes.
///
/// The system releases it when the process ends, however it ends.
package final class FileLock: Sendable {
    private let descriptor: CInt

    /// Locks a file, which is created if it does not exist.
    ///
    /// Returns nil if another process holds the lock.
    ///
    /// - Throws: ``FileError`` if the file cannot be opened or locked.
    package init?(_ path: String) throws(FileError) {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .system("write", path) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) != 0 else { return }
        let code = errno
        close(descriptor)
        guard code == EWOULDBLOCK else { throw .system("lock", path, code: code) }
        return nil
    }

    deinit {
        close(descriptor)
    }
}
