import Foundation
import Geo
import IndexDefinition

/// Searches that must find what was put in: documents from the first to the last are looked for by words of their own,
/// by id, at their position and in a box.
struct SearchCheck: Sendable {
    let generation: Generation

    func problems() throws -> [GenerationProblem] {
        // No search here measures a distance: a chord will do.
        let reader = try IndexReader(generation, mode: .sequential) {
            GeocentricPoint($0).chord(to: GeocentricPoint($1))
        }
        let text = try reader.statement("SELECT value FROM meta WHERE name = ?").bind(1, GenerationWriter.samplesName)
            .first { $0.text(0) }
        guard let samples = text.flatMap(TokenSamples.init(text:))?.samples else {
            return [GenerationProblem(file: GenerationFiles.index, finding: "the samples to search for are missing")]
        }
        return try samples.flatMap { try problems(of: $0, reader) }
    }

    private func problems(of sample: TokenSamples.Sample, _ reader: IndexReader) throws -> [GenerationProblem] {
        let ordinal = sample.ordinal
        guard let document = try reader.document(at: ordinal) else {
            return [problem(ordinal, "is not among the rows")]
        }
        var found: [GenerationProblem] = []
        if try reader.ordinal(ofID: document.id) != ordinal {
            found.append(problem(ordinal, "is not found by its id '\(document.id)'"))
        }
        if try !isFound(sample, reader) {
            found.append(problem(ordinal, "is not found by its words '\(sample.words.joined(separator: " "))'"))
        }
        guard let coordinate = generation.values.coordinate(at: ordinal) else { return found }
        let box = BoundingBox(
            west: coordinate.longitude, south: coordinate.latitude, east: coordinate.longitude,
            north: coordinate.latitude)
        var isInBox = false
        generation.points.forEach(in: box, coordinate: generation.values.coordinate) { found in
            isInBox = found == ordinal
            return !isInBox
        }
        if !isInBox {
            found.append(problem(ordinal, "is not found by a box at its position", in: GenerationFiles.points))
        }
        let nearest = generation.points.nearest(to: GeocentricPoint(coordinate), count: 1) { $0 == ordinal }
        if nearest.first?.distance != 0 {
            found.append(problem(ordinal, "is not nearest to its own position", in: GenerationFiles.points))
        }
        return found
    }

    /// The words as a phrase in their field, among all documents: the first match from this ordinal on must be the
    /// document.
    private func isFound(_ sample: TokenSamples.Sample, _ reader: IndexReader) throws -> Bool {
        let clause = MatchClause(.must, terms: [MatchTerm(sample.words, fields: [sample.field])], idf: 1)
        var query = IndexQuery(clauses: [clause], order: .id, limit: 1)
        if sample.ordinal > 0 {
            let before = DocumentRef(ordinal: sample.ordinal - 1)
            query.after = MatchHit(before, key: Double(before.ordinal))
        }
        return try reader.match(query).hits.first?.document.ordinal == sample.ordinal
    }

    private func problem(_ ordinal: Int, _ finding: String, in file: String = GenerationFiles.index)
        -> GenerationProblem
    {
        GenerationProblem(file: file, finding: "document \(ordinal) \(finding)")
    }
}
