import Foundation
import GRDB

/// One import of one file that changed something.
package struct ImportBatch: Sendable, Hashable {
    /// What became of the file's rows.
    package struct Counts: Sendable, Hashable, Codable {
        package var read = 0
        package var added = 0
        package var updated = 0
        package var unchanged = 0
        package var rejected = 0

        package init(read: Int = 0, added: Int = 0, updated: Int = 0, unchanged: Int = 0, rejected: Int = 0) {
            self.read = read
            self.added = added
            self.updated = updated
            self.unchanged = unchanged
            self.rejected = rejected
        }
    }

    package var id: Int64
    package var file: String
    /// SHA-256 of the file in hexadecimal.
    package var checksumSHA256: String
    /// ISO 8601 in UTC, to the second.
    package var importedAt: String
    package var kind: ImportKind
    package var counts: Counts

    static let columns = """
        id, file, checksum_sha256, imported_at, kind, rows_read, rows_added, rows_updated, rows_unchanged, rows_rejected
        """

    init(row: Row) throws {
        let kind: String = row[4]
        guard let known = ImportKind(rawValue: kind) else { throw CatalogError.unreadable(column: "kind", value: kind) }
        id = row[0]
        file = row[1]
        checksumSHA256 = row[2]
        importedAt = row[3]
        self.kind = known
        counts = Counts(read: row[5], added: row[6], updated: row[7], unchanged: row[8], rejected: row[9])
    }
}
