import Catalog
import Foundation
import Geo
import IndexStore
import Indexing

/// Writes the tokens and points that a rebuild inserts, as the input of the comparison program.
enum TokenDump {
    /// Shape: for each document, length and text of the five fields, then longitude and latitude (CFloor.h).
    static func write(catalogIn data: URL, to file: URL) throws {
        let catalog = try CatalogStore(path: data.appendingPathComponent(CatalogStore.fileName).path, creating: false)
        try Data().write(to: file)
        let out = try FileHandle(forWritingTo: file)
        var buffer: [UInt8] = []
        try catalog.forEachDraft { draft in
            for tokens in draft.tokens {
                withUnsafeBytes(of: UInt32(tokens.utf8.count)) { buffer += $0 }
                buffer += tokens.utf8
            }
            for degree in [draft.coordinate?.longitude ?? .nan, draft.coordinate?.latitude ?? .nan] {
                withUnsafeBytes(of: degree) { buffer += $0 }
            }
            if buffer.count > 1 << 20 {
                try out.write(contentsOf: buffer)
                buffer.removeAll(keepingCapacity: true)
            }
        }
        try out.write(contentsOf: buffer)
        try out.close()
    }
}
