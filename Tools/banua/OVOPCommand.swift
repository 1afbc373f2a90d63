import ArgumentParser
import CommandSupport
import Foundation
import IndexDefinition
import IndexStore
import Search

/// `banua ovop`: the sentra by how ready they are to be proposed for OVOP.
struct OVOPCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ovop",
        abstract: "Lists sentra by how ready they are to be proposed for OVOP, and what each still needs.",
        discussion: """
            The rules stand in Index/ovop-rules.tsv with their sources. A rule is fulfilled or lacking only if the \
            data say so; else it is unknown and must be found out. With --regency, the villages without any product \
            are listed too.
            """)

    /// The format in which the answer is printed.
    enum Form: String, EnumerableFlag {
        case json, csv

        static func help(for value: Form) -> ArgumentHelp? {
            switch value {
            case .json: "Print the answer as JSON."
            case .csv: "Print the candidates as CSV (RFC 4180), with a column for each rule."
            }
        }
    }

    @Option(help: ArgumentHelp("Only this regency: its name or code.", valueName: "R"))
    var regency: String?

    @Option(parsing: .unconditional, help: ArgumentHelp("How many, 1 to 1000.", valueName: "N"))
    var limit = HitLimit()

    @Option(help: ArgumentHelp("Continues after the page that gave this cursor.", valueName: "CURSOR"))
    var cursor: String?

    @Flag(exclusivity: .exclusive)
    var form: Form?

    @OptionGroup var data: DataOptions

    func run() throws {
        try program.reporting {
            let request = OVOPRequest(regency: regency, limit: limit.value, cursor: cursor)
            let answer = try data.openSession().ovop(request)
            switch form {
            case .csv: try Terminal.write(answer.rendered(as: .csv))
            case .json: try Terminal.write(answer.rendered(as: .json) + [UInt8(ascii: "\n")])
            case nil:
                try Terminal.write(OVOPTables(answer).text)
                if answer.candidates.count < answer.total {
                    Terminal.say("\(answer.total) sentra, \(answer.candidates.count) shown.")
                }
                if let next = answer.next { Terminal.say("More: --cursor \(next)") }
            }
        }
    }
}

/// The answer of `banua ovop` as tables for people.
struct OVOPTables {
    private let answer: OVOPAnswer

    init(_ answer: OVOPAnswer) {
        self.answer = answer
    }

    var text: String {
        [candidates, rules, goods, answer.villagesWithoutProduct == nil ? regencies : villages]
            .filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private var candidates: String {
        guard !answer.candidates.isEmpty else { return "" }
        var table = Table(header: ["rank", "name", "place", "fulfilled", "lacking", "to find out", "id"])
        table.rows = answer.candidates.map { candidate in
            let judgement = candidate.judgement
            return [
                Table.Cell("\(judgement.rank)", alignsRight: true),
                Table.Cell(candidate.hit.name, style: judgement.isExcluded ? .dim : .bold),
                Table.Cell(HitTable.place(of: candidate.hit)), Table.Cell(rules(of: judgement, .fulfilled)),
                Table.Cell(rules(of: judgement, .lacking), style: .yellow),
                Table.Cell(rules(of: judgement, .unknown)), Table.Cell(judgement.id, style: .dim),
            ]
        }
        return table.rendered()
    }

    private func rules(of judgement: OVOPCandidate, _ verdict: OVOPVerdict) -> String {
        judgement.findings(verdict).map(\.rule).joined(separator: " ")
    }

    private var rules: String {
        var table = Table(header: ["rule", "meaning", "needed", "fulfilled", "lacking", "unknown", "source"])
        table.rows = answer.definition.rules.map { rule in
            let counts = answer.counts.rules[rule.name] ?? [:]
            return [Table.Cell(rule.name), Table.Cell(rule.labels["en"] ?? ""), Table.Cell(need(rule.need))]
                + OVOPVerdict.allCases.map { Table.Cell("\(counts[$0] ?? 0)", alignsRight: true) }
                + [Table.Cell(rule.source, style: .dim)]
        }
        return table.rendered()
    }

    private func need(_ need: OVOPRule.Need) -> String {
        switch need {
        case .must: "to be a sentra"
        case .proposal: "to be proposed"
        case .helps: "helps"
        }
    }

    private var goods: String {
        guard !answer.goods.isEmpty else { return "" }
        var table = Table(header: ["product group", "sentra", "products"])
        table.rows = answer.goods.map { goods, count in
            let other = goods.category.isEmpty ? "no group" : "no group (\(goods.category))"
            return [
                Table.Cell(answer.definition.group(goods.group)?.labels["en"] ?? other),
                Table.Cell("\(count.sentra)", alignsRight: true), Table.Cell("\(count.products)", alignsRight: true),
            ]
        }
        return table.rendered()
    }

    private var regencies: String {
        guard let regencies = answer.regencies, !regencies.isEmpty else { return "" }
        var table = Table(header: ["regency", "sentra", "products", "villages", "without product", "code"])
        table.rows = regencies.map { regency in
            let counts = regency.counts
            return [Table.Cell(regency.place.name)]
                + [counts.sentra, counts.products, counts.villages, counts.villagesWithoutProduct].map {
                    Table.Cell("\($0)", alignsRight: true)
                } + [Table.Cell(regency.place.code ?? "", style: .dim)]
        }
        return table.rendered()
    }

    private var villages: String {
        let villages = answer.villagesWithoutProduct ?? []
        let counts = answer.counts
        let heading =
            "\(counts.villagesWithoutProduct) of \(counts.villages) villages have no known product or sentra; of "
            + "\(counts.productsWithoutVillage) of \(counts.products) products the village is not known.\n"
        guard !villages.isEmpty else { return heading }
        var table = Table(header: ["village without product", "code"])
        table.rows = villages.map { [Table.Cell($0.label), Table.Cell($0.code ?? "", style: .dim)] }
        return heading + table.rendered()
    }
}
