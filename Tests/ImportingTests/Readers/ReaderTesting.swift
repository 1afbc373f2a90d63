import Foundation
import TestSupport

@testable import Importing

/// How much to read at a time: no result may depend on it.
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

/// The error a call throws, or nil.
func importingError(_ body: () throws -> Void) -> ImportingError? {
    do {
        try body()
        return nil
    } catch {
        return error as? ImportingError
    }
}

/// A CSV file made of these bytes, read.
func readCSV(_ bytes: some Sequence<UInt8>, delimiter: UInt8? = nil, chunkBytes: Int = 1 << 20) throws -> (
    headers: [String], rows: [SourceRow]
) {
    let folder = try TemporaryDirectory()
    let reader = try CSVReader(
        path: folder.write(Data(bytes), to: "list.csv").path, delimiter: delimiter, chunkBytes: chunkBytes)
    return (reader.headers, try reader.allRows())
}
