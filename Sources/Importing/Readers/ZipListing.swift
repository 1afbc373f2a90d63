import Foundation

/// Lists the file names in a ZIP archive, from its central directory (APPNOTE.TXT 6.3.10, 4.3.12 and 4.3.16).
enum ZipListing {
    private static let entryBytes = 46
    private static let endBytes = 22

    /// The names in archive order.
    ///
    /// Empty if the archive is damaged or larger than 4 GiB.
    static func names(path: String) throws -> [String] {
        let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        let size = try file.seekToEnd()
        let tailStart = size > 65_557 ? size - 65_557 : 0
        try file.seek(toOffset: tailStart)
        let tail = [UInt8](try file.readToEnd() ?? Data())
        guard let end = tail.indices.reversed().first(where: { tail[$0...].starts(with: [0x50, 0x4B, 5, 6]) }),
            end + endBytes <= tail.count
        else { return [] }
        let length = number(tail, at: end + 12, bytes: 4)
        try file.seek(toOffset: UInt64(number(tail, at: end + 16, bytes: 4)))
        return names(inDirectory: [UInt8](try file.read(upToCount: min(length, 64 << 20)) ?? Data()))
    }

    private static func names(inDirectory bytes: [UInt8]) -> [String] {
        var names: [String] = []
        var position = 0
        while position + entryBytes <= bytes.count, bytes[position...].starts(with: [0x50, 0x4B, 1, 2]) {
            let nameLength = number(bytes, at: position + 28, bytes: 2)
            let next = position + entryBytes + nameLength
            guard next <= bytes.count else { break }
            names.append(String(decoding: bytes[position + entryBytes..<next], as: UTF8.self))
            position = next + number(bytes, at: position + 30, bytes: 2) + number(bytes, at: position + 32, bytes: 2)
        }
        return names
    }

    private static func number(_ bytes: [UInt8], at position: Int, bytes count: Int) -> Int {
        (0..<count).reduce(0) { $0 | Int(bytes[position + $1]) << (8 * $1) }
    }
}
