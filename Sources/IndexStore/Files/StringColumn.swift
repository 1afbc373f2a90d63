import Base
import Foundation

/// Strings in byte order, one after another, with the place where each begins.
struct StringColumn: Sendable {
    let bytes: Column<UInt8>
    /// One more than there are strings.
    let offsets: Column<UInt32>

    var count: Int { offsets.count - 1 }

    var strings: [String] { (0..<count).map { String(decoding: self[$0], as: UTF8.self) } }

    /// The bytes of a string; empty if the offsets make no sense, as in a damaged file.
    subscript(index: Int) -> UnsafeRawBufferPointer {
        let start = Int(offsets[index])
        let end = Int(offsets[index + 1])
        guard start <= end, end <= bytes.count else { return UnsafeRawBufferPointer(start: nil, count: 0) }
        return UnsafeRawBufferPointer(start: bytes.base + start, count: end - start)
    }

    /// The first index in `range` whose string does not satisfy the predicate, which must hold for a leading part of
    /// the range.
    func partition(in range: Range<Int>, where isBefore: (UnsafeRawBufferPointer) -> Bool) -> Int {
        range.partitionPoint { isBefore(self[$0]) }
    }

    func index(of string: String) -> Int? {
        var string = string
        return string.withUTF8 { utf8 in
            let wanted = UnsafeRawBufferPointer(utf8)
            let found = partition(in: 0..<count) { compareBytes($0, wanted) < 0 }
            return found < count && compareBytes(self[found], wanted) == 0 ? found : nil
        }
    }
}

extension StringColumn {
    /// Reads the two columns of the strings.
    ///
    /// `count` is the number of strings, if the file states it elsewhere.
    ///
    /// - Throws: `.data` if the columns are missing or of another length.
    init(_ file: ColumnFile, _ names: StringColumnNames, count: Int? = nil, path: String) throws {
        let offsets = try file.column(names.offsets, of: UInt32.self, count: count.map { $0 + 1 })
        guard offsets.count > 0 else { throw IndexStoreError.damaged(path, "column '\(names.offsets)' is empty") }
        self.init(bytes: try file.column(names.bytes, of: UInt8.self), offsets: offsets)
    }
}

/// How many leading bytes two strings have in common.
func sharedPrefixLength(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Int {
    let limit = min(left.count, right.count)
    var length = 0
    while length < limit, left[length] == right[length] { length += 1 }
    return length
}
