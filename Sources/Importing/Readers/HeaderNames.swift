/// Makes header names unique and not empty.
enum HeaderNames {
    /// The names: `["nama", "", "nama"]` gives `["nama", "column_2", "nama_2"]`.
    static func unique(_ headers: [String]) -> [String] {
        var seen: Set<String> = []
        return headers.enumerated().map { index, header in
            let words = header.split { $0.isWhitespace || $0 == "\u{FEFF}" }
            let name = words.isEmpty ? "column_\(index + 1)" : words.joined(separator: " ")
            var unique = name
            var number = 2
            while !seen.insert(unique).inserted {
                unique = "\(name)_\(number)"
                number += 1
            }
            return unique
        }
    }
}
