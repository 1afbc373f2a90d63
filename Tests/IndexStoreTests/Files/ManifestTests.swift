import Base
import Foundation
import TestSupport
import Testing

@testable import IndexStore

@Suite("manifest.json and checksums")
struct ManifestTests {
    private let manifest = Manifest(
        generation: "000007", definitionVersion: "1-abc/d",
        catalog: .init(
            counts: ["villages": 2016, "sentra": 166], placed: ["villages": 2008], checksums: ["villages": "00ff"],
            lastBatch: 4),
        counts: ["documents": 2499], files: ["values.bin": FileChecksum(bytes: 12, sha256: "ab")],
        created: "2026-11-23T10:00:00Z",
        durationSeconds: 1.25)

    @Test("reads back what was written, the same bytes each time")
    func roundTrip() throws {
        let directory = try TemporaryDirectory()
        try manifest.write(to: directory.path)
        let read = try Manifest(readFrom: directory.path)
        #expect(read.generation == "000007")
        #expect(read.catalog == manifest.catalog)
        #expect(read.files == manifest.files)
        #expect(read.durationSeconds == 1.25)
        #expect(try read.encoded() == Data(contentsOf: directory.url.appendingPathComponent("manifest.json")))
    }

    @Test("notices every changed bit, and every cut")
    func everyBit() throws {
        let data = try manifest.encoded()
        for position in data.indices {
            for bit in 0..<8 {
                var damaged = data
                damaged[position] ^= 1 << UInt8(bit)
                #expect(throws: IndexStoreError.self, "bit \(bit) of byte \(position)") {
                    try Manifest(damaged, path: "manifest.json")
                }
            }
            #expect(throws: IndexStoreError.self) { try Manifest(data.prefix(position), path: "manifest.json") }
        }
        let error = #expect(throws: IndexStoreError.self) { try Manifest(data.dropLast(), path: "g/manifest.json") }
        #expect(error?.kind == .data)
        #expect(
            error?.message.hasPrefix(
                "The index file 'g/manifest.json' is damaged: its content does not match its checksum.") == true)
    }

    @Test("refuses a newer format, whatever else it holds")
    func newerFormat() throws {
        var text = #"{"checksum":"CHECKSUM","format":3,"somethingNew":[]}"#
        let digest = FileChecksum.sha256(
            of: Data(text.replacing("CHECKSUM", with: String(repeating: "0", count: 64)).utf8))
        text = text.replacing("CHECKSUM", with: digest)
        let error = #expect(throws: IndexStoreError.self) { try Manifest(Data(text.utf8), path: "manifest.json") }
        #expect(
            error?.message
                == "The index file 'manifest.json' has format 3; this Banua reads format 2. Update Banua, or rebuild "
                + "the index with this one."
        )
    }

    @Test("says when there is none")
    func absent() throws {
        let directory = try TemporaryDirectory()
        let error = #expect(throws: IndexStoreError.self) { try Manifest(readFrom: directory.path) }
        #expect(error?.kind == .inputOutput)
        #expect(error?.message.hasPrefix("Cannot read '\(directory.path)/manifest.json': ") == true)
    }

    @Test(
        "hashes a file of any length",
        arguments: [
            (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            (1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
        ])
    func checksum(count: Int, expected: String) throws {
        let directory = try TemporaryDirectory()
        let url = try directory.write(Data(repeating: 0x61, count: count), to: "a")
        #expect(try FileChecksum(ofFileAt: url.path) == FileChecksum(bytes: count, sha256: expected))
        #expect(throws: FileError.self) { try FileChecksum(ofFileAt: directory.path + "/b") }
    }
}
