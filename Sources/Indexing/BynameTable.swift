import TextAnalysis

/// What people call a place that the official list names otherwise: Index/Analyzers/id/place-bynames.txt.
///
/// Shape of a line: by-name, code or several codes parted by blanks, why; parted by tabs. `#` begins a comment.
struct BynameTable {
    static let fileName = "id/place-bynames.txt"

    /// Names by the code they stand for; a name that covers several areas stands with each.
    private(set) var names: [String: [String]] = [:]

    init(text: String) {
        for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
            let columns = line.split(separator: "\t")
            guard columns.count >= 2 else { continue }
            for code in columns[1].split(separator: " ") { names[String(code), default: []].append(String(columns[0])) }
        }
    }
}
