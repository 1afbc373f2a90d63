import Catalog

extension HeaderMap {
    /// The mapping as text for a person to check, one field in each line.
    ///
    ///     kind: sentra, decided by 'Nama Sentra', 'tenaga_kerja'
    ///       name         <- Nama Sentra
    ///       workers      <- tenaga_kerja
    ///       kept as extra properties: Tahun Berdiri
    ///       left out: No
    package var text: String {
        var lines = [
            "kind: \(kind.rawValue)"
                + (telling.map { ", decided by " + $0.map { "'\($0)'" }.joined(separator: ", ") } ?? "")
        ]
        let fields = CanonicalField.allCases.filter { columns[$0] != nil || constants[$0] != nil }
        let width = fields.map(\.name.count).max() ?? 0
        for field in fields {
            let source = columns[field].map { headers[$0] } ?? constants[field].map { "\($0) (from a header)" } ?? ""
            lines.append(
                "  \(field.name)\(String(repeating: " ", count: width - field.name.count)) <- \(source)")
        }
        if !extra.isEmpty {
            lines.append("  kept as extra properties: " + extra.map { headers[$0] }.joined(separator: ", "))
        }
        let used = Set(columns.values).union(extra)
        let left = headers.indices.filter { !used.contains($0) }
        if !left.isEmpty { lines.append("  left out: " + left.map { headers[$0] }.joined(separator: ", ")) }
        return lines.joined(separator: "\n")
    }
}
