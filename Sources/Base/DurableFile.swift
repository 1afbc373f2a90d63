import Foundation

/// File operations whose result survives a power failure.
package enum DurableFile {
    /// Waits until the content of a file, or the entries of a directory, are on the disk.
    ///
    /// - Throws: ``FileError`` if the file cannot be opened or written.
    package static func sync(_ path: String) throws(FileError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system("open", path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .system("write", path) }
    }

    /// Renames a file.
    ///
    /// An existing target is replaced atomically.
    ///
    /// - Throws: ``FileError`` if the file cannot be renamed.
    package static func rename(_ source: String, to target: String) throws(FileError) {
        guard Foundation.rename(source, target) == 0 else { throw .system("rename to", target) }
    }

    /// Replaces the content of a small file.
    ///
    /// Readers see the old or the new content, never a part.
    ///
    /// - Throws: ``FileError`` if the file cannot be written.
    package static func replace(_ path: String, with content: String) throws(FileError) {
        let temporary = path + ".new"
        try write(content, to: temporary)
        try sync(temporary)
        try rename(temporary, to: path)
        try sync((path as NSString).deletingLastPathComponent)
    }

    private static func write(_ content: String, to path: String) throws(FileError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .system("write", path) }
        defer { close(descriptor) }
        let bytes = Array(content.utf8)
        var done = 0
        while done < bytes.count {
            let written = bytes[done...].withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            guard written >= 0 || errno == EINTR else { throw .system("write", path) }
            done += max(written, 0)
        }
    }
}
