import Base
import Geo
import IndexDefinition
import IndexStore

/// Makes hits from the documents found: stored body, distance, marked texts and explanation.
struct HitBuilder {
    let session: SearchSession
    let request: SearchRequest
    let executed: ExecutedQuery

    func hits(for page: [MatchHit]) throws -> [Hit] {
        let highlighter =
            request.wantsHighlights && !executed.interpretation.isEmpty ? executed.interpretation.highlighter : nil
        return try zip(session.index.documents(page.map(\.document)), page).map { stored, found in
            try hit(stored, found: found, highlighter: highlighter)
        }
    }

    private func hit(_ stored: StoredDocument, found: MatchHit, highlighter: Highlighter?) throws -> Hit {
        var hit = Hit(stored)
        hit.score = found.score
        if let origin = executed.interpretation.scope.origin, let coordinate = stored.coordinate {
            hit.distanceMetres = session.engine.geodesic(origin, coordinate)
        }
        if let highlighter {
            hit.highlights = IndexField.allCases.filter(found.fields.contains).compactMap { field in
                stored.withText(of: field) { $0.withUnsafeBufferPointer(highlighter.html) }.map {
                    Highlight(field: field.queryName, html: $0)
                }
            }
        }
        if request.wantsExplanation, !executed.interpretation.isEmpty {
            hit.explanation = try session.index.explain(executed.query, found.document).map {
                Explanation($0, interpretation: executed.interpretation)
            }
        }
        return hit
    }
}
