/// The elements of one column of a mapped file; valid as long as the file is.
///
/// Reading beyond the end stops the program, as with an array: an index that comes from outside is checked with `indices` first.
///
/// Unchecked, for the compiler does not know that mapped memory is never written.
public struct Column<Element: BitwiseCopyable>: @unchecked Sendable {
    public let base: UnsafePointer<Element>
    public let count: Int

    @inlinable
    init(_ base: UnsafePointer<Element>, count: Int) {
        self.base = base
        self.count = count
    }

    @inlinable
    public var indices: Range<Int> { 0..<count }

    @inlinable
    public subscript(index: Int) -> Element {
        precondition(index >= 0 && index < count, "column index out of range")
        return base[index]
    }
}
