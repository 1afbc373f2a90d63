import Foundation

/// Finds a short run of bytes in JSON texts, by the byte of it that such texts have least often.
///
/// `memchr` looks for that byte in many places at once. In bodies of documents that is 1.4 to 4 times as fast as looking
/// at each quotation mark.
struct ByteSearch {
    let wanted: [UInt8]
    /// The position in `wanted` of its rarest byte.
    private let rarest: Int

    /// Bytes of JSON in Indonesian, frequent ones first; all others are rare.
    private static let frequent = Array("\": ,aneitkrugsdmlp0123456789hboy._-jcwfzvqx".utf8)

    init(_ wanted: some Sequence<UInt8>) {
        let wanted = Array(wanted)
        self.wanted = wanted
        let ranks = wanted.map { Self.frequent.firstIndex(of: $0) ?? Self.frequent.count }
        rarest = ranks.indices.max { ranks[$0] < ranks[$1] } ?? 0
    }

    /// Where the first occurrence from a place on ends; nil if there is none, or nothing is wanted.
    func end(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        guard let base = bytes.baseAddress, !wanted.isEmpty, start >= 0 else { return nil }
        var place = start + rarest
        let limit = bytes.count - wanted.count + rarest + 1
        while place < limit, let found = memchr(base + place, CInt(wanted[rarest]), limit - place) {
            place = UnsafeRawPointer(found) - base
            if memcmp(base + (place - rarest), wanted, wanted.count) == 0 { return place - rarest + wanted.count }
            place += 1
        }
        return nil
    }
}
