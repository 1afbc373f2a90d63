/// Chooses the format of an answer by the Accept header.
enum ContentNegotiation {
    /// The format with the highest quality.
    ///
    /// Of equals, the first.
    ///
    /// Returns nil if the header rules out every format. A missing header and `*/*` take the first format.
    /// Source: RFC 9110, 12.5.1.
    static func format(among formats: [AnswerMediaType], accept: String?) -> AnswerMediaType? {
        guard let accept, !accept.isEmpty else { return formats.first }
        let ranges = QualityValue.elements(of: accept)
        var best: (format: AnswerMediaType, quality: Double)?
        for format in formats {
            let quality = ranges.filter { $0.covers(format) }.max { $0.precision < $1.precision }?.quality ?? 0
            if quality > (best?.quality ?? 0) { best = (format, quality) }
        }
        return best?.format
    }

    /// Whether an Accept-Encoding header accepts gzip (RFC 9110, 12.5.3).
    static func acceptsGzip(_ header: String?) -> Bool {
        guard let header else { return false }
        let encodings = QualityValue.elements(of: header)
        let chosen = encodings.first { $0.name == "gzip" } ?? encodings.first { $0.name == "*" }
        return chosen.map { $0.quality > 0 } ?? false
    }
}

extension QualityValue {
    /// How exactly a media range names a type: 2 a whole type, 1 a family (`text/*`), 0 any type.
    fileprivate var precision: Int { name == "*/*" || name.isEmpty ? 0 : name.hasSuffix("/*") ? 1 : 2 }

    fileprivate func covers(_ format: AnswerMediaType) -> Bool {
        switch precision {
        case 0: true
        case 1: format.essence.hasPrefix(name.dropLast())
        default: format.essence.lowercased() == name.lowercased()
        }
    }
}
