import Base
import Foundation
import TestSupport
import Testing

@testable import IndexStore

@Suite("sorting more records than fit into memory")
struct RecordSorterTests {
    private func sorted(_ records: [[UInt8]], memoryBytes: Int) throws -> [[UInt8]] {
        let directory = try TemporaryDirectory()
        let sorter = RecordSorter(scratchDirectory: directory.path, memoryBytes: memoryBytes)
        for record in records { try record.withUnsafeBytes { try sorter.append($0) } }
        #expect(sorter.count == records.count)
        var result: [[UInt8]] = []
        try sorter.drain { result.append(Array($0)) }
        #expect(sorter.count == 0)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: directory.path).isEmpty, "scratch files have no name")
        return result
    }

    @Test("equals a sort in memory, with one run or with hundreds", arguments: [1 << 20, 4096, 600])
    func oracle(memoryBytes: Int) throws {
        var random = SeededGenerator(seed: UInt64(memoryBytes))
        let records = (0..<1500).map { _ in
            (0..<Int.random(in: 0...40, using: &random)).map { _ in UInt8.random(in: 0...3, using: &random) &* 85 }
        }
        let expected = records.sorted { $0.lexicographicallyPrecedes($1) }
        #expect(try sorted(records, memoryBytes: memoryBytes) == expected)
    }

    @Test("takes records longer than its read buffer")
    func longRecords() throws {
        let records = (0..<20).map { [UInt8](repeating: UInt8(19 - $0), count: 70_000 + $0) }
        #expect(try sorted(records, memoryBytes: 200_000) == records.reversed())
    }

    @Test("takes none")
    func empty() throws {
        #expect(try sorted([], memoryBytes: 1000).isEmpty)
    }

    @Test("refuses a record that is larger than its memory, and says how large")
    func oversized() throws {
        let error = #expect(throws: IndexStoreError.self) {
            try sorted([[UInt8](repeating: 7, count: 2000)], memoryBytes: 1000)
        }
        #expect(error?.description == "An index holds at most 1000 bytes in a sort key, not 2000. Split the catalog.")
    }
}
