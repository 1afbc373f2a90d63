import ArgumentParser
import CommandSupport
import Geo
import IndexDefinition
import JSON
import Search

/// `banua show`: one document.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Shows one document by its id; the id of a village is its code.")

    @Argument(help: ArgumentHelp("The id of a document; for a village, its code.", valueName: "ID"))
    var id: String

    @OptionGroup var output: OutputOptions
    @OptionGroup var data: DataOptions

    func run() throws {
        try program.reporting {
            let hit = try data.openSession().document(id)
            try output.print(hit.rendered) { DocumentCard.rendered(hit) }
        }
    }
}

/// A document as a list of its fields.
enum DocumentCard {
    static func rendered(_ hit: Hit) -> String {
        // If the body is damaged, the name and the id are shown.
        let body = (try? JSONValue(parsing: hit.body)) ?? .null
        var lines: [(String, String)] = [("kind", hit.kind.rawValue), ("id", hit.id)]
        let place = HitTable.place(of: hit)
        if !place.isEmpty { lines.append(("place", place)) }
        if let coordinate = hit.coordinate {
            lines.append(("position", "\(coordinate.latitude), \(coordinate.longitude)" + note(on: body)))
        }
        lines += (body["properties"]?.object ?? []).map { ($0.0, $0.1.cell) }
        let shown = lines.filter { !$0.1.isEmpty }
        let width = shown.map(\.0.displayWidth).max() ?? 0
        return Style.bold.applied(to: hit.name.withoutControlCharacters) + "\n"
            + shown.map { name, value in
                let padding = String(repeating: " ", count: width - name.displayWidth)
                return "  " + Style.dim.applied(to: name.withoutControlCharacters) + padding + "  "
                    + value.withoutControlCharacters + "\n"
            }.joined()
    }

    /// The source of the position, and its accuracy.
    private static func note(on body: JSONValue) -> String {
        let source = body["position_source"]?.string.map { "the point of the \($0)" }.map {
            $0 == "the point of the own" ? "its own" : $0
        }
        let accuracy = body["position_accuracy_m"]?.number.map { "to about \(HitTable.distance($0))" }
        let notes = [source, accuracy].compactMap { $0 }
        return notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))"
    }
}
