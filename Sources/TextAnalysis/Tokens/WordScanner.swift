/// Reads folded words one by one from UTF-8 bytes.
///
/// It alone defines what a word is.
struct WordScanner {
    private let source: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(_ source: UnsafeBufferPointer<UInt8>) {
        self.source = source
    }

    /// Appends the next word to `buffer` at `count`, which it advances.
    ///
    /// Returns the position of the word, or nil at the end.
    @inline(__always)
    mutating func next(into buffer: UnsafeMutableBufferPointer<UInt8>, count: inout Int) -> Range<Int>? {
        let first = count
        var start = position
        var end = position
        while position < source.count {
            let byte = source[position]
            if let folded = Self.foldedASCII(byte) {
                if count == first { start = position }
                buffer[count] = folded
                count += 1
                position += 1
                end = position
            } else if byte < 0x80 {
                if Self.isApostrophe(byte), joinsLetters(after: 1, buffer, first, count) {
                    position += 1
                } else if count > first {
                    return start..<end
                } else {
                    position += 1
                }
            } else {
                if count == first { start = position }
                let isWord = readScalar(into: buffer, first: first, count: &count)
                if count > first {
                    guard isWord else { return start..<end }
                    end = position
                }
            }
        }
        return count > first ? start..<end : nil
    }

    /// Reads a scalar outside ASCII.
    ///
    /// Returns false if it ends a word.
    ///
    /// An apostrophe inside a word and a combining mark do not change `count`.
    @inline(never)
    private mutating func readScalar(into buffer: UnsafeMutableBufferPointer<UInt8>, first: Int, count: inout Int)
        -> Bool
    {
        let (scalar, length) = scalar(at: position)
        switch ScalarFolding(scalar) {
        case .letters(let text):
            for byte in text.utf8 {
                buffer[count] = byte
                count += 1
            }
        case .invisible:
            break
        case .apostrophe:
            guard joinsLetters(after: length, buffer, first, count) else { return skip(length) }
        case .separator:
            return skip(length)
        }
        position += length
        return true
    }

    private mutating func skip(_ length: Int) -> Bool {
        position += length
        return false
    }

    /// Whether the apostrophe at the current position, `length` bytes long, is between two letters.
    private func joinsLetters(
        after length: Int, _ buffer: UnsafeMutableBufferPointer<UInt8>, _ first: Int, _ count: Int
    ) -> Bool {
        guard count > first, !Self.isDigit(buffer[count - 1]), position + length < source.count else { return false }
        let next = source[position + length]
        if next < 0x80 { return Self.foldedASCII(next) != nil && !Self.isDigit(next) }
        guard case .letters(let text) = ScalarFolding(scalar(at: position + length).scalar),
            let letter = text.utf8.first
        else {
            return false
        }
        return !Self.isDigit(letter)
    }

    /// Decodes one scalar.
    ///
    /// The source is valid UTF-8, so the lead byte gives the length.
    private func scalar(at index: Int) -> (scalar: Unicode.Scalar, length: Int) {
        let lead = UInt32(source[index])
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard index + length <= source.count else { return (" ", source.count - index) }
        var value = lead & (0x7F >> UInt32(length))
        for offset in 1..<length {
            value = value << 6 | UInt32(source[index + offset]) & 0x3F
        }
        return (Unicode.Scalar(value) ?? " ", length)
    }

    @inline(__always)
    private static func foldedASCII(_ byte: UInt8) -> UInt8? {
        if byte | 0x20 &- 0x61 < 26 { return byte | 0x20 }
        return byte &- 0x30 < 10 ? byte : nil
    }

    @inline(__always)
    private static func isDigit(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10
    }

    @inline(__always)
    private static func isApostrophe(_ byte: UInt8) -> Bool {
        byte == 0x27 || byte == 0x60
    }
}
