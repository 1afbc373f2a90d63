/// Rows of delimited text: CSV, TSV and their kin.
package final class CSVReader: RowReader {
    package let headers: [String]
    package let crs: String? = nil
    package let hasGeometry = false
    package let unit = SourceUnit.line
    private let file: FileSource
    private let text: TextSource
    private var parser: CSVParser
    private var top: HeaderRows
    /// Of the first row that is not empty.
    private let firstLine: Int

    private static let sampleBytes = 64 << 10

    /// - Parameters:
    ///   - delimiter: nil: found by looking into the file.
    ///   - chunkBytes: how much is read at a time; the rows are the same whatever it is.
    init(path: String, delimiter: UInt8? = nil, chunkBytes: Int = 1 << 20) throws {
        file = try FileSource(path: path)
        text = try TextSource(file, chunkBytes: chunkBytes)
        let window = ByteWindow(text, chunkBytes: chunkBytes)
        let isWhole = try !window.has(Self.sampleBytes)
        let sample = Array(window.bytes(0..<min(window.count, Self.sampleBytes)))
        var parser = CSVParser(
            window, delimiter: delimiter ?? CSVDialect.delimiter(in: sample, isWhole: isWhole), path: path)
        if CSVDialect.statedDelimiter(in: sample) != nil { _ = try parser.next() }
        guard let first = try Self.nextRow(&parser) else { throw ImportingError.emptyFile(path) }
        firstLine = first.line
        top = try HeaderRows(first: first) { try Self.nextRow(&parser) }
        headers = top.headers
        self.parser = parser
    }

    package var format: String {
        let name =
            "\(parser.delimiter == UInt8(ascii: "\t") ? "TSV" : "CSV"), \(CSVDialect.name(of: parser.delimiter)), "
            + "\(text.name)"
        return name + (top.line == firstLine ? "" : ", headers on line \(top.line)")
    }

    package var delimiter: UInt8? { parser.delimiter }
    package var bytesRead: Int64 { file.bytesRead }
    package var totalBytes: Int64 { file.totalBytes }

    package func next() throws -> SourceRow? {
        guard let row = try top.takeWaiting() ?? Self.nextRow(&parser) else { return nil }
        var values = row.values
        let found = values.count
        while values.count > headers.count, values.last == "" { values.removeLast() }
        while values.count < headers.count { values.append("") }
        let isRagged = found < headers.count || values.count > headers.count
        return SourceRow(
            line: row.line, values: values, problem: isRagged ? .fields(found: found, expected: headers.count) : nil)
    }

    /// The next row that is not empty.
    private static func nextRow(_ parser: inout CSVParser) throws -> HeaderRows.Row? {
        repeat {
            guard try parser.next() else { return nil }
        } while parser.isBlank
        var values: [String] = []
        values.reserveCapacity(parser.fields.count)
        for field in parser.fields { values.append(parser.text(of: field)) }
        return HeaderRows.Row(line: parser.recordLine, values: values)
    }

    package func checksum() throws -> String {
        try file.checksum()
    }
}
