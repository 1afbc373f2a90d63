import Base
import Foundation
import Geo
import IndexDefinition
import TestSupport
import Testing

@testable import IndexStore

@Suite("values.bin")
struct ValuesFileTests {
    static func randomValues(_ random: inout SeededGenerator) -> DocumentValues {
        let placed = Bool.random(using: &random)
        return DocumentValues(
            longitude: placed ? .random(in: -180...180, using: &random) : .nan,
            latitude: placed ? .random(in: -90...90, using: &random) : .nan,
            regency: Bool.random(using: &random) ? .random(in: 0...20, using: &random) : nil,
            district: Bool.random(using: &random) ? .random(in: 0...200, using: &random) : nil,
            category: Bool.random(using: &random) ? .random(in: 0...50, using: &random) : nil,
            kind: .random(in: 0...2, using: &random),
            quality: .random(in: 0...255, using: &random),
            lengths: (0..<5).map { _ in Int.random(in: 0...80_000, using: &random) })
    }

    static func write(_ documents: [(DocumentValues, String)], to directory: TemporaryDirectory) throws -> String {
        let path = directory.path + "/values.bin"
        let writer = try ValuesWriter(path: path)
        for (values, name) in documents { try writer.append(values, nameKey: name) }
        try writer.finish()
        return path
    }

    @Test("gives back every value by ordinal", arguments: [0, 1, 2, 777])
    func roundTrip(count: Int) throws {
        var random = SeededGenerator(seed: UInt64(count))
        let documents = (0..<count).map { _ in
            (Self.randomValues(&random), "n\(Int.random(in: 0...300, using: &random))")
        }
        let directory = try TemporaryDirectory()
        let file = try ValuesFile(path: Self.write(documents, to: directory))
        #expect(file.count == count)
        for (ordinal, (values, _)) in documents.enumerated() {
            let coordinate =
                values.longitude.isNaN ? nil : Coordinate(longitude: values.longitude, latitude: values.latitude)
            #expect(file.coordinate(at: ordinal) == coordinate)
            #expect(file.regency(at: ordinal) == values.regency)
            #expect(file.district(at: ordinal) == values.district)
            #expect(file.category(at: ordinal) == values.category)
            #expect(file.kinds[ordinal] == values.kind)
            #expect(PositionPrecision(rawValue: file.precisions[ordinal]) == values.precision)
            #expect(file.qualities[ordinal] == values.quality)
            #expect(file.lengths.map { Int($0[ordinal]) } == values.lengths.map { min($0, 65_535) })
        }
    }

    @Test("orders by name, then by ordinal")
    func nameOrder() throws {
        let names = ["b", "", "a", "ab", "b", "a b", "B", "ä", "a"]
        let directory = try TemporaryDirectory()
        let file = try ValuesFile(path: Self.write(names.map { (DocumentValues(kind: 0), $0) }, to: directory))
        let order = names.indices.sorted {
            (Array(names[$0].utf8) + [0]).lexicographicallyPrecedes(Array(names[$1].utf8) + [0])
                || (names[$0] == names[$1] && $0 < $1)
        }
        for (rank, ordinal) in order.enumerated() { #expect(file.nameRanks[ordinal] == rank) }
    }

    @Test("knows the average length of each field")
    func averageLengths() throws {
        let directory = try TemporaryDirectory()
        let documents = [[4, 0, 1, 0, 0], [2, 0, 0], [0, 0, 100_000, 1, 2]].map {
            (DocumentValues(kind: 0, lengths: $0), "")
        }
        let file = try ValuesFile(path: Self.write(documents, to: directory))
        #expect((0..<5).map { file.averageLength(ofField: $0) } == [2, 0, Double(1 + 65_535) / 3, 1.0 / 3, 2.0 / 3])
        let empty = try TemporaryDirectory()
        #expect(try ValuesFile(path: Self.write([], to: empty)).averageLength(ofField: 0) == 0)
    }

    @Test("refuses more fields than it has columns for")
    func tooManyFields() throws {
        let directory = try TemporaryDirectory()
        let error = #expect(throws: IndexStoreError.self) {
            try Self.write([(DocumentValues(kind: 0, lengths: [1, 2, 3, 4, 5, 6]), "")], to: directory)
        }
        #expect(error?.kind == .internal)
        #expect(error?.message == "Expected 5 field lengths, got 6. This is a bug in Banua; please report it.")
    }

    @Test("survives any damaged byte: an error, or an answer, never a crash")
    func damage() throws {
        var random = SeededGenerator(seed: 5)
        let documents = (0..<9).map { _ in (Self.randomValues(&random), "n\(Int.random(in: 0...3, using: &random))") }
        let directory = try TemporaryDirectory()
        let path = try Self.write(documents, to: directory)
        try Damage.tryEveryByte(of: path) { path in
            let file = try ValuesFile(path: path)
            for ordinal in 0..<file.count {
                _ = (
                    file.coordinate(at: ordinal), file.regency(at: ordinal), file.kinds[ordinal],
                    file.lengths.map { $0[ordinal] }
                )
            }
        }
    }
}
