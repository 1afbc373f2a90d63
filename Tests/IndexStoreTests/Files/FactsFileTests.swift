import IndexDefinition
import TestSupport
import Testing

@testable import IndexStore

@Suite("facts.bin")
struct FactsFileTests {
    private static let columns = [
        FactColumn(name: "price", bounds: [0], isRange: true), FactColumn(name: "workers", bounds: [0]),
        FactColumn(name: "material", bounds: []),
    ]

    private static func write(_ documents: [[String: DocumentFact]], to directory: TemporaryDirectory) throws
        -> FactsFile
    {
        let path = directory.path + "/facts.bin"
        let writer = try FactsWriter(path: path, facts: columns)
        for facts in documents { try writer.append(facts) }
        try writer.finish(documentCount: documents.count)
        return try FactsFile(path: path)
    }

    @Test("gives back numbers and sets, and unknown ones as unknown")
    func roundTrip() throws {
        let directory = try TemporaryDirectory()
        let file = try Self.write(
            [
                ["price": .range(50, 20), "material": .values(["purun", "rotan"])], [:],
                ["price": .number(7), "workers": .number(3), "material": .values(["rotan"])],
            ], to: directory)
        let price = try #require(file.numbers("price"))
        #expect(price.least[0] == 20 && price.greatest[0] == 50 && price.least[2] == 7 && price.greatest[2] == 7)
        #expect(price.least[1].isNaN && price.greatest[1].isNaN)
        let workers = try #require(file.numbers("workers"))
        #expect(workers.least[0].isNaN && workers.least[2] == 3 && workers.greatest[2] == 3)
        let material = try #require(file.set("material"))
        #expect(material.strings.strings == ["purun", "rotan"])
        #expect((0..<4).map { material.starts[$0] } == [0, 2, 2, 3])
        #expect((0..<3).map { material.values[$0] } == [0, 1, 1])
        #expect(file.count == 3 && file.isSound(material))
        #expect(file.set("price") == nil && file.numbers("material") == nil && file.numbers("other") == nil)
    }

    @Test("gives back the names of other properties, each once, in order")
    func propertyNames() throws {
        let directory = try TemporaryDirectory()
        let path = directory.path + "/facts.bin"
        let writer = try FactsWriter(path: path, facts: Self.columns)
        for names in [["luas", "Ketua"], [], ["luas", "éa"]] { try writer.append([:], propertyNames: names) }
        try writer.finish(documentCount: 3)
        #expect(try FactsFile(path: path).propertyNames == ["Ketua", "luas", "éa"])
    }

    @Test("an index without documents has facts as well")
    func empty() throws {
        let directory = try TemporaryDirectory()
        let file = try Self.write([], to: directory)
        #expect(try file.count == 0 && file.isSound(#require(file.set("material"))))
    }

    @Test(
        "refuses a value of another type than the fact's",
        arguments: [["price": .values(["a"])], ["material": .number(1)], ["workers": .range(1, 2)]]
            as [[String: DocumentFact]])
    func refusesTypes(facts: [String: DocumentFact]) throws {
        let directory = try TemporaryDirectory()
        #expect(throws: IndexStoreError.self) { _ = try Self.write([facts], to: directory) }
    }
}
