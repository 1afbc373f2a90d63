import Foundation
import Geo
import IndexDefinition

/// Searches that must find what was put in: documents from the first to the last are looked for by name, by position, by id and in a box.
struct SearchCheck: Sendable {
    private static let samples = 25

    let generation: Generation

    func problems() throws -> [GenerationProblem] {
        let reader = try IndexReader(generation)
        let count = generation.documentCount
        let ordinals = Set(
            (0..<min(Self.samples, count)).map { $0 * max(1, (count - 1)) / max(1, min(Self.samples, count) - 1) }.map {
                min($0, count - 1)
            })
        return try ordinals.sorted().flatMap { try problems(of: $0, reader) }
    }

    private func problems(of ordinal: Int, _ reader: IndexReader) throws -> [GenerationProblem] {
        guard let document = try reader.document(at: ordinal) else { return [problem(ordinal, "is not among the rows")] }
        var found: [GenerationProblem] = []
        if try reader.ordinal(ofID: document.id) != ordinal { found.append(problem(ordinal, "is not found by its id '\(document.id)'")) }
        if try !isFoundByWords(ordinal, document, reader) { found.append(problem(ordinal, "is not found by words of its own")) }
        guard let coordinate = generation.values.coordinate(at: ordinal) else { return found }
        let box = BoundingBox(
            west: coordinate.longitude, south: coordinate.latitude, east: coordinate.longitude, north: coordinate.latitude)
        if try !reader.ordinals(in: box).contains(ordinal) { found.append(problem(ordinal, "is not found by a box at its position")) }
        let nearest = generation.points.nearest(to: GeocentricPoint(coordinate), count: 1) { $0 == ordinal }
        if nearest.first?.distance != 0 { found.append(problem(ordinal, "is not nearest to its own position", in: GenerationFiles.points)) }
        return found
    }

    /// The text index holds folded tokens and not the text, so the words are taken from the vocabulary: those of the name, as far as plain
    /// lower case gives terms that are there.
    private func isFoundByWords(_ ordinal: Int, _ document: StoredDocument, _ reader: IndexReader) throws -> Bool {
        let words = document.name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        let known = words.filter { generation.vocabulary.index(of: $0) != nil }.prefix(8)
        guard !known.isEmpty else { return true }
        var request = MatchRequest(clauses: known.map { MatchClause(.should, terms: [MatchTerm([$0])], idf: 1) }, order: .id, limit: 1)
        request.candidates = [ordinal]
        return try reader.match(request).total == 1
    }

    private func problem(_ ordinal: Int, _ finding: String, in file: String = GenerationFiles.index) -> GenerationProblem {
        GenerationProblem(file: file, finding: "document \(ordinal) \(finding)")
    }
}
