import Base
import Crypto
import Foundation

/// Reads a file from start to end, and computes its size and SHA-256.
final class FileSource: ByteSource {
    let path: String
    let totalBytes: Int64
    private(set) var bytesRead: Int64 = 0
    private let handle: Int32
    private let hashes: Bool
    private var hasher = SHA256()

    /// Opens a file.
    ///
    /// Set `hashes` to false if another pass over the file computes the checksum.
    init(path: String, hashes: Bool = true) throws {
        self.path = path
        totalBytes = try Self.size(of: path)
        self.hashes = hashes
        handle = Foundation.open(path, O_RDONLY | O_CLOEXEC)
        guard handle >= 0 else { throw ImportingError.unreadable(path, reason: String(cString: strerror(errno))) }
    }

    deinit {
        close(handle)
    }

    /// The size of a regular file.
    ///
    /// Throws an error for anything else.
    static func size(of path: String) throws -> Int64 {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw errno == ENOENT || errno == ENOTDIR
                ? ImportingError.noSuchFile(path) : .unreadable(path, reason: String(cString: strerror(errno)))
        }
        guard status.st_mode & S_IFMT == S_IFREG else { throw ImportingError.notAFile(path) }
        return Int64(status.st_size)
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while true {
            let count = Foundation.read(handle, buffer.baseAddress, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw ImportingError.unreadable(path, reason: String(cString: strerror(errno))) }
            bytesRead += Int64(count)
            if hashes { hasher.update(bufferPointer: UnsafeRawBufferPointer(rebasing: buffer[..<count])) }
            return count
        }
    }

    /// The SHA-256 of the whole file in hexadecimal.
    ///
    /// Reads the rest of the file.
    func checksum() throws -> String {
        guard hashes else { return try FileSource(path: path).checksum() }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
        defer { buffer.deallocate() }
        while try read(into: buffer) > 0 {}
        return Self.hexadecimal(hasher.finalize())
    }

    /// The SHA-256 of several files, one after the other.
    static func checksum(ofAll paths: [String]) throws -> String {
        guard paths.count > 1 else {
            return try paths.first.map { try FileSource(path: $0).checksum() } ?? hexadecimal(SHA256().finalize())
        }
        var hasher = SHA256()
        for path in paths {
            // Mapping keeps the memory constant.
            hasher.update(data: try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped))
        }
        return hexadecimal(hasher.finalize())
    }

    private static func hexadecimal(_ digest: SHA256.Digest) -> String {
        Hexadecimal.digits(of: digest)
    }
}

/// A source of bytes for a window.
protocol ByteSource: AnyObject {
    /// Fills the buffer from its start. Returns the number of bytes, 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}

/// A source of bytes in memory.
final class MemorySource: ByteSource {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: some Sequence<UInt8>) {
        self.bytes = Array(bytes)
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, bytes.count - position)
        buffer.copyBytes(from: bytes[position..<position + count])
        position += count
        return count
    }
}
