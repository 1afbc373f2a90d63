import Catalog

/// The options of an import.
package struct ImportOptions: Sendable {
    /// The kind of records.
    ///
    /// Nil means that the headers decide.
    package var kind: ImportKind?
    /// The format of the files.
    ///
    /// Nil means that their content decides.
    package var format: SourceFormat?
    /// The sheet, table or layer to read if a file has several.
    package var layer: String?
    /// The CRS of coordinates and geometries.
    ///
    /// Nil means the CRS of the file, or else WGS 84.
    package var crs: String?
    /// `field=header` assignments.
    ///
    /// They override the table of known headers.
    package var map: [String] = []
    /// Whether to report without writing to the catalog.
    package var isDryRun = false
    /// Whether one rejected row rejects its whole file.
    package var isStrict = false
    /// The path of the file for rejected rows, with their original columns and the reason.
    package var rejectsPath: String?

    package init() {}
}
