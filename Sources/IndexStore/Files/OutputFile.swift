import Base
import Foundation

/// A file that is written from front to back through a buffer, and may be read again if it is scratch.
final class OutputFile {
    private static let bufferBytes = 1 << 16

    let path: String
    private let descriptor: CInt
    private let buffer: UnsafeMutableRawBufferPointer
    private var used = 0
    private var flushed = 0

    /// Creates the file, or empties it.
    init(path: String) throws {
        self.path = path
        descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FileError.system("write", path) }
        buffer = .allocate(byteCount: Self.bufferBytes, alignment: 16)
    }

    /// A file without a name in `directory`: the system removes it when it is closed, however the process ends.
    convenience init(scratchIn directory: String) throws {
        try self.init(path: "\(directory)/.scratch-\(UUID().uuidString)")
        unlink(path)
    }

    deinit {
        close(descriptor)
        buffer.deallocate()
    }

    /// Bytes appended so far.
    var count: Int { flushed + used }

    @inline(__always)
    func append<Value: BitwiseCopyable>(_ value: Value) throws {
        let size = MemoryLayout<Value>.size
        if used + size > Self.bufferBytes { try flush() }
        buffer.storeBytes(of: value, toByteOffset: used, as: Value.self)
        used += size
    }

    func append(contentsOf bytes: UnsafeRawBufferPointer) throws {
        if used + bytes.count > Self.bufferBytes { try flush() }
        guard bytes.count <= Self.bufferBytes else { return try write(bytes) }
        UnsafeMutableRawBufferPointer(rebasing: buffer[used...]).copyMemory(from: bytes)
        used += bytes.count
    }

    /// Appends zeros up to the next multiple of `alignment`.
    func pad(to alignment: Int) throws {
        while count % alignment != 0 { try append(UInt8(0)) }
    }

    func flush() throws {
        let pending = UnsafeRawBufferPointer(rebasing: buffer[..<used])
        used = 0
        try write(pending)
    }

    private func write(_ bytes: UnsafeRawBufferPointer) throws {
        try overwrite(bytes, at: flushed)
        flushed += bytes.count
    }

    /// Writes at a place already passed.
    func overwrite(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws {
        var done = 0
        while done < bytes.count {
            let written = pwrite(
                descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done, off_t(offset + done))
            guard written >= 0 || errno == EINTR else { throw FileError.system("write", path) }
            done += max(written, 0)
        }
    }

    /// Fills the buffer from what was written at `offset`, and returns how many bytes there were.
    func read(into target: UnsafeMutableRawBufferPointer, at offset: Int) throws -> Int {
        try flush()
        var done = 0
        while done < target.count {
            let got = pread(
                descriptor, target.baseAddress?.advanced(by: done), target.count - done, off_t(offset + done))
            guard got >= 0 || errno == EINTR else { throw FileError.system("read", path) }
            guard got != 0 else { break }
            done += max(got, 0)
        }
        return done
    }

    /// Appends everything written to `other`.
    func append(contentsOf other: OutputFile) throws {
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.bufferBytes, alignment: 16)
        defer { block.deallocate() }
        var offset = 0
        while offset < other.count {
            let got = try other.read(into: block, at: offset)
            guard got > 0 else { throw FileError.system("read", other.path, code: EIO) }
            try append(contentsOf: UnsafeRawBufferPointer(rebasing: block[..<got]))
            offset += got
        }
    }
}
