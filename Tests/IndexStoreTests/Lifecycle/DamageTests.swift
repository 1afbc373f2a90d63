import Base
import Foundation
import Gazetteer
import Geo
import IndexDefinition
import TestSupport
import Testing

@testable import IndexStore

@Suite struct DamageTests {
    private let directory: TemporaryDirectory
    private let generation: URL
    private let generations: Generations

    init() throws {
        directory = try TemporaryDirectory()
        try Corpus(count: 120, seed: 77).build(in: directory.url)
        generations = Generations(dataDirectory: directory.url)
        generation = generations.directory(of: "000001")
    }

    private static let files = GenerationFiles.checked + [Manifest.fileName]

    /// Changes a file, runs the body, and puts the file back.
    private func changing(_ file: String, _ change: (inout Data) -> Void, _ body: () throws -> Void) throws {
        let url = generation.appendingPathComponent(file)
        let sound = try Data(contentsOf: url)
        var damaged = sound
        change(&damaged)
        try damaged.write(to: url)
        let result = Result { try body() }
        try sound.write(to: url)
        try result.get()
    }

    @Test("verify names the file in which a bit was flipped", arguments: files)
    func namesFile(file: String) throws {
        #expect(try generations.verify() == [])
        var random = SeededGenerator(seed: 3)
        for _ in 0..<15 {
            var bit = 0
            try changing(file) { data in
                bit = Int.random(in: 0..<data.count * 8, using: &random)
                data[bit / 8] ^= 1 << (bit % 8)
            } _: {
                let problems = try generations.verify()
                #expect(!problems.isEmpty && problems.allSatisfy { $0.file == file }, "bit \(bit)")
            }
        }
    }

    @Test("verify names a file that is cut, empty, longer or gone", arguments: files)
    func wrongSize(file: String) throws {
        for change: (inout Data) -> Void in [{ $0 = $0.prefix($0.count / 2) }, { $0 = Data() }, { $0.append(0) }] {
            try changing(file, change) {
                let problems = try generations.verify()
                #expect(problems.map(\.file) == [file])
            }
        }
        try FileManager.default.removeItem(at: generation.appendingPathComponent(file))
        #expect(try generations.verify().map(\.file) == [file])
        #expect(throws: FileError.self) { try Generation.open(dataDirectory: directory.url) }
    }

    @Test(
        "opening and searching a damaged generation answers or throws, and never crashes",
        arguments: GenerationFiles.checked)
    func neverCrashes(file: String) throws {
        var random = SeededGenerator(seed: 4)
        var failures = 0
        for round in 0..<75 {
            try changing(file) { data in
                // One byte, or a stretch of junk, or of zeros.
                let start = Int.random(in: 0..<data.count, using: &random)
                let end = min(data.count, start + [1, 16, 300][round % 3])
                for index in start..<end {
                    data[index] = round % 5 == 0 ? 0 : UInt8.random(in: 0...255, using: &random)
                }
            } _: {
                do {
                    try ask(Generation.open(dataDirectory: directory.url))
                } catch let error as IndexStoreError {
                    #expect(error.kind == .data || error.kind == .inputOutput, "\(error)")
                    failures += 1
                }
            }
        }
        #expect(failures > 0)
    }

    /// Every kind of question, many of each.
    private func ask(_ generation: Generation) throws {
        let reader = try IndexReader(generation)
        var requests = RandomRequests(
            random: SeededGenerator(seed: 9), weights: try IndexDefinition.ranking(), generation: generation)
        for _ in 0..<12 {
            let request = requests.next()
            let hits = try reader.match(request).hits
            for document in try reader.documents(hits.map(\.document)) {
                _ = (document.id, document.name, document.body, IndexField.allCases.map(document.text))
            }
            if let first = hits.first, !request.clauses.isEmpty {
                _ = try reader.explain(request, first.document)
            }
        }
        _ = try reader.document(withID: "doc-00050")
        let box = BoundingBox(west: 114, south: -4, east: 116, north: -2)
        generation.points.forEach(in: box, coordinate: generation.values.coordinate) {
            generation.values.contains(ordinal: $0)
        }
        _ = try reader.suggestions(prefix: "w", limit: 10)
        _ = try reader.places(named: PlaceName(words: ["simpang", "empat"]))
        _ = try reader.places(namedWithPrefix: "kab", limit: 5)
        _ = generation.points.nearest(to: GeocentricPoint(Coordinate(longitude: 115, latitude: -3)), count: 5).map {
            generation.values.contains(ordinal: $0.ordinal)
        }
        for term in generation.vocabulary.prefixRange("w") {
            _ = generation.vocabulary.family(ofRoot: generation.vocabulary.term(at: term))
        }
    }

    @Test("a generation of another format is refused with the remedy")
    func otherFormat() throws {
        var manifest = try Manifest(readFrom: generation.path)
        manifest.definitionVersion = "999-0123456789abcdef"
        try manifest.write(to: generation.path)
        let error = #expect(throws: IndexStoreError.self) { try Generation.open(dataDirectory: directory.url) }
        #expect(error?.kind == .data && error?.message.contains("Rebuild") == true)
    }
}
