import CZlib

/// gzip (RFC 1952) over zlib.
enum Compression {
    /// Bodies under this many bytes go as they are: compressing them saves no packet.
    static let leastBytes = 860

    /// The bytes as one gzip member; nil where zlib has no memory, and then they go as they are.
    static func gzipped(_ bytes: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        // 15 bits of window, plus 16 to ask for a gzip header. Level 1: for answers of some kilobytes the time matters
        // more than the last percent.
        let begun = deflateInit2_(
            &stream, 1, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard begun == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        let room = Int(deflateBound(&stream, UInt(bytes.count)))
        var input = bytes
        var code = Z_OK
        let output = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            input.withUnsafeMutableBufferPointer { source in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = buffer.baseAddress
                stream.avail_out = UInt32(room)
                code = deflate(&stream, Z_FINISH)
                count = room - Int(stream.avail_out)
            }
        }
        return code == Z_STREAM_END ? output : nil
    }

    /// Whether an Accept-Encoding header takes gzip (RFC 9110, 12.5.3).
    static func isAccepted(_ header: String?) -> Bool {
        guard let header else { return false }
        return header.split(separator: ",").contains { wish in
            let parts = wish.split(separator: ";").map { $0.filter { $0 != " " } }
            let isRefused = parts.dropFirst().contains {
                $0.hasPrefix("q=0") && !$0.contains { ("1"..."9").contains($0) }
            }
            return (parts.first == "gzip" || parts.first == "*") && !isRefused
        }
    }
}
