/// Which of a route's formats a client gets: what `f` says, else what the Accept header likes best, else the first.
enum ContentNegotiation {
    /// Shape: nil where the Accept header rules out every format of the route.
    ///
    /// Source: RFC 9110, 12.5.1. `*/*` and a missing header take the first format.
    static func format(among formats: [AnswerMediaType], accept: String?) -> AnswerMediaType? {
        guard let accept, !accept.isEmpty else { return formats.first }
        let wishes = accept.split(separator: ",").map(Wish.init)
        var best: (format: AnswerMediaType, quality: Double)?
        for format in formats {
            let quality = wishes.filter { $0.covers(format) }.max { $0.precision < $1.precision }?.quality ?? 0
            if quality > (best?.quality ?? 0) { best = (format, quality) }
        }
        return best?.format
    }

    private struct Wish {
        var type: Substring
        var quality: Double

        init(_ text: Substring) {
            let parts = text.split(separator: ";", omittingEmptySubsequences: false).map { $0.trimmed }
            type = parts.first ?? "*/*"
            quality = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
        }

        /// How exactly the wish names a type: 2 whole, 1 a family (`text/*`), 0 anything.
        var precision: Int { type == "*/*" ? 0 : type.hasSuffix("/*") ? 1 : 2 }

        func covers(_ format: AnswerMediaType) -> Bool {
            switch precision {
            case 0: true
            case 1: format.essence.hasPrefix(type.dropLast())
            default: format.essence.lowercased() == type.lowercased()
            }
        }
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        var text = self[...]
        while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return text
    }
}
