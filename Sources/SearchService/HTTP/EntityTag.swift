import Base

/// The ETag of an answer.
///
/// It is weak, because gzip changes the bytes and `took_ms` differs between two answers to the same request.
struct EntityTag: Sendable, CustomStringConvertible {
    /// As the header writes it: `W/"000007-0123456789abcdef"`.
    let description: String

    /// The tag of everything that an answer depends on.
    ///
    /// `version` is the generation, or a word for answers that do not depend on it. `edition` is the hash of the program
    /// with its resources and settings.
    init(version: String, edition: FNV1a, address: String, format: AnswerMediaType) {
        var hash = edition
        hash.addField(address)
        hash.addField(format.rawValue)
        description = "W/\"\(version)-\(Hexadecimal.digits(of: hash.value))\""
    }

    /// Whether an If-None-Match header lists this tag, by weak comparison (RFC 9110, 13.1.2).
    func isListed(in header: String?) -> Bool {
        header?.contains(description.dropFirst(2)) ?? false
    }
}
