import ArgumentParser
import Catalog
import CommandSupport
import Foundation
import Geo
import Importing
import JSON

/// The catalog in `banua status`: counts, how many have a position, the last imports, and the sources.
struct CatalogStatus {
    let state: CatalogState
    let batches: [ImportBatch]
    let sources: [(file: String, rows: Int)]

    /// Returns nil if there is no catalog yet.
    init?(dataDirectory: URL) throws {
        let path = dataDirectory.appendingPathComponent(CatalogStore.fileName).path
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let catalog = try CatalogStore(path: path, creating: false)
        (state, batches, sources) = try catalog.read { snapshot in
            (try snapshot.state(), try snapshot.batches(limit: 5), try snapshot.sources())
        }
    }

    private var parts: [(name: String, part: CatalogState.Part)] {
        ImportKind.allCases.filter { $0.isPlaced || $0.isOfAreas }.map { ($0.rawValue, state[$0]) }
    }

    /// The status as JSON.
    var json: JSONValue {
        func number(_ value: Int) -> JSONValue { .number(Double(value)) }
        return .object([
            ("counts", .object(parts.map { ($0.name, number($0.part.count)) })),
            ("placed", .object(parts.map { ($0.name, number($0.part.placed)) })),
            ("former_names", number(state[.formerNames].count)), ("links", number(state[.links].count)),
            ("last_batch", state.lastBatchID.map { number(Int($0)) } ?? .null),
            ("imports", .array(batches.map(Self.json))),
            ("sources", .array(sources.map { .object([("file", .string($0.file)), ("rows", number($0.rows))]) })),
        ])
    }

    private static func json(_ batch: ImportBatch) -> JSONValue {
        .object([
            ("id", .number(Double(batch.id))), ("file", .string(batch.file)), ("kind", .string(batch.kind.rawValue)),
            ("imported_at", .string(batch.importedAt)), ("sha256", .string(batch.checksumSHA256)),
            ("added", .number(Double(batch.counts.added))), ("updated", .number(Double(batch.counts.updated))),
            ("unchanged", .number(Double(batch.counts.unchanged))),
            ("rejected", .number(Double(batch.counts.rejected))),
        ])
    }

    /// The status as tables.
    var text: String {
        var counts = Table(header: ["catalog", "rows", "placed"])
        counts.rows = parts.map { name, part in
            [
                Table.Cell(name), Table.Cell("\(part.count)", alignsRight: true),
                Table.Cell("\(part.placed)", alignsRight: true),
            ]
        }
        counts.rows += [("former names", ImportKind.formerNames), ("links", .links)].map { name, kind in
            [
                Table.Cell(name), Table.Cell("\(state[kind].count)", alignsRight: true),
                Table.Cell("", alignsRight: true),
            ]
        }
        var imports = Table(header: ["last imports", "kind", "when", "added", "updated", "rejected"])
        imports.rows = batches.map { batch in
            [Table.Cell(batch.file), Table.Cell(batch.kind.rawValue), Table.Cell(batch.importedAt)]
                + [batch.counts.added, batch.counts.updated, batch.counts.rejected].map {
                    Table.Cell("\($0)", alignsRight: true)
                }
        }
        var files = Table(header: ["sources", "rows"])
        files.rows = sources.map { [Table.Cell($0.file), Table.Cell("\($0.rows)", alignsRight: true)] }
        let tables = [counts.rendered()] + (batches.isEmpty ? [] : [imports.rendered(), files.rendered()])
        return tables.joined(separator: "\n")
    }
}
