import Base
import Foundation
import TestSupport
import Testing

@testable import IndexStore

@Suite("the container of columns")
struct ColumnFileTests {
    private let format = ColumnFileFormat(magic: "BANUATST", version: 3)

    private func write(to directory: TemporaryDirectory) throws -> String {
        let path = directory.path + "/some.bin"
        let writer = ColumnFileWriter(path: path, format: format)
        let bytes = try writer.addColumn("bytes", of: UInt8.self)
        let wide = try writer.addColumn("wide", of: UInt64.self)
        let none = try writer.addColumn("none", of: UInt16.self)
        for value in 0..<100_000 {
            try bytes.append(UInt8(truncatingIfNeeded: value))
            if value % 2 == 0 { try wide.append(UInt64(value) << 32) }
        }
        #expect(none.count == 0)
        try writer.finish(counts: [100_000, 7])
        return path
    }

    @Test("reads back columns that grew side by side")
    func roundTrip() throws {
        let directory = try TemporaryDirectory()
        let file = try ColumnFile(path: write(to: directory), format: format)
        #expect(file.counts == [100_000, 7, 0, 0])
        let bytes = try file.column("bytes", of: UInt8.self, count: 100_000)
        let wide = try file.column("wide", of: UInt64.self)
        #expect(bytes.indices.allSatisfy { bytes[$0] == UInt8(truncatingIfNeeded: $0) })
        #expect(wide.count == 50_000)
        #expect(wide.indices.allSatisfy { wide[$0] == UInt64($0 * 2) << 32 })
        #expect(try file.column("none", of: UInt16.self, count: 0).count == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path) == ["some.bin"])
    }

    /// A change to a good file, and what opening it then says.
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let finding: String
        let change: @Sendable (inout Data) -> Void
        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "empty", finding: "it is empty") { $0 = Data() },
        Case(name: "short", finding: "it ends within its header") { $0 = $0.prefix(63) },
        Case(name: "magic", finding: "it does not begin with 'BANUATST'") { $0[0] = 0x78 },
        Case(name: "columns", finding: "its header speaks of 65535 columns") {
            $0.replaceSubrange(12..<14, with: [0xff, 0xff])
        },
        Case(name: "cut", finding: "bytes, its header says") { $0.removeLast() },
        Case(name: "count", finding: "its header does not match its checksum") { $0[32] ^= 1 },
        Case(name: "table", finding: "its header does not match its checksum") { $0[64 + 16] ^= 64 },
        Case(name: "checksum", finding: "its header does not match its checksum") { $0[24] ^= 1 },
    ]

    @Test("says which file is damaged, and how", arguments: cases)
    func damaged(_ damage: Case) throws {
        let directory = try TemporaryDirectory()
        let path = try write(to: directory)
        var data = try Data(contentsOf: URL(fileURLWithPath: path))
        damage.change(&data)
        try data.write(to: URL(fileURLWithPath: path))
        let error = #expect(throws: IndexStoreError.self) { try ColumnFile(path: path, format: format) }
        #expect(error?.kind == .data)
        #expect(error?.message.hasPrefix("The index file '\(path)' is damaged: ") == true)
        #expect(error?.message.contains(damage.finding) == true, "\(error?.message ?? "")")
    }

    @Test(
        "checks the table even where its checksum is right",
        arguments: [(16, UInt64(1 << 40)), (16, 65), (24, 1 << 62), (8, 0)])
    func forgedTable(field: Int, value: UInt64) throws {
        let directory = try TemporaryDirectory()
        let path = try write(to: directory)
        var data = try Data(contentsOf: URL(fileURLWithPath: path))
        withUnsafeBytes(of: value) { data.replaceSubrange(64 + field..<64 + field + 8, with: $0) }
        data.replaceSubrange(24..<32, with: repeatElement(0, count: 8))
        let checksum = data.prefix(64 + 3 * 32).withUnsafeBytes(ColumnFileFormat.checksum)
        withUnsafeBytes(of: checksum) { data.replaceSubrange(24..<32, with: $0) }
        try data.write(to: URL(fileURLWithPath: path))
        let error = #expect(throws: IndexStoreError.self) { try ColumnFile(path: path, format: format) }
        #expect(error?.message.contains("column 1 lies outside it") == true)
    }

    @Test(
        "tells another format from a damaged file",
        arguments: [(2, "Update Banua, or rebuild the index with this one."), (4, "Rebuild the index.")])
    func otherFormat(known: UInt32, remedy: String) throws {
        let directory = try TemporaryDirectory()
        let path = try write(to: directory)
        let error = #expect(throws: IndexStoreError.self) {
            try ColumnFile(path: path, format: ColumnFileFormat(magic: "BANUATST", version: known))
        }
        #expect(error?.message == "The index file '\(path)' has format 3; this Banua reads format \(known). \(remedy)")
    }

    @Test("refuses a column that is missing, of another size or length")
    func wrongColumn() throws {
        let directory = try TemporaryDirectory()
        let path = try write(to: directory)
        let file = try ColumnFile(path: path, format: format)
        let damaged = "The index file '\(path)' is damaged: "
        let remedy = ". Roll back to another generation or rebuild the index."
        let missing = #expect(throws: IndexStoreError.self) { try file.column("other", of: UInt8.self) }
        #expect(missing?.message == damaged + "column 'other' is missing" + remedy)
        let size = #expect(throws: IndexStoreError.self) { try file.column("wide", of: UInt32.self) }
        #expect(size?.message == damaged + "column 'wide' has 50000 elements of 8 bytes" + remedy)
        #expect(throws: IndexStoreError.self) { try file.column("wide", of: UInt64.self, count: 3) }
    }

    @Test("says why a file cannot be opened or written")
    func systemErrors() throws {
        let directory = try TemporaryDirectory()
        let absent = #expect(throws: FileError.self) {
            try ColumnFile(path: directory.path + "/absent", format: format)
        }
        #expect(
            absent?.message == "Cannot open '\(directory.path)/absent': No such file or directory."
                && absent?.kind == .inputOutput)
        let folder = #expect(throws: IndexStoreError.self) { try ColumnFile(path: directory.path, format: format) }
        #expect(folder?.message.contains("it is not a regular file") == true)
        let full = #expect(throws: FileError.self) {
            let file = try OutputFile(path: "/dev/full")
            try file.append(UInt8(1))
            try file.flush()
        }
        #expect(full?.message == "Cannot write '/dev/full': No space left on device. Free some space and try again.")
    }
}
