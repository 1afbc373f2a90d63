import Foundation

/// Decodes a text file to valid UTF-8.
///
/// It accepts UTF-8 and UTF-16 with or without a byte order mark. Bytes that are not valid UTF-8 are decoded one by one
/// as Windows-1252, so a list pasted together from two encodings is also read correctly.
final class TextSource: ByteSource {
    enum Encoding: Sendable {
        case utf8, utf16LittleEndian, utf16BigEndian
    }

    let encoding: Encoding
    /// Number of bytes that were not UTF-8 and were decoded as Windows-1252.
    private(set) var windows1252Bytes = 0
    private let source: any ByteSource
    /// Bytes that were read but not decoded: between two reads, at most an incomplete character.
    private var pending: [UInt8] = []
    private var output: [UInt8] = []
    private var outputPosition = 0
    private var isAtEnd = false
    private let chunkBytes: Int
    private static let sampleBytes = 4096

    /// Creates a source.
    ///
    /// The text does not depend on `chunkBytes`.
    init(_ source: any ByteSource, chunkBytes: Int) throws {
        self.source = source
        self.chunkBytes = chunkBytes
        var sample: [UInt8] = []
        while sample.count < Self.sampleBytes, !isAtEnd {
            isAtEnd = try !Self.readChunk(of: chunkBytes, from: source, into: &sample)
        }
        let (encoding, mark) = Self.detect(sample.prefix(Self.sampleBytes), isWhole: isAtEnd)
        self.encoding = encoding
        pending = Array(sample.dropFirst(mark))
        decode()
    }

    var name: String {
        switch encoding {
        case .utf8: windows1252Bytes > 0 ? "Windows-1252" : "UTF-8"
        case .utf16LittleEndian: "UTF-16LE"
        case .utf16BigEndian: "UTF-16BE"
        }
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while outputPosition == output.count {
            guard !isAtEnd else { return 0 }
            isAtEnd = try !Self.readChunk(of: chunkBytes, from: source, into: &pending)
            decode()
        }
        let count = min(buffer.count, output.count - outputPosition)
        buffer.copyBytes(from: output[outputPosition..<outputPosition + count])
        outputPosition += count
        return count
    }

    private static func readChunk(of count: Int, from source: any ByteSource, into bytes: inout [UInt8]) throws -> Bool
    {
        let chunk = try [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            initialized = try source.read(into: UnsafeMutableRawBufferPointer(buffer))
        }
        bytes += chunk
        return !chunk.isEmpty
    }

    private func decode() {
        output.removeAll(keepingCapacity: true)
        outputPosition = 0
        let used =
            switch encoding {
            case .utf8: decodeUTF8()
            case .utf16LittleEndian: decodeUTF16(low: 0, high: 1)
            case .utf16BigEndian: decodeUTF16(low: 1, high: 0)
            }
        pending.removeFirst(used)
    }
}

// MARK: - UTF-8 and Windows-1252

extension TextSource {
    private func decodeUTF8() -> Int {
        pending.withUnsafeBufferPointer { bytes in
            var start = 0
            var position = 0
            while position < bytes.count {
                switch UTF8Scanner.sequence(in: bytes, at: position) {
                case .valid(let count):
                    position += count
                case .incomplete where !isAtEnd:
                    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<position]))
                    return position
                case .incomplete, .invalid:
                    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<position]))
                    output.append(contentsOf: Self.windows1252(bytes[position]).utf8)
                    windows1252Bytes += 1
                    position += 1
                    start = position
                }
            }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<position]))
            return position
        }
    }

    /// The character of a Windows-1252 byte.
    ///
    /// The five undefined bytes become the control characters with the same number, as in web browsers.
    static func windows1252(_ byte: UInt8) -> Character {
        let table: [UInt32] = [
            0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
            0x017D, 0x8F,
            0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
            0x017E, 0x0178,
        ]
        let value = (0x80...0x9F).contains(byte) ? table[Int(byte) - 0x80] : UInt32(byte)
        return Character(Unicode.Scalar(value) ?? "\u{FFFD}")
    }
}

// MARK: - UTF-16

extension TextSource {
    private func decodeUTF16(low: Int, high: Int) -> Int {
        var position = 0
        func unit(at index: Int) -> UInt16 { UInt16(pending[index + low]) | UInt16(pending[index + high]) << 8 }
        while position + 1 < pending.count {
            let first = unit(at: position)
            if UTF16.isLeadSurrogate(first) {
                guard position + 3 < pending.count || isAtEnd else { return position }
                if position + 3 < pending.count, UTF16.isTrailSurrogate(unit(at: position + 2)) {
                    output.append(contentsOf: String(decoding: [first, unit(at: position + 2)], as: UTF16.self).utf8)
                    position += 4
                    continue
                }
            }
            if first < 0x80 {
                output.append(UInt8(first))
            } else {
                output.append(contentsOf: String(decoding: CollectionOfOne(first), as: UTF16.self).utf8)
            }
            position += 2
        }
        guard isAtEnd, position < pending.count else { return position }
        output.append(contentsOf: "\u{FFFD}".utf8)
        return pending.count
    }
}

// MARK: - Detection

extension TextSource {
    /// Detects the encoding, and the length of the byte order mark.
    static func detect(_ sample: ArraySlice<UInt8>, isWhole: Bool) -> (encoding: Encoding, mark: Int) {
        if sample.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if sample.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if sample.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        var zeros = [0, 0]
        for (offset, byte) in sample.enumerated() where byte == 0 { zeros[offset & 1] += 1 }
        // In UTF-16, Latin text has a zero in nearly every high byte and none in a low byte. Binary files have them
        // anywhere.
        let units = sample.count / 2
        if units > 0, zeros[1] * 10 >= units * 7, zeros[0] == 0 { return (.utf16LittleEndian, 0) }
        if units > 0, zeros[0] * 10 >= units * 7, zeros[1] == 0 { return (.utf16BigEndian, 0) }
        return (.utf8, 0)
    }
}
