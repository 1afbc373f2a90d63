/// The elements of one column of a mapped file; valid as long as the file is.
///
/// Reading beyond the end stops the program, as with an array: an index that comes from outside is checked with
/// `indices` first.
///
/// Unchecked, for the compiler does not know that mapped memory is never written.
struct Column<Element: BitwiseCopyable>: @unchecked Sendable {
    let base: UnsafePointer<Element>
    let count: Int

    init(_ base: UnsafePointer<Element>, count: Int) {
        self.base = base
        self.count = count
    }

    var indices: Range<Int> { 0..<count }

    subscript(index: Int) -> Element {
        precondition(index >= 0 && index < count, "column index out of range")
        return base[index]
    }
}
