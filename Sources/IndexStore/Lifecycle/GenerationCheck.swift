import Base
import CSQLite
import Foundation
import Geo
import IndexDefinition

/// Something wrong with a generation, and in which file.
package struct GenerationProblem: Sendable, Hashable, CustomStringConvertible {
    package let file: String
    package let finding: String

    package var description: String { "\(file): \(finding)" }
}

/// Checks a generation thoroughly: its files against each other, against what was put in, and by searching.
struct GenerationCheck: Sendable {
    typealias Step = @Sendable () throws -> [GenerationProblem]

    let generation: Generation

    /// Every problem found; empty for a sound generation.
    ///
    /// Steps run side by side on connections of their own.
    func problems() throws -> [GenerationProblem] {
        try inParallel(steps).flatMap { $0 }
    }

    /// The longest first.
    var steps: [Step] {
        [
            step(GenerationFiles.index, textIndex), step(GenerationFiles.index, sqlite),
            step(GenerationFiles.index, tokens),
            step(GenerationFiles.index, lengths), step(GenerationFiles.vocabulary, vocabulary),
            step(GenerationFiles.index, table),
            step(GenerationFiles.documents, documents),
            step(GenerationFiles.values, values), step(GenerationFiles.facts, facts),
            step(GenerationFiles.index) { try SearchCheck(generation: generation).problems() },
        ]
    }

    /// A step that meets damage has found a problem; that is not a failure to check.
    private func step(_ file: String, _ work: @escaping Step) -> Step {
        {
            do {
                return try work()
            } catch let error as IndexStoreError where error.kind == .data || error.kind == .internal {
                return [GenerationProblem(file: file, finding: error.message)]
            }
        }
    }

    private var indexPath: String { generation.directory.appendingPathComponent(GenerationFiles.index).path }

    func open() throws -> Database { try Database(path: indexPath, mode: .sequential) }

    func problem(_ finding: String, in file: String = GenerationFiles.index) -> GenerationProblem {
        GenerationProblem(file: file, finding: finding)
    }

    /// Every page, every index and every row's form, as SQLite knows them.
    @Sendable private func sqlite() throws -> [GenerationProblem] {
        let answers = try open().prepare("PRAGMA integrity_check(5)").rows { $0.text(0) }
        return answers == ["ok"] ? [] : answers.map { problem("SQLite's integrity_check says: \($0)") }
    }

    /// The inverted index in itself: its checksums, order and structure.
    ///
    /// FTS5 takes the command as an INSERT, and writes nothing.
    @Sendable private func textIndex() throws -> [GenerationProblem] {
        try Database(path: indexPath, mode: .check).execute("INSERT INTO search (search) VALUES ('integrity-check')")
        return []
    }

    /// The inverted index against the text that was put in: the same terms, as often, in the same columns.
    @Sendable private func tokens() throws -> [GenerationProblem] {
        let database = try open()
        try database.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, search, col)")
        let columns = Dictionary(uniqueKeysWithValues: IndexField.allCases.map { ($0.columnName, $0.rawValue) })
        var checksum = TokenChecksum(columns: columns.count)
        try database.prepare("SELECT term, col, cnt FROM temp.terms").forEachRow { row in
            checksum.add(row.utf8(0), column: columns[row.text(1)] ?? 0, count: row.int(2))
            return true
        }
        let expected = try database.prepare("SELECT value FROM meta WHERE name = ?").bind(
            1, GenerationWriter.checksumName
        ).first {
            $0.text(0)
        }
        guard checksum.text != expected else { return [] }
        return [
            problem(
                "the terms of the text index are not those of the documents (checksum \(checksum.text), not "
                    + "\(expected ?? "none"))"
            )
        ]
    }

    /// Records as long as their parts, with ids that ascend and bodies that can stand in an answer.
    @Sendable private func documents() throws -> [GenerationProblem] {
        let documents = generation.documents
        var last: [UInt8] = []
        for ordinal in 0..<documents.count {
            if ordinal & 0x3FFF == 0x3FFF { documents.releasePages() }
            let record = try documents.record(at: ordinal)
            let isBehind = record.withPart(DocumentsFormat.Part.id) { id in
                defer { last.replaceSubrange(0..<last.count, with: id) }
                return last.lexicographicallyPrecedes(id)
            }
            guard isBehind else {
                return [
                    problem(
                        "the id of document \(ordinal) does not come after the one before",
                        in: GenerationFiles.documents)
                ]
            }
            let isObject = record.withPart(DocumentsFormat.Part.body) { body in
                body.count > 1 && body.first == UInt8(ascii: "{") && body.last == UInt8(ascii: "}")
            }
            guard isObject else {
                return [problem("the body of document \(ordinal) is no JSON object", in: GenerationFiles.documents)]
            }
        }
        return []
    }

    /// The lengths that FTS5 keeps against those that scores are computed from, document by document.
    @Sendable private func lengths() throws -> [GenerationProblem] {
        let values = generation.values
        var ordinal = 0
        var different: Int?
        try open().prepare("SELECT id, sz FROM search_docsize ORDER BY id").forEachRow { row in
            defer { ordinal += 1 }
            guard row.int(0) == ordinal + 1, ordinal < values.count else {
                different = different ?? ordinal
                return false
            }
            if ordinal & 0xFFFF == 0xFFFF { ResidentPages.release(values) }
            let sizes = Varints.decode(row.utf8(1))
            let expected = values.lengths.map { Int($0[ordinal]) }
            if sizes.map({ min($0, Int(UInt16.max)) }) != expected { different = different ?? ordinal }
            return different == nil
        }
        if let different {
            return [problem("the field lengths of document \(different) differ between the text index and the values")]
        }
        return ordinal == values.count
            ? [] : [problem("the text index has \(ordinal) documents, and the values \(values.count)")]
    }

    /// The vocabulary against the text index: the same terms in as many documents, and families that lead to terms.
    @Sendable private func vocabulary() throws -> [GenerationProblem] {
        let vocabulary = generation.vocabulary
        let database = try open()
        try database.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, search, row)")
        var index = 0
        var different: Int?
        try database.prepare("SELECT term, doc FROM temp.terms").forEachRow { row in
            let same =
                index < vocabulary.count && vocabulary.documentCount(at: index) == row.int(1)
                && vocabulary.withTermBytes(at: index) { $0.elementsEqual(UnsafeRawBufferPointer(row.utf8(0))) }
            if !same { different = index }
            index += 1
            return same
        }
        guard different == nil, index == vocabulary.count else {
            return [problem("term \(different ?? index) is not that of the text index", in: GenerationFiles.vocabulary)]
        }
        var unknown: String?
        try database.prepare("SELECT folded FROM place_names").forEachRow { row in
            let first = String(decoding: row.utf8(0).prefix { $0 != UInt8(ascii: " ") }, as: UTF8.self)
            if !vocabulary.beginsPlaceName(first) { unknown = first }
            return unknown == nil
        }
        guard let unknown else { return [] }
        return [
            problem("the word '\(unknown)' that a place's name begins with is missing", in: GenerationFiles.vocabulary)
        ]
    }
}
