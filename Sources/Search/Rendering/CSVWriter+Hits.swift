import Base
import JSON

extension CSVWriter {
    /// A table of hits with the columns of all of them, in the order of their first occurrence.
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
    /// The value as the text of one cell: empty for null, with semicolons between the values of a list.
    ///
    /// A document of which only id and name are there is "Tikar purun (produk-0001)".
    package var cell: String {
        switch self {
        case .null: ""
        case .string(let text): text
        case .array(let values): values.map(\.cell).joined(separator: "; ")
        case .members(let members) where members.count == 2:
            if let id = self["id"]?.string, let name = self["name"]?.string { "\(name) (\(id))" } else { text }
        default: text
        }
    }
}
