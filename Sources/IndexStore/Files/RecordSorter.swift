import Base
import Foundation

/// Sorts any number of byte records in memory that does not grow with them: sorted runs go to a scratch file and are
/// merged.
///
/// Records are compared as bytes (`memcmp`, a shorter one first). Equal records keep no particular order.
/// - Complexity: O(n log n) comparisons, most of them of two integers; memory at most `memoryBytes` and 64 KiB for each
///   run. Source: external merge sort, Knuth, The Art of Computer Programming 3, 5.4.
final class RecordSorter {
    /// A record in the arena; its first eight bytes, big-endian, decide most comparisons.
    private struct Entry {
        let prefix: UInt64
        let offset: UInt32
        let length: UInt32
    }

    private let directory: String
    private let memoryBytes: Int
    /// Holds the records not spilled yet; there only between the first record and the last one handed out.
    private var arena: UnsafeMutableRawBufferPointer?
    private var used = 0
    private var entries: [Entry] = []
    private var scratch: OutputFile?
    private var runs: [Range<Int>] = []
    private(set) var count = 0

    /// `memoryBytes` is shared by the records and the table that sorts them.
    init(scratchDirectory: String, memoryBytes: Int = 4 << 20) {
        directory = scratchDirectory
        self.memoryBytes = memoryBytes
    }

    deinit {
        arena?.deallocate()
    }

    func append(_ record: UnsafeRawBufferPointer) throws {
        let needed = used + record.count + (entries.count + 1) * MemoryLayout<Entry>.stride
        if needed > memoryBytes, !entries.isEmpty { try spill() }
        guard record.count <= memoryBytes else {
            throw IndexStoreError.tooLarge("bytes in a sort key", record.count, limit: memoryBytes)
        }
        let arena = self.arena ?? .allocate(byteCount: memoryBytes, alignment: 16)
        self.arena = arena
        UnsafeMutableRawBufferPointer(rebasing: arena[used...]).copyMemory(from: record)
        entries.append(Entry(prefix: Self.prefix(of: record), offset: UInt32(used), length: UInt32(record.count)))
        used += record.count
        count += 1
    }

    /// Hands out every record in ascending order, once; the bytes are valid during the call only.
    ///
    /// The sorter is empty afterwards.
    func drain(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        defer { reset() }
        guard let scratch else {
            sortEntries()
            for entry in entries { try body(record(of: entry)) }
            return
        }
        if !entries.isEmpty { try spill() }
        try scratch.flush()
        var readers: [RunReader] = try runs.compactMap { try RunReader(file: scratch, range: $0) }
        Self.heapify(&readers)
        while let first = readers.first {
            try body(first.record)
            if try first.advance() {
                Self.siftDown(&readers, from: 0)
            } else {
                let last = readers.removeLast()
                if !readers.isEmpty { readers[0] = last }
                Self.siftDown(&readers, from: 0)
            }
        }
    }

    private func reset() {
        arena?.deallocate()
        arena = nil
        used = 0
        entries = []
        scratch = nil
        runs = []
        count = 0
    }

    // MARK: Runs

    private func spill() throws {
        sortEntries()
        let file = try scratch ?? OutputFile(scratchIn: directory)
        scratch = file
        let start = file.count
        for entry in entries {
            try file.append(entry.length)
            try file.append(contentsOf: record(of: entry))
        }
        runs.append(start..<file.count)
        entries.removeAll(keepingCapacity: true)
        used = 0
    }

    private func record(of entry: Entry) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: arena?.baseAddress?.advanced(by: Int(entry.offset)), count: Int(entry.length))
    }

    private func sortEntries() {
        let base = arena.map { UnsafeRawPointer($0.baseAddress) } ?? nil
        entries.sort { left, right in
            guard left.prefix == right.prefix, let base else { return left.prefix < right.prefix }
            return compareBytes(
                UnsafeRawBufferPointer(start: base + Int(left.offset), count: Int(left.length)),
                UnsafeRawBufferPointer(start: base + Int(right.offset), count: Int(right.length))) < 0
        }
    }

    private static func prefix(of record: UnsafeRawBufferPointer) -> UInt64 {
        guard record.count < 8 else { return UInt64(bigEndian: record.loadUnaligned(as: UInt64.self)) }
        var prefix: UInt64 = 0
        for index in record.indices { prefix |= UInt64(record[index]) << (56 - 8 * UInt64(index)) }
        return prefix
    }

    // MARK: Merging (a binary heap of runs, the smallest record first)

    private static func heapify(_ readers: inout [RunReader]) {
        for index in stride(from: readers.count / 2 - 1, through: 0, by: -1) { siftDown(&readers, from: index) }
    }

    private static func siftDown(_ readers: inout [RunReader], from start: Int) {
        var parent = start
        while true {
            var smallest = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < readers.count && readers[child].precedes(readers[smallest]) {
                smallest = child
            }
            if smallest == parent { return }
            readers.swapAt(parent, smallest)
            parent = smallest
        }
    }
}

/// Walks the records of one sorted run.
private final class RunReader {
    private let file: OutputFile
    private let end: Int
    private var position: Int
    private var buffer: UnsafeMutableRawBufferPointer
    private var filled = 0
    private var next = 0
    private(set) var record = UnsafeRawBufferPointer(start: nil, count: 0)

    init?(file: OutputFile, range: Range<Int>) throws {
        self.file = file
        position = range.lowerBound
        end = range.upperBound
        buffer = .allocate(byteCount: 1 << 16, alignment: 16)
        guard try advance() else { return nil }
    }

    deinit {
        buffer.deallocate()
    }

    func precedes(_ other: RunReader) -> Bool {
        compareBytes(record, other.record) < 0
    }

    /// Moves to the next record; false at the end of the run.
    func advance() throws -> Bool {
        let lengthBytes = MemoryLayout<UInt32>.size
        guard try ensure(lengthBytes) else { return false }
        let length = Int(buffer.loadUnaligned(fromByteOffset: next, as: UInt32.self))
        guard try ensure(lengthBytes + length) else { throw FileError.system("read", file.path, code: EIO) }
        record = UnsafeRawBufferPointer(rebasing: buffer[next + lengthBytes..<next + lengthBytes + length])
        next += lengthBytes + length
        return true
    }

    /// Makes `wanted` bytes available from `next` on, if the run has that many.
    private func ensure(_ wanted: Int) throws -> Bool {
        if filled - next >= wanted { return true }
        let rest = UnsafeRawBufferPointer(rebasing: buffer[next..<filled])
        let target = wanted <= buffer.count ? buffer : .allocate(byteCount: wanted, alignment: 16)
        target.copyMemory(from: rest)
        if target.baseAddress != buffer.baseAddress {
            buffer.deallocate()
            buffer = target
        }
        filled -= next
        next = 0
        let room = min(buffer.count - filled, end - position)
        let got = try file.read(
            into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled..<filled + room]), at: position)
        position += got
        filled += got
        return filled >= wanted
    }
}

extension RecordSorter {
    /// Appends a pair that sorts by its first number.
    func append(_ first: UInt32, _ second: UInt32) throws {
        try withUnsafeBytes(of: (UInt64(first) << 32 | UInt64(second)).bigEndian) { try append($0) }
    }

    /// Hands out pairs in ascending order.
    func drainPairs(_ body: (_ first: UInt32, _ second: UInt32) throws -> Void) throws {
        try drain { record in
            let pair = UInt64(bigEndian: record.loadUnaligned(as: UInt64.self))
            try body(UInt32(pair >> 32), UInt32(truncatingIfNeeded: pair))
        }
    }
}

/// Negative, zero or positive as `left` comes before, equals or comes after `right`, byte by byte.
func compareBytes(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Int {
    let shared = min(left.count, right.count)
    if shared > 0, let first = left.baseAddress, let second = right.baseAddress {
        let order = memcmp(first, second, shared)
        if order != 0 { return Int(order) }
    }
    return left.count - right.count
}
