/// Memory that C reads and writes during one request; freed together, with this object.
final class Arena {
    private var blocks: [UnsafeMutableRawPointer] = []

    deinit {
        for block in blocks { block.deallocate() }
    }

    /// An array of plain values; room for at least one, so that its address is always good.
    func array<Value: BitwiseCopyable>(of value: Value, count: Int) -> UnsafeMutablePointer<Value> {
        let block = UnsafeMutablePointer<Value>.allocate(capacity: max(1, count))
        block.initialize(repeating: value, count: max(1, count))
        blocks.append(UnsafeMutableRawPointer(block))
        return block
    }
}
