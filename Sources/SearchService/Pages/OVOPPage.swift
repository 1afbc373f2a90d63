import HTTPTypes
import IndexDefinition
import IndexStore
import Search

/// The pages of OVOP: all regencies, or the candidates of one, to read and to print.
enum OVOPPage {
    static let regency = Parameter.path(
        "regencyId", .text(length: 1...120, example: "63.05"), "Code or name of a regency")

    static func reply(_ request: RouteRequest) async throws -> Reply {
        let question = OVOPRequest(
            regency: request[regency], limit: request[regency] == nil ? 1 : SearchRequest.answerLimits.upperBound)
        return try await request.withSession { try reply($0.ovop(question), request) }
    }

    private static func reply(_ answer: OVOPAnswer, _ request: RouteRequest) throws -> Reply {
        var page = Page(request, title: "")
        let words = page.words
        let place = answer.regency?.name ?? page.region
        page.layout.title = words.filled("ovopHeading", place)
        page.layout.description = words.filled("ovopDescribe", place)
        let counts = answer.counts
        return page.reply(
            OVOPPageView(
                layout: page.layout, heading: words.filled("ovopHeading", place),
                crumbs: answer.regency == nil
                    ? [LinkView(label: page.region, url: words.link("/"))]
                    : [
                        LinkView(label: page.region, url: words.link("/")),
                        LinkView(label: "OVOP", url: words.link("/ovop")),
                    ],
                summary: summary(answer, words),
                regencies: answer.regencies.map { .init($0, words) },
                candidates: try answer.regency.map { try .init(answer, regency: $0, words) },
                groups: answer.goods.map { OVOPPageView.Group($0, $1, answer.definition, words) },
                villages: answer.villagesWithoutProduct.map { OVOPPageView.Villages($0) },
                villagesText: words["ovopVillagesCount"].replacing("%", with: words.grouped(counts.villages))
                    .replacing("#", with: words.grouped(counts.villagesWithoutProduct)),
                unplacedText: words["ovopUnplaced"].replacing("%", with: words.grouped(counts.products))
                    .replacing("#", with: words.grouped(counts.productsWithoutVillage)),
                rules: answer.definition.rules.map {
                    OVOPPageView.Rule($0, counts.rules[$0.name] ?? [:], words)
                }))
    }

    private static func summary(_ answer: OVOPAnswer, _ words: PageWords) -> String {
        words["ovopSummary"].replacing("#", with: words.grouped(answer.counts.sentra))
            .replacing("%", with: words.grouped(answer.counts.products))
    }
}

/// The values of ovop.mustache.
struct OVOPPageView: PageView {
    /// The table of all regencies.
    struct Regencies: TemplateView {
        var rows: [Regency]
    }

    struct Regency: TemplateView {
        var name: String
        var url: String
        var sentra: String
        var products: String
        var villages: String
        var empty: String
    }

    /// The candidates of a regency.
    struct Candidates: TemplateView {
        var csvURL: String
        var rows: [Candidate]
    }

    struct Candidate: TemplateView {
        var name: String
        var url: String
        var place: String
        var group: String?
        /// What its source says of its part in the programme.
        var status: String?
        var isExcluded: Bool
        var verdicts: [Verdict]
    }

    struct Verdict: TemplateView {
        var verdict: String
        var title: String
        var findings: [Finding]
    }

    struct Finding: TemplateView {
        var label: String
        /// The words of the data; nil if there are none.
        var detail: String?
    }

    struct Group: TemplateView {
        var name: String
        var sentra: String
        var products: String
    }

    /// The villages without a product, by district.
    struct Villages: TemplateView {
        var districts: [District]
    }

    struct District: TemplateView {
        var name: String
        var villages: String
    }

    struct Rule: TemplateView {
        var label: String
        var need: String
        var source: String
        var fulfilled: String
        var lacking: String
        var unknown: String
    }

    static let template = "ovop"

    var layout: LayoutView
    var heading: String
    var crumbs: [LinkView]
    var summary: String
    var regencies: Regencies?
    var candidates: Candidates?
    var groups: [Group]
    var villages: Villages?
    var villagesText: String
    var unplacedText: String
    var rules: [Rule]
}

extension OVOPPageView.Regencies {
    init(_ regencies: [OVOPAnswer.Regency], _ words: PageWords) {
        rows = regencies.map { regency in
            let counts = regency.counts
            return OVOPPageView.Regency(
                name: regency.place.name,
                url: words.link("/ovop/\(PercentEncoding.encoded(regency.place.code ?? regency.place.name))"),
                sentra: words.grouped(counts.sentra), products: words.grouped(counts.products),
                villages: words.grouped(counts.villages), empty: words.grouped(counts.villagesWithoutProduct))
        }
    }
}

extension OVOPPageView.Candidates {
    init(_ answer: OVOPAnswer, regency: ResolvedPlace, _ words: PageWords) throws {
        csvURL = ServiceLinks.address(
            "/v1/ovop",
            [
                ("regency", regency.code ?? regency.name), ("limit", "\(SearchRequest.answerLimits.upperBound)"),
                ("f", "csv"),
            ])
        rows = try answer.candidates.map { try .init($0, answer.definition, words) }
    }
}

extension OVOPPageView.Candidate {
    init(_ candidate: OVOPAnswer.Candidate, _ table: OVOPTable, _ words: PageWords) throws {
        let stored = try StoredHit(candidate.hit)
        let judgement = candidate.judgement
        name = candidate.hit.name
        url = words.link(HitView.url(candidate.hit))
        place = stored.place
        group = judgement.group.flatMap(table.group).map { words.label($0.labels) }
        let status = [stored.property("ovop_status"), stored.property("ovop_year")].compactMap { $0 }
        self.status = status.isEmpty ? nil : status.joined(separator: ", ")
        isExcluded = judgement.isExcluded
        verdicts = OVOPVerdict.allCases.compactMap { verdict in
            let findings = judgement.findings(verdict)
            guard !findings.isEmpty else { return nil }
            return OVOPPageView.Verdict(
                verdict: verdict.rawValue, title: words["ovopVerdict.\(verdict.rawValue)"],
                findings: findings.map { finding in
                    OVOPPageView.Finding(
                        label: table.rule(finding.rule).map { words.label($0.labels) } ?? finding.rule,
                        detail: finding.detail)
                })
        }
    }
}

extension OVOPPageView.Group {
    init(_ goods: OVOPGoods, _ count: OVOPGoodsCount, _ table: OVOPTable, _ words: PageWords) {
        let group = table.group(goods.group).map { words.label($0.labels) }
        name =
            group
            ?? (goods.category.isEmpty
                ? words["ovopNoCategory"] : words.filled("ovopNoGroup", words.category(goods.category)))
        sentra = words.grouped(count.sentra)
        products = words.grouped(count.products)
    }
}

extension OVOPPageView.Villages {
    init(_ villages: [ResolvedPlace]) {
        districts = []
        for village in villages {
            // "Suato Lama, Salam Babaris, Tapin" without the village and the regency.
            let areas = village.label.dropFirst(village.name.count).split(separator: ",").map(\.trimmedBlanks)
            let district = areas.first ?? ""
            if districts.last?.name == district {
                districts[districts.count - 1].villages += ", \(village.name)"
            } else {
                districts.append(OVOPPageView.District(name: district, villages: village.name))
            }
        }
    }
}

extension OVOPPageView.Rule {
    init(_ rule: OVOPRule, _ counts: [OVOPVerdict: Int], _ words: PageWords) {
        label = words.label(rule.labels)
        need = words["ovopNeed.\(rule.need.rawValue)"]
        source = rule.source == "compiled" ? words["ovopCompiled"] : rule.source
        fulfilled = words.grouped(counts[.fulfilled] ?? 0)
        lacking = words.grouped(counts[.lacking] ?? 0)
        unknown = words.grouped(counts[.unknown] ?? 0)
    }
}

extension PageWords {
    /// The label in the language of the page, or in Indonesian.
    fileprivate func label(_ labels: [String: String]) -> String { labels[language.code] ?? labels["id"] ?? "" }
}

extension Substring {
    fileprivate var trimmedBlanks: String { String(drop { $0 == " " }) }
}
