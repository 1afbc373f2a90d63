import Base
import Foundation
import TestSupport
import Testing

@testable import IndexDefinition

@Suite struct IndexDefinitionTests {
    @Test("finds the files next to the program")
    func files() throws {
        #expect(try IndexDefinition.schema("search").contains("fts5"))
        #expect(try IndexDefinition.analyzerFiles().keys.contains("id/place-bynames.txt"))
        #expect(try IndexDefinition.ranking().fields.count == IndexField.allCases.count)
        #expect(try IndexDefinition.version.wholeMatch(of: /10-[0-9a-f]{16}/) != nil)
        let error = #expect(throws: IndexDefinitionError.self) { try IndexDefinition.schema("nothing") }
        #expect(
            error?.message
                == "There is no 'nothing' in Schema: expected one of documents, meta, ovop, places, search, suggestions."
        )
        #expect(throws: IndexDefinitionError.self) { try IndexDefinition.packageURL("../Schema") }
    }

    @Test("the columns of the full-text table are the fields, in order")
    func columns() throws {
        let columns = IndexField.allCases.map(\.columnName).joined(separator: ", ")
        #expect(try IndexDefinition.schema("search").contains(columns + ","))
        for field in IndexField.allCases { #expect(IndexField(queryName: field.queryName) == field) }
        for kind in DocumentKind.allCases { #expect(DocumentKind(ordinal: kind.ordinal) == kind) }
        #expect(DocumentKind(ordinal: UInt8(DocumentKind.allCases.count)) == nil && IndexField(queryName: "x") == nil)
    }

    /// A definition in a folder of its own.
    private func definition(ranking: String? = nil, change: (TemporaryDirectory) throws -> Void = { _ in }) throws
        -> DefinitionFiles
    {
        let directory = try TemporaryDirectory()
        let weights = try JSONEncoder().encode(IndexDefinition.ranking())
        try directory.write("CREATE TABLE x (y);", to: "Schema/x.sql")
        try directory.write("word\n", to: "Analyzers/id/words.txt")
        try directory.write(ranking ?? String(decoding: weights, as: UTF8.self), to: "ranking.json")
        for name in FactRows.fileNames + OVOPTable.fileNames { try directory.write("\(name)\n", to: name) }
        try change(directory)
        return try DefinitionFiles(root: directory.url)
    }

    @Test("the version depends on the content and names of the files only")
    func version() throws {
        let weights = String(decoding: try JSONEncoder().encode(IndexDefinition.ranking()), as: UTF8.self)
        let plain = try definition(ranking: weights).version
        #expect(try definition(ranking: weights).version == plain)
        #expect(try definition(ranking: weights + " ").version != plain)
        #expect(
            try definition(ranking: weights) { try $0.write("other\n", to: "Analyzers/id/words.txt") }.version != plain)
        #expect(try definition(ranking: weights) { try $0.write("x\n", to: "facts.tsv") }.version != plain)
        #expect(try definition(ranking: weights) { try $0.write("", to: "Analyzers/id/empty.txt") }.version != plain)
        #expect(
            try definition(ranking: weights) { try $0.write("{}", to: "Packages/p/manifest.json") }.version == plain)
        #expect(try definition(ranking: weights) { try $0.write("", to: "Schema/.hidden") }.version == plain)
    }

    @Test(
        "rejects invalid weights by name",
        arguments: [
            (#""k1":1.2"#, #""k1":-1"#, "-1"), (#""name":"#, #""title":"#, "no field 'title'"),
            (#""b":0.4"#, #""b":1.5"#, "1.5"),
            (#""scaleMetres":10000"#, #""scaleMetres":0"#, "scaleMetres"), (#""phrase":1"#, #""phrase":"x""#, "phrase"),
            ("{", "", "ranking.json"),
        ])
    func badRanking(from: String, to: String, says: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let sound = String(decoding: try encoder.encode(IndexDefinition.ranking()), as: UTF8.self)
        #expect(sound.contains(from))
        let error = #expect(throws: IndexDefinitionError.self) {
            try definition(ranking: sound.replacingOccurrences(of: from, with: to))
        }
        #expect(error?.kind == .data && error?.message.contains(says) == true, "\(error?.message ?? "")")
    }
}
