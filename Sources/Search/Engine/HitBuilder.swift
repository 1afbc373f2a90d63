import Base
import Geo
import IndexDefinition
import IndexStore

/// Makes hits from the documents found: stored body, distance, marked texts and explanation.
struct HitBuilder {
    let session: SearchSession
    let request: SearchRequest
    let executed: ExecutedQuery

    func hits(for page: [Found.Document]) throws -> [Hit] {
        let highlighter =
            request.wantsHighlights && executed.plan.interpretation != nil ? executed.interpretation.highlighter : nil
        return try page.map { found in
            guard let stored = try session.reader.document(at: found.ordinal) else {
                throw SearchError(
                    kind: .data, code: .indexDamaged,
                    message:
                        "The index lacks document \(found.ordinal) that it counts: run banua-rebuild verify, then "
                        + "roll back or rebuild."
                )
            }
            return try hit(stored, found: found, highlighter: highlighter)
        }
    }

    private func hit(_ stored: StoredDocument, found: Found.Document, highlighter: Highlighter?) throws -> Hit {
        var hit = Hit(stored)
        hit.score = found.score
        if let origin = executed.plan.scope.origin, let coordinate = stored.coordinate {
            hit.distanceMetres = session.engine.geodesic(origin, coordinate)
        }
        if let highlighter {
            hit.highlights = IndexField.allCases.filter(found.fields.contains).compactMap { field in
                stored.withText(of: field, highlighter.html).map { Highlight(field: field.queryName, html: $0) }
            }
        }
        if request.wantsExplanation, executed.plan.interpretation != nil {
            hit.explanation = try session.reader.explain(
                session.runner.request(for: executed.plan), ordinal: found.ordinal
            )
            .map { Explanation($0, interpretation: executed.interpretation) }
        }
        return hit
    }
}
