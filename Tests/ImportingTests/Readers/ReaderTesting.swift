import Foundation
import TestSupport

@testable import Importing

/// Numbers of bytes to read at a time.
///
/// Results must not depend on them.
let chunkSizes = [1, 2, 3, 5, 64, 1 << 20]

func fixture(_ name: String) -> URL {
    Bundle.module.resourceURL?.appendingPathComponent("Fixtures/readers/\(name)") ?? URL(fileURLWithPath: name)
}

extension RowReader {
    func allRows() throws -> [SourceRow] {
        var rows: [SourceRow] = []
        while let row = try next() { rows.append(row) }
        return rows
    }
}

/// The error that a call throws, or nil.
func importingError(_ body: () throws -> Void) -> ImportingError? {
    do {
        try body()
        return nil
    } catch {
        return error as? ImportingError
    }
}

/// The headers and rows of a CSV file with these bytes.
func readCSV(_ bytes: some Sequence<UInt8>, delimiter: UInt8? = nil, chunkBytes: Int = 1 << 20) throws -> (
    headers: [String], rows: [SourceRow]
) {
    let folder = try TemporaryDirectory()
    let reader = try CSVReader(
        path: folder.write(Data(bytes), to: "list.csv").path, delimiter: delimiter, chunkBytes: chunkBytes)
    return (reader.headers, try reader.allRows())
}
