import Base
import Crypto
import Foundation

/// The length and the SHA-256 of a file.
struct FileChecksum: Hashable, Sendable, Codable {
    let bytes: Int
    /// 64 lower-case hexadecimal digits.
    let sha256: String

    init(bytes: Int, sha256: String) {
        self.bytes = bytes
        self.sha256 = sha256
    }

    /// Reads the file once, a block at a time.
    ///
    /// - Throws: `.inputOutput` if it cannot be read.
    init(ofFileAt path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError.system("open", path) }
        defer { close(descriptor) }
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer { block.deallocate() }
        var hash = SHA256()
        var total = 0
        while true {
            let got = read(descriptor, block.baseAddress, block.count)
            guard got >= 0 || errno == EINTR else { throw FileError.system("read", path) }
            if got == 0 { break }
            guard got > 0 else { continue }
            hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: block[..<got]))
            total += got
        }
        self.init(bytes: total, sha256: Self.hexadecimal(hash.finalize()))
    }

    static func sha256(of data: Data) -> String {
        hexadecimal(SHA256.hash(data: data))
    }

    private static func hexadecimal(_ digest: SHA256.Digest) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
