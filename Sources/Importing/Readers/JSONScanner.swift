/// Finds the end of JSON values by counting brackets and quotes.
enum JSONScanner {
    /// The state of a scan, so that it can continue when more bytes are available.
    struct State {
        fileprivate var depth = 0
        fileprivate var isInString = false
        fileprivate var isEscaped = false
        /// Whether the value is a number or literal, which may end at the end of the bytes.
        fileprivate(set) var isBare = false
    }

    @inline(__always)
    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    /// Continues at `start`.
    ///
    /// Returns the index after the value, or nil if the bytes end before it.
    static func follow(_ state: inout State, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var position = start
        while position < bytes.count {
            let byte = bytes[position]
            if state.isInString {
                if state.isEscaped {
                    state.isEscaped = false
                } else if byte == 0x5C {
                    state.isEscaped = true
                } else if byte == 0x22 {
                    state.isInString = false
                    if state.depth == 0 { return position + 1 }
                }
            } else if let stop = structure(byte, &state, at: position) {
                return stop
            }
            position += 1
        }
        return nil
    }

    /// Handles a byte outside of strings.
    ///
    /// Returns the index after the value if it ends there.
    @inline(__always)
    private static func structure(_ byte: UInt8, _ state: inout State, at position: Int) -> Int? {
        switch byte {
        case UInt8(ascii: "\""):
            if state.isBare { return position }
            state.isInString = true
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            if state.isBare { return position }
            state.depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            if state.depth == 0 { return position }
            state.depth -= 1
            if state.depth == 0 { return position + 1 }
        case UInt8(ascii: ","), UInt8(ascii: ":"), 0x20, 0x0A, 0x0D, 0x09, 0x1E:
            if state.depth == 0 { return position }
        default:
            if state.depth == 0 { state.isBare = true }
        }
        return nil
    }
}
