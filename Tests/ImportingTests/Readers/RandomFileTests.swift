import Foundation
import TestSupport
import Testing

@testable import Importing

@Suite("Random files")
struct RandomFileTests {
    private static let pieces: [[UInt8]] = [
        [0], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0xC3], [0xA9], [0xF0, 0x9F], [0x1E], [0x0D], [0x0A], [0x22], [0x5C],
        Array(",;\t|".utf8),
        Array("{\"type\":\"Feature\",".utf8), Array("\"features\":[".utf8), Array("\"properties\":{".utf8),
        Array("\"geometry\":".utf8),
        Array("\"coordinates\":[1,2]".utf8), Array("}".utf8), Array("]".utf8), Array("nama".utf8), Array("null".utf8),
        Array("sep=;\n".utf8),
    ]

    @Test("give rows or an error, the same with every chunk size, and never crash", arguments: [UInt64](1...150))
    func noise(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let bytes = (0..<Int.random(in: 0...40, using: &random)).flatMap { _ in
            Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
        }
        let folder = try TemporaryDirectory()
        let path = try folder.write(Data(bytes), to: "noise").path
        let csv = outcome { try CSVReader(path: path, chunkBytes: $0) }
        #expect(Set(csv).count == 1, "seed \(seed): \(csv)")
        let geoJSON = outcome { try GeoJSONReader(path: path, chunkBytes: $0) }
        #expect(Set(geoJSON).count == 1, "seed \(seed): \(geoJSON)")
    }

    /// The results of reading a file with each chunk size, as text.
    private func outcome(_ open: (Int) throws -> any RowReader) -> [String] {
        chunkSizes.map { chunkBytes in
            do {
                let reader = try open(chunkBytes)
                var text = reader.headers.debugDescription
                do {
                    while let row = try reader.next() { text += "\n\(row)" }
                } catch {
                    text += "\n\(error)"
                }
                return text
            } catch {
                return "\(error)"
            }
        }
    }

    @Test("explain a truncated SQLite file")
    func damagedDatabase() throws {
        let folder = try TemporaryDirectory()
        let path = try folder.write(Data(contentsOf: fixture("layers.gpkg")).prefix(600), to: "rusak.gpkg").path
        let error = importingError { _ = try RowReaders.open(path).allRows() }
        #expect(error?.message.hasPrefix("'\(path)' cannot be read as a GeoPackage: ") == true)
        #expect(error?.message.hasSuffix(". Export it again from its original program.") == true)
    }
}
