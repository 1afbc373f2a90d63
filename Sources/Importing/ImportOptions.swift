import Catalog

/// What the user may say about the files to import.
package struct ImportOptions: Sendable {
    /// Nil: told from the headers.
    package var kind: ImportKind?
    /// Nil: found by looking into the file.
    package var format: SourceFormat?
    /// The sheet, table or layer to read where a file holds several.
    package var layer: String?
    /// The CRS of coordinates and geometries; nil: what the file states, else WGS 84.
    package var crs: String?
    /// `field=header` choices that go before the table of known headers.
    package var map: [String] = []
    /// Everything is done but writing.
    package var isDryRun = false
    /// One rejected row keeps its whole file out.
    package var isStrict = false
    /// Where rejected rows are written to, in their original columns with the reason behind.
    package var rejectsPath: String?

    package init() {}
}
