import IndexStore
import JSON

/// An interpretation of the query and its result: one line of an explanation.
package struct ConsideredInterpretation: Sendable, Hashable {
    package struct Clause: Sendable, Hashable {
        /// The words of the query.
        package var text: String
        /// `must`, `should`, `boost`, `filter` or `not`.
        package var occurrence: String
        /// The terms searched for, best first; an asterisk marks a prefix.
        package var terms: [String]
    }

    enum Outcome {
        case run(Int, String)
        case notRun(String)
    }

    /// How widely the words are expanded: `exact`, `related`, `partial`, or the same with `corrected` before it.
    package var level: String
    /// The words read as a place; nil if none are.
    package var place: String?
    package var clauses: [Clause]
    /// The cost, by which the list is ordered.
    package var cost: Int
    /// How many documents match; nil if the index was not asked.
    package var matches: Int?
    /// Why it was run, not run, taken or not taken.
    package var reason: String
    /// True for the interpretation that the answer is made from.
    package var isChosen = false
}

extension ConsideredInterpretation {
    init(_ interpretation: Interpretation, outcome: Outcome, text: (Range<Int>) -> String) {
        level = interpretation.level.name
        place = interpretation.place.reading.map { reading in
            interpretation.place.role == .surroundings ? "near " + text(reading.name) : text(reading.words)
        }
        clauses = interpretation.clauses.map(Clause.init)
        cost = interpretation.cost
        switch outcome {
        case .run(let count, let reason): (matches, self.reason) = (count, reason)
        case .notRun(let reason): (matches, self.reason) = (nil, reason)
        }
    }

    func marked(ifSameAs chosen: Interpretation) -> Self {
        var marked = self
        marked.isChosen =
            matches != nil && cost == chosen.cost && level == chosen.level.name
            && clauses == chosen.clauses.map(Clause.init)
        return marked
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("level", level)
            json.field("place_words", place)
            json.key("clauses")
            json.array { json in
                for clause in clauses { clause.write(to: &json) }
            }
            json.field("cost", cost)
            json.field("matches", matches)
            json.field("reason", reason)
            json.field("is_chosen", isChosen)
        }
    }
}

extension ConsideredInterpretation.Clause {
    init(_ clause: Interpretation.Clause) {
        text = clause.label
        occurrence =
            switch clause.match.occurrence {
            case .must: "must"
            case .should: "should"
            case .boost: "boost"
            case .filter: "filter"
            case .mustNot: "not"
            }
        terms = clause.match.terms.map { $0.words.joined(separator: " ") + ($0.isPrefix ? "*" : "") }
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("text", text)
            json.field("occurrence", occurrence)
            json.key("terms")
            json.array(terms)
        }
    }
}
