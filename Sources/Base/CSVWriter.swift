/// Writes rows of delimiter-separated values (RFC 4180).
///
///     var csv = CSVWriter()
///     csv.row(["id", "name"])
///     csv.row(["p-1", "Dodol, manis"])        // p-1,"Dodol, manis"
///
/// A field is quoted if it holds the delimiter, a quote, a line break, or white space at either end. By default a value
/// that a spreadsheet program would run as a formula gets an apostrophe in front. Numbers and telephone numbers, such
/// as "-3.4" and "+62 511", are kept. Source: OWASP, CSV injection.
package struct CSVWriter: Sendable {
    /// The characters at the end of a row.
    package enum LineEnding: String, Sendable {
        /// The line end of RFC 4180, which spreadsheet programs write.
        case carriageReturnLineFeed = "\r\n"
        case lineFeed = "\n"
    }

    /// The rows in UTF-8 that were not taken yet.
    package private(set) var bytes: [UInt8] = []
    private let delimiter: UInt8
    private let lineEnding: LineEnding
    private let protectsFormulas: Bool

    /// Creates a writer.
    ///
    /// Set `protectsFormulas` to false only for files that people never open.
    package init(
        delimiter: UInt8 = UInt8(ascii: ","), lineEnding: LineEnding = .carriageReturnLineFeed,
        protectsFormulas: Bool = true
    ) {
        self.delimiter = delimiter
        self.lineEnding = lineEnding
        self.protectsFormulas = protectsFormulas
    }

    /// Appends a row.
    package mutating func row(_ fields: [String]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(delimiter) }
            append(protectsFormulas && Self.isFormula(field) ? "'" + field : field)
        }
        bytes += lineEnding.rawValue.utf8
    }

    /// Removes the rows written so far and returns them, so that a large file is written in pieces.
    package mutating func takeBytes() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    /// Returns true if a spreadsheet program would run the text as a formula.
    package static func isFormula(_ field: String) -> Bool {
        switch field.utf8.first {
        case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0D: true
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
            field.utf8.dropFirst().contains { !"0123456789 .,-()/eE".utf8.contains($0) }
        default: false
        }
    }

    private mutating func append(_ field: String) {
        let needsQuotes =
            field.utf8.contains { $0 == delimiter || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D }
            || field.first?.isWhitespace == true || field.last?.isWhitespace == true
        guard needsQuotes else {
            bytes += field.utf8
            return
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in field.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
