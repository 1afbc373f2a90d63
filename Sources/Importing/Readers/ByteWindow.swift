/// A stretch of a byte stream that moves along with its reader: it begins at the record being read and grows until that
/// record is whole.
///
/// Indices count from the record's first byte, and stay right when more bytes are read; `advance` makes them count from
/// a new first byte.
final class ByteWindow {
    private let source: any ByteSource
    private let chunkBytes: Int
    private var storage: UnsafeMutableBufferPointer<UInt8>
    private var start = 0
    private var end = 0
    private(set) var isAtEnd = false

    /// - Parameter chunkBytes: how much is read at a time.
    init(_ source: any ByteSource, chunkBytes: Int) {
        self.source = source
        self.chunkBytes = chunkBytes
        storage = .allocate(capacity: chunkBytes * 2)
    }

    deinit {
        storage.deallocate()
    }

    /// How many bytes are here.
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

    /// Moves bytes to the left within the window.
    func move(_ range: Range<Int>, to index: Int) {
        guard index < range.lowerBound, !range.isEmpty else { return }
        let source = UnsafeRawBufferPointer(bytes(range))
        UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(storage)[(start + index)...]).copyMemory(
            from: source)
    }

    /// True where there is a byte at `index`, which may be read now.
    @inline(__always)
    func has(_ index: Int) throws -> Bool {
        if index < end - start { return true }
        return try refill(upTo: index)
    }

    /// Forgets the bytes before `index`, which becomes index 0.
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

    /// Moves what is kept to the front, into a larger buffer where it fills more than half of this one.
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
