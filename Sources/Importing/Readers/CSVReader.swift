/// Reads rows of delimited text, such as CSV and TSV.
final class CSVReader: FileRowReader {
    let headers: [String]
    let file: FileSource
    private let text: TextSource
    private var parser: CSVParser
    private var top: HeaderRows
    /// The line of the first row that is not empty.
    private let firstLine: Int

    private static let sampleBytes = 64 << 10

    /// Opens a file.
    ///
    /// If `delimiter` is nil, it is detected.
    ///
    /// The rows do not depend on `chunkBytes`.
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

    var format: String {
        let name =
            "\(parser.delimiter == UInt8(ascii: "\t") ? "TSV" : "CSV"), \(CSVDialect.name(of: parser.delimiter)), "
            + "\(text.name)"
        return name + (top.line == firstLine ? "" : ", headers on line \(top.line)")
    }

    var delimiter: UInt8? { parser.delimiter }

    func next() throws -> SourceRow? {
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
    ///
    /// Returns nil at the end.
    private static func nextRow(_ parser: inout CSVParser) throws -> HeaderRows.Row? {
        repeat {
            guard try parser.next() else { return nil }
        } while parser.isBlank
        var values: [String] = []
        values.reserveCapacity(parser.fields.count)
        for field in parser.fields { values.append(parser.text(of: field)) }
        return HeaderRows.Row(line: parser.recordLine, values: values)
    }
}
