/// A number made from texts that is the same on every machine and in every release; see `ContentHash`.
package enum StableHash {
    /// The hash of texts in their order; nil differs from an empty text.
    package static func value(_ texts: [String?]) -> UInt64 {
        var hash = ContentHash()
        for text in texts {
            if let text { hash.add(column: "", text: text) } else { hash.add(byte: 0) }
        }
        return UInt64(bitPattern: hash.value)
    }
}
