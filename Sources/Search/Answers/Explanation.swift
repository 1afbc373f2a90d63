import IndexDefinition
import IndexStore
import JSON

/// The parts of the score of a hit.
///
/// score = relevance + tier height × (4 − tier + 5 × (within reach + goods) + 15 × optional words that matched)
package struct Explanation: Sendable, Hashable {
    package struct Clause: Sendable, Hashable {
        /// The word or phrase of the question.
        package var text: String
        /// The tier of its best term that was found: exact, stem, synonym, prefix or typo; nil if the document does not
        /// have it.
        package var tier: String?
        package var score: Double
        package var idf: Double
        /// Occurrences, weighted by term, field and field length.
        package var frequency: Double
        package var fields: [String]
    }

    package var score: Double
    package var tier: String
    package var tierHeight: Double
    package var relevance: Double
    package var clauses: [Clause]
    package var phrase: Double
    package var proximity: Double
    package var quality: Double
    package var distance: Double
    package var kind: Double
    /// For being what the head noun of the query says.
    package var head: Double
    /// True if the document is within the reach of the place that the query says it should be near.
    package var isWithinReach: Bool
}

extension Explanation {
    init(_ parts: ScoreParts, interpretation: Interpretation) {
        score = parts.score
        tier = parts.tier.name
        tierHeight = parts.tierHeight
        relevance = parts.relevance
        let scored = zip(interpretation.clauses, parts.clauses).filter { $0.0.match.occurrence != .filter }
        clauses = scored.map { clause, part in
            Clause(
                text: clause.label, tier: part.tier?.name, score: part.score, idf: clause.match.idf,
                frequency: part.frequency,
                fields: part.fields.sorted { $0.rawValue < $1.rawValue }.map(\.queryName))
        }
        phrase = parts.phrase
        proximity = parts.proximity
        quality = parts.quality
        distance = parts.distance
        kind = parts.kind
        head = parts.head
        isWithinReach = parts.isWithinReach
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("score", score)
            json.field("tier", tier)
            json.field("tier_height", tierHeight)
            json.field("relevance", relevance)
            json.key("clauses")
            json.array { json in
                for clause in clauses { clause.write(to: &json) }
            }
            json.field("phrase", phrase)
            json.field("proximity", proximity)
            json.field("quality", quality)
            json.field("distance", distance)
            json.field("kind", kind)
            json.field("head", head)
            json.field("within_reach", isWithinReach)
        }
    }
}

extension Explanation.Clause {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("text", text)
            json.field("tier", tier)
            json.field("score", score)
            json.field("idf", idf)
            json.field("frequency", frequency)
            json.key("fields")
            json.array(fields)
        }
    }
}
