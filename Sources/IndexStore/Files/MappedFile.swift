import Base
import Foundation

/// A file mapped into memory, read-only, until the value goes away.
///
/// The bytes must not change while it is mapped: the files of a generation never do.
final class MappedFile: Sendable {
    let path: String
    /// The bytes of the file; valid as long as this object lives.
    nonisolated(unsafe) let bytes: UnsafeRawBufferPointer

    /// - Throws: an `.inputOutput` error if the file cannot be opened, a `.data` error if it is empty or not a
    ///   file.
    init(path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError.system("open", path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw FileError.system("open", path) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw IndexStoreError.damaged(path, "it is not a regular file")
        }
        guard status.st_size > 0 else { throw IndexStoreError.damaged(path, "it is empty") }
        let mapped = mmap(nil, Int(status.st_size), PROT_READ, MAP_SHARED, descriptor, 0)
        guard let mapped, mapped != MAP_FAILED else { throw FileError.system("map", path) }
        self.path = path
        bytes = UnsafeRawBufferPointer(start: mapped, count: Int(status.st_size))
    }

    deinit {
        munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    }
}
