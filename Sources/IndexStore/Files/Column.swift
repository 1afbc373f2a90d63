/// The elements of one column of a mapped file; valid as long as the file is.
///
/// Reading beyond the end stops the program, as with an array: an index that comes from outside is checked with
/// `indices` first.
///
/// Unchecked, for the compiler does not know that mapped memory is never written.
package struct Column<Element: BitwiseCopyable>: @unchecked Sendable {
    package let base: UnsafePointer<Element>
    package let count: Int

    @inlinable
    init(_ base: UnsafePointer<Element>, count: Int) {
        self.base = base
        self.count = count
    }

    @inlinable
    package var indices: Range<Int> { 0..<count }

    @inlinable
    package subscript(index: Int) -> Element {
        precondition(index >= 0 && index < count, "column index out of range")
        return base[index]
    }
}
