/// A buffer over a byte stream that begins at the current record and grows until it contains the whole record.
///
/// Indices count from the first byte of the record. They stay valid when more bytes are read. `advance` sets a new
/// first byte.
final class ByteWindow {
    private let source: any ByteSource
    private let chunkBytes: Int
    private var storage: UnsafeMutableBufferPointer<UInt8>
    private var start = 0
    private var end = 0
    private(set) var isAtEnd = false

    /// Creates a window that reads `chunkBytes` at a time.
    init(_ source: any ByteSource, chunkBytes: Int) {
        self.source = source
        self.chunkBytes = chunkBytes
        storage = .allocate(capacity: chunkBytes * 2)
    }

    deinit {
        storage.deallocate()
    }

    /// Number of bytes in the window.
    var count: Int {
        @inline(__always) get { end - start }
    }

    /// The byte at an index below `count`.
    subscript(index: Int) -> UInt8 {
        @inline(__always) get { storage[start + index] }
        @inline(__always) set { storage[start + index] = newValue }
    }

    func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: storage[start + range.lowerBound..<start + range.upperBound])
    }

    /// Moves bytes to a lower index within the window.
    func move(_ range: Range<Int>, to index: Int) {
        guard index < range.lowerBound, !range.isEmpty else { return }
        let source = UnsafeRawBufferPointer(bytes(range))
        UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(storage)[(start + index)...]).copyMemory(
            from: source)
    }

    /// Whether there is a byte at `index`.
    ///
    /// Reads more bytes if needed.
    @inline(__always)
    func has(_ index: Int) throws -> Bool {
        if index < end - start { return true }
        return try refill(upTo: index)
    }

    /// Discards the bytes before `index`, which becomes index 0.
    func advance(by index: Int) {
        start += index
    }

    private func refill(upTo index: Int) throws -> Bool {
        while index >= end - start {
            guard !isAtEnd else { return false }
            makeRoom()
            let room = UnsafeMutableRawBufferPointer(
                rebasing: UnsafeMutableRawBufferPointer(storage)[end..<end + chunkBytes])
            let count = try source.read(into: room)
            isAtEnd = count == 0
            end += count
        }
        return true
    }

    /// Moves the remaining bytes to the front, of a larger buffer if they fill more than half of this one.
    private func makeRoom() {
        guard end + chunkBytes > storage.count else { return }
        let kept = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(storage)[start..<end])
        if kept.count + chunkBytes > storage.count / 2 {
            let larger = UnsafeMutableBufferPointer<UInt8>.allocate(
                capacity: max(storage.count * 2, kept.count + chunkBytes))
            UnsafeMutableRawBufferPointer(larger).copyMemory(from: kept)
            storage.deallocate()
            storage = larger
        } else {
            UnsafeMutableRawBufferPointer(storage).copyMemory(from: kept)
        }
        start = 0
        end = kept.count
    }
}
