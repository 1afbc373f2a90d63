import Base
import CommandSupport
import Foundation
import Gazetteer
import Geo
import IndexDefinition
import JSON
import Search

/// Hits as a table for people.
enum HitTable {
    static func rendered(_ hits: [Hit]) -> String {
        guard !hits.isEmpty else { return "" }
        var table = Table(header: ["distance", "name", "kind", "place", "id"])
        table.rows = hits.map { hit in
            [
                Table.Cell(hit.distanceMetres.map(distance) ?? "", style: .cyan, alignsRight: true), name(of: hit),
                Table.Cell(hit.kind.rawValue, style: .dim), Table.Cell(place(of: hit)), Table.Cell(hit.id, style: .dim),
            ]
        }
        return table.rendered()
    }

    /// Metres below a kilometre, then kilometres: one decimal below a hundred.
    static func distance(_ metres: Double) -> String {
        if metres < 999.5 { return "\(Int(metres.rounded())) m" }
        let kilometres = metres / 1000
        return kilometres < 99.95 ? String(format: "%.1f km", kilometres) : "\(Int(kilometres.rounded())) km"
    }

    /// The name, with the matched words highlighted if the terminal shows colours.
    private static func name(of hit: Hit) -> Table.Cell {
        let plain = hit.name.withoutControlCharacters
        guard Terminal.usesColour, let html = hit.highlights.first(where: { $0.field == "name" })?.html,
            html.withoutMarkup == plain
        else {
            return Table.Cell(plain, style: .bold)
        }
        var shown = ""
        for (index, piece) in html.components(separatedBy: "<mark>").enumerated() {
            let parts = piece.components(separatedBy: "</mark>").map(\.withoutMarkup)
            guard index > 0, parts.count == 2 else {
                shown += Style.bold.applied(to: parts.joined())
                continue
            }
            shown += Style.yellow.applied(to: parts[0]) + Style.bold.applied(to: parts[1])
        }
        return Table.Cell(plain, shown: shown)
    }

    /// Village, district and regency, as far as they are known.
    static func place(of hit: Hit) -> String {
        // If the body is damaged, the search reports it; here the column stays empty.
        guard let body = try? JSONValue(parsing: hit.body) else { return "" }
        let areas = hit.kind == .village ? ["district", "regency"] : ["village", "district", "regency"]
        let names = areas.compactMap { body[$0]?["name"]?.string }.map(PlaceName.short)
        return names.joined(separator: ", ").withoutControlCharacters
    }
}

extension String {
    /// The plain text of a highlight.
    var withoutMarkup: String {
        HTMLEscape.unescaped(replacing("<mark>", with: "").replacing("</mark>", with: ""))
    }
}
