import CZlib

/// gzip (RFC 1952) over zlib.
enum Compression {
    /// Smaller bodies are sent as they are: they fit into one packet anyway.
    static let minBytes = 860

    /// The bytes as one gzip member.
    ///
    /// Returns nil if zlib has no memory; the body is then sent as it is.
    static func gzipped(_ bytes: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        // 15 bits of window, plus 16 for a gzip header. Level 1: answers have some kilobytes, so time matters more than
        // the last percent.
        let started = deflateInit2_(
            &stream, 1, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard started == Z_OK else { return nil }
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
}
