/// Validates UTF-8 (Unicode 15, table 3-7).
enum UTF8Scanner {
    enum Sequence: Equatable {
        /// The next bytes are whole characters; the number is at least 1.
        case valid(Int)
        /// The bytes end within a character.
        case incomplete
        case invalid
    }

    /// Examines the bytes at `position`: a run of ASCII, or one other character.
    @inline(__always)
    static func sequence(in bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Sequence {
        let lead = bytes[position]
        if lead < 0x80 { return .valid(asciiRun(in: bytes, at: position)) }
        return multibyte(lead, in: bytes, at: position)
    }

    private static func asciiRun(in bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        var end = position
        while end + 8 <= raw.count, raw.loadUnaligned(fromByteOffset: end, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        { end += 8 }
        while end < raw.count, raw[end] < 0x80 { end += 1 }
        return end - position
    }

    private static func multibyte(_ lead: UInt8, in bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Sequence {
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        case 0xF1...0xF3: length = 4
        default: return .invalid
        }
        for offset in 1..<length {
            guard position + offset < bytes.count else { return .incomplete }
            guard (offset == 1 ? second : 0x80...0xBF).contains(bytes[position + offset]) else { return .invalid }
        }
        return .valid(length)
    }
}
