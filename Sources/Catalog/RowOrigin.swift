/// Where a stored row was last written from: the batch, the file of that batch, and the line in it.
///
/// A row that a later import found unchanged keeps the origin it had.
package struct RowOrigin: Sendable, Hashable, Codable {
    package var batchID: Int64
    /// The file's name as it was given to the import.
    package var file: String
    /// The line of the row's first character for text files, its ordinal from 1 for others.
    package var line: Int

    package init(batchID: Int64, file: String, line: Int) {
        self.batchID = batchID
        self.file = file
        self.line = line
    }
}
