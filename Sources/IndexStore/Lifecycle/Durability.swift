import Foundation

/// What makes a change outlive a power cut.
enum Durability {
    /// Waits until a file, or the names in a directory, are on the disk.
    static func sync(_ path: String) throws {
        let descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw IndexStoreError.system("open", path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw IndexStoreError.system("write", path) }
    }

    static func rename(_ source: String, to target: String) throws {
        guard Foundation.rename(source, target) == 0 else { throw IndexStoreError.system("rename to", target) }
    }

    /// Puts a small file in the place of another, so that readers see the old or the new content, whole.
    static func replace(_ path: String, with content: String) throws {
        let temporary = path + ".new"
        let file = try OutputFile(path: temporary)
        var content = content
        try content.withUTF8 { try file.append(contentsOf: UnsafeRawBufferPointer($0)) }
        try file.flush()
        try sync(temporary)
        try rename(temporary, to: path)
        try sync((path as NSString).deletingLastPathComponent)
    }
}
