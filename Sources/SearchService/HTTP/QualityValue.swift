/// One element of an Accept or Accept-Encoding header, such as `text/html;q=0.8`.
///
/// Source: RFC 9110, 12.4.2.
struct QualityValue {
    /// The requested media type or encoding.
    var name: Substring
    /// From 0 (not acceptable) to 1.
    ///
    /// It is 1 if the header has none.
    var quality: Double

    /// The elements of a header, in their order.
    static func elements(of header: String) -> [QualityValue] {
        header.split(separator: ",").map(QualityValue.init)
    }

    init(_ element: Substring) {
        var parts = element.split(separator: ";", omittingEmptySubsequences: false)[...]
        name = parts.popFirst()?.trimmed ?? ""
        quality = parts.lazy.map(\.trimmed).first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
    }
}

extension Substring {
    /// The text without blanks and tabs at both ends.
    fileprivate var trimmed: Substring {
        var text = self
        while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return text
    }
}
