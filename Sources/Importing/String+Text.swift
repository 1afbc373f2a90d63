extension String {
    /// The text without white space at both ends.
    var trimmingSpace: String {
        guard let first = utf8.first, let last = utf8.last else { return self }
        // Most texts have printable ASCII at both ends.
        if (0x21...0x7E).contains(first), (0x21...0x7E).contains(last) { return self }
        guard let start = firstIndex(where: { !$0.isWhitespace }), let end = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[start...end])
    }

    /// The text on one line, truncated to `limit` characters.
    func shortened(to limit: Int = 80) -> String {
        let line = replacing(/\s+/, with: " ")
        return line.count <= limit ? line : line.prefix(limit - 1) + "…"
    }
}
