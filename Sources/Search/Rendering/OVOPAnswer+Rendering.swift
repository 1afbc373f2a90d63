import Base
import IndexDefinition
import IndexStore
import JSON

extension OVOPAnswer {
    /// The answer as bytes ready to send: JSON, or the candidates as CSV.
    ///
    /// There is no GeoJSON of it; JSON is given instead.
    package func rendered(as format: AnswerFormat) -> [UInt8] { format == .csv ? csv() : json() }

    private func json() -> [UInt8] {
        var json = JSONWriter(capacity: 4096 + candidates.count * 2048)
        json.object { json in
            json.field("generation", generation)
            json.field("took_ms", tookMilliseconds)
            json.key("regency")
            if let regency { regency.write(to: &json) } else { json.null() }
            json.field("total", total)
            json.key("candidates")
            json.array { json in
                for candidate in candidates { candidate.write(to: &json) }
            }
            json.field("next", next)
            writeVillages(to: &json)
            json.key("groups")
            json.array { json in
                for (goods, count) in goods { write(goods, count, to: &json) }
            }
            json.key("rules")
            json.array { json in
                for rule in definition.rules { rule.write(counts.rules[rule.name] ?? [:], to: &json) }
            }
            writeRegencies(to: &json)
        }
        return json.bytes
    }

    private func writeVillages(to json: inout JSONWriter) {
        json.field("products", counts.products)
        json.field("products_without_village", counts.productsWithoutVillage)
        json.field("villages", counts.villages)
        json.key("villages_without_product")
        json.object { json in
            json.field("count", counts.villagesWithoutProduct)
            guard let villagesWithoutProduct else { return }
            json.key("list")
            json.array { json in
                for village in villagesWithoutProduct {
                    json.object { json in
                        json.field("code", village.code)
                        json.field("name", village.name)
                        json.field("label", village.label)
                    }
                }
            }
        }
    }

    private func write(_ goods: OVOPGoods, _ count: OVOPGoodsCount, to json: inout JSONWriter) {
        json.object { json in
            let group = definition.group(goods.group)
            json.field("group", group?.name)
            json.field("category", goods.category.isEmpty ? nil : goods.category)
            if let group { writeLabels(group.labels, to: &json) }
            json.field("sentra", count.sentra)
            json.field("products", count.products)
        }
    }

    private func writeRegencies(to json: inout JSONWriter) {
        guard let regencies else { return }
        json.key("regencies")
        json.array { json in
            for regency in regencies {
                json.object { json in
                    json.field("code", regency.place.code)
                    json.field("name", regency.place.name)
                    json.field("sentra", regency.counts.sentra)
                    json.field("products", regency.counts.products)
                    json.field("villages", regency.counts.villages)
                    json.field("villages_without_product", regency.counts.villagesWithoutProduct)
                }
            }
        }
    }

    /// The candidates as a table: a column for each rule, with its verdict.
    private func csv() -> [UInt8] {
        let rules = definition.rules.map(\.name)
        let areas = FlatHit.areaLevels.flatMap { [$0 + "_code", $0] }
        let facts = ["ovop_status", "ovop_year", "ovop_stars", "source_url"]
        var csv = CSVWriter()
        csv.row(["rank", "id", "name", "product_group"] + areas + ["excluded", "missing"] + rules + facts)
        for candidate in candidates {
            let judgement = candidate.judgement
            let cells = Dictionary(
                candidate.hit.flat.columns.map { ($0.name, $0.value.cell) }, uniquingKeysWith: { first, _ in first })
            let verdicts = Dictionary(
                judgement.findings.map { ($0.rule, $0.verdict.rawValue) }, uniquingKeysWith: { first, _ in first })
            csv.row(
                ["\(judgement.rank)", judgement.id, candidate.hit.name, judgement.group ?? ""]
                    + areas.map { cells[$0] ?? "" } + ["\(judgement.isExcluded)", "\(judgement.missing)"]
                    + rules.map { verdicts[$0] ?? "" } + facts.map { cells[$0] ?? "" })
        }
        return csv.bytes
    }
}

extension OVOPAnswer.Candidate {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("rank", judgement.rank)
            json.field("product_group", judgement.group)
            json.field("excluded", judgement.isExcluded)
            json.field("missing", judgement.missing)
            for verdict in OVOPVerdict.allCases {
                json.key(verdict.rawValue)
                json.array { json in
                    for finding in judgement.findings(verdict) {
                        json.object { json in
                            json.field("rule", finding.rule)
                            json.field("detail", finding.detail)
                        }
                    }
                }
            }
            json.key("sentra")
            hit.write(to: &json)
        }
    }
}

extension OVOPRule {
    fileprivate func write(_ counts: [OVOPVerdict: Int], to json: inout JSONWriter) {
        json.object { json in
            json.field("rule", name)
            json.field("need", need.rawValue)
            json.field("source", source)
            writeLabels(labels, to: &json)
            if !groups.isEmpty {
                json.key("groups")
                json.array(groups)
            }
            for verdict in OVOPVerdict.allCases { json.field(verdict.rawValue, counts[verdict] ?? 0) }
        }
    }
}

/// Labels by language, as the member "label".
private func writeLabels(_ labels: [String: String], to json: inout JSONWriter) {
    json.key("label")
    json.object { json in
        for (language, label) in labels.sorted(by: { $0.key < $1.key }) { json.field(language, label) }
    }
}
