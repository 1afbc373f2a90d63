/// Opens the reader a file needs.
public enum RowReaders {
    /// A reader for the file, chosen by what the file holds unless the options name a format.
    ///
    /// Throws: `ImportingError` of kind noFile, inputOutput, usage (a format or layer that does not fit) or data (nothing to read in it).
    public static func open(_ path: String, options: ReaderOptions = ReaderOptions()) throws -> any RowReader {
        switch options.format {
        case .tsv: try CSVReader(path: path, delimiter: UInt8(ascii: "\t"))
        default: try CSVReader(path: path)
        }
    }
}
