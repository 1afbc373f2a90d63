import Geo

/// Writes rows of comma-separated values (RFC 4180): CRLF, and quotes around a value that holds a comma, a quote or a line break.
///
/// A value that a spreadsheet would run as a formula gets an apostrophe in front; numbers and telephone numbers are none.
/// Source: OWASP, CSV injection.
struct CSVWriter {
    private(set) var bytes: [UInt8] = []

    mutating func row(_ values: [String]) {
        for (index, value) in values.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(Self.isFormula(value) ? "'" + value : value)
        }
        bytes += "\r\n".utf8
    }

    private static func isFormula(_ value: String) -> Bool {
        switch value.utf8.first {
        case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0D: true
        case UInt8(ascii: "+"), UInt8(ascii: "-"): value.utf8.dropFirst().contains { !"0123456789 .,-()/eE".utf8.contains($0) }
        default: false
        }
    }

    private mutating func append(_ value: String) {
        let needsQuotes = value.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D }
        guard needsQuotes || value.first == " " || value.last == " " else {
            bytes += value.utf8
            return
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in value.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// A table of hits: the columns of all of them, in the order in which they first come.
    static func table(_ hits: [Hit]) -> [UInt8] {
        let rows = hits.map(\.flat.columns)
        var names: [String] = rows.isEmpty ? ["kind", "id", "name"] : []
        var known = Set<String>()
        for row in rows {
            for column in row where known.insert(column.name).inserted { names.append(column.name) }
        }
        var csv = CSVWriter()
        csv.row(names)
        for row in rows {
            let values = Dictionary(row.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
            csv.row(names.map { values[$0]?.cell ?? "" })
        }
        return csv.bytes
    }
}

extension JSONValue {
    /// The value as the text of one cell: nothing for null, lists parted by semicolons.
    public var cell: String {
        switch self {
        case .null: ""
        case .string(let text): text
        case .array(let values): values.map(\.cell).joined(separator: "; ")
        default: text
        }
    }
}
