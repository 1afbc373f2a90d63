import CommandSupport
import Foundation
import IndexDefinition
import Search

/// Prints a page of hits and, for people, how the query was read.
enum AnswerPrinter {
    static func print(_ answer: SearchAnswer, output: OutputOptions, explains: Bool) throws {
        try output.print(answer.rendered) {
            HitTable.rendered(answer.hits) + facets(answer)
                + (explains ? interpretations(answer.query) + explanations(answer.hits) : "")
        }
        guard output.form == nil else { return }
        for line in remarks(on: answer) { Terminal.say(line) }
    }

    /// How the query was read, how much was found, and how to continue.
    static func remarks(on answer: SearchAnswer) -> [String] {
        var lines = understood(answer.query)
        lines.append(count(of: answer))
        if let near = answer.query.near {
            let radius =
                answer.query.radiusMetres.map {
                    " within \(HitTable.distance($0).replacingOccurrences(of: ".0 ", with: " "))"
                } ?? ""
            lines.append("Distances are from \(near.label)\(radius).")
        }
        lines += answer.query.didYouMean.map { "Did you mean: \($0)" }
        if let next = answer.next { lines.append("More: --cursor \(next)") }
        return lines
    }

    private static func understood(_ query: QueryReading) -> [String] {
        var lines: [String] = []
        if let corrected = query.corrected {
            lines.append(
                "Searched for '\(corrected)' instead of '\(query.keywords)'; --literal searches for the words as typed."
            )
        }
        if let words = query.placeWords {
            lines.append("Read '\(words)' as a place; --literal searches for it as words.")
        }
        if !query.outside.isEmpty {
            lines.append("Outside of the data: \(query.outside.joined(separator: ", ")).")
        }
        if !query.missing.isEmpty {
            let words = query.missing.map { "'\($0)'" }.joined(separator: ", ")
            lines.append("No document has \(words); searched without.")
        }
        lines += query.facts.flatMap(\.remarks)
        if let sort = query.sort { lines.append(sort.remark) }
        if let place = query.nothingIn {
            lines.append("Nothing matches in \(place.label); these are the nearest elsewhere.")
        }
        if query.matching == .some, query.missing.isEmpty {
            let count = query.documentsWithAllWords
            let have = count == 0 ? "Nothing has" : count == 1 ? "1 has" : "\(count) have"
            lines.append("\(have) all of these words; those that have the most come first.")
        }
        return lines
    }

    private static func count(of answer: SearchAnswer) -> String {
        switch answer.total {
        case 0: "Nothing found."
        case answer.hits.count: "\(answer.total) found."
        default: "\(answer.total) found, \(answer.hits.count) shown."
        }
    }

    private static func facets(_ answer: SearchAnswer) -> String {
        let facets =
            answer.facets.map { ($0.field.rawValue, $0.counts) } + answer.factFacets.map { ($0.fact, $0.counts) }
        return facets.map { name, counts in
            var table = Table(header: [name, "documents", "value"])
            table.rows = counts.map {
                [
                    Table.Cell($0.label), Table.Cell("\($0.count)", alignsRight: true),
                    Table.Cell($0.label == $0.value ? "" : $0.value, style: .dim),
                ]
            }
            return counts.isEmpty ? "" : "\n" + table.rendered()
        }.joined()
    }

    /// The interpretations considered; an asterisk marks the one that the answer is made from.
    private static func interpretations(_ query: QueryReading) -> String {
        guard !query.interpretations.isEmpty else { return "" }
        var table = Table(header: ["", "cost", "level", "place", "words", "matches", "decision"])
        table.rows = query.interpretations.map { interpretation in
            [
                Table.Cell(interpretation.isChosen ? "*" : ""),
                Table.Cell("\(interpretation.cost)", alignsRight: true), Table.Cell(interpretation.level),
                Table.Cell(interpretation.place ?? ""),
                Table.Cell(interpretation.clauses.map(text).joined(separator: ", ")),
                Table.Cell(interpretation.matches.map(String.init) ?? "not run", alignsRight: true),
                Table.Cell(interpretation.reason),
            ]
        }
        return "\n" + table.rendered()
    }

    private static func text(of clause: ConsideredInterpretation.Clause) -> String {
        clause.occurrence == "must" ? clause.text : "\(clause.text) (\(clause.occurrence))"
    }

    private static func explanations(_ hits: [Hit]) -> String {
        hits.compactMap { hit in hit.explanation.map { "\n\(hit.id): " + text(of: $0) } }.joined()
    }

    private static func text(of explanation: Explanation) -> String {
        let number = { (value: Double) in value.rounded(toPlaces: 3) }
        var lines = [
            "score \(number(explanation.score)) = relevance \(number(explanation.relevance)), "
                + "tier \(explanation.tier), tier height \(number(explanation.tierHeight))"
        ]
        for clause in explanation.clauses {
            let how = clause.tier.map { "\($0) in \(clause.fields.joined(separator: ", "))" } ?? "not there"
            lines.append(
                "  \(number(clause.score))  '\(clause.text)' \(how); "
                    + "idf \(number(clause.idf)), frequency \(number(clause.frequency))"
            )
        }
        let parts = [
            ("phrase", explanation.phrase), ("proximity", explanation.proximity), ("quality", explanation.quality),
            ("distance", explanation.distance),
            ("kind", explanation.kind),
        ]
        for (name, value) in parts where value != 0 { lines.append("  \(number(value))  \(name)") }
        if explanation.isWithinReach { lines.append("  within reach of the place: before all that are not") }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension Double {
    fileprivate func rounded(toPlaces places: Int) -> String {
        let factor = (0..<places).reduce(1.0) { product, _ in product * 10 }
        return "\((self * factor).rounded() / factor)"
    }
}
