import Catalog

/// What the user may say about the files to import.
public struct ImportOptions: Sendable {
    /// Nil: told from the headers.
    public var kind: ImportKind?
    /// Nil: found by looking into the file.
    public var format: SourceFormat?
    /// The sheet, table or layer to read where a file holds several.
    public var layer: String?
    /// The CRS of coordinates and geometries; nil: what the file states, else WGS 84.
    public var crs: String?
    /// `field=header` choices that go before the table of known headers.
    public var map: [String] = []
    /// Everything is done but writing.
    public var isDryRun = false
    /// One rejected row keeps its whole file out.
    public var isStrict = false
    /// Where rejected rows are written to, in their original columns with the reason behind.
    public var rejectsPath: String?

    public init() {}
}
