import IndexDefinition

extension GenerationWriter {
    /// Fills the tables of OVOP, within the transaction that `writeMeta` ends.
    func write(_ survey: OVOPSurvey) throws {
        try write(survey.candidates)
        for (code, counts) in survey.regencies.sorted(by: { $0.key < $1.key }) { try write(counts, of: code) }
        let village = try database.prepare("INSERT INTO ovop_villages VALUES (?)")
        for code in survey.villagesWithoutProduct { try village.bind(1, code).run() }
    }

    private func write(_ candidates: [OVOPCandidate]) throws {
        let candidate = try database.prepare("INSERT INTO ovop_candidates VALUES (?, ?, ?, ?, ?, ?)")
        let finding = try database.prepare("INSERT INTO ovop_findings VALUES (?, ?, ?, ?, ?)")
        for (index, row) in candidates.enumerated() {
            let rank = index + 1
            try candidate.bind(1, rank).bind(2, row.id).bind(3, row.regencyCode).bind(4, row.group)
                .bind(5, row.isExcluded ? 1 : 0).bind(6, row.missing).run()
            for (position, found) in row.findings.enumerated() {
                try finding.bind(1, rank).bind(2, position).bind(3, found.rule).bind(4, found.verdict.rawValue)
                    .bind(5, found.detail).run()
            }
        }
    }

    private func write(_ counts: OVOPCounts, of regency: String) throws {
        try database.prepare("INSERT INTO ovop_regencies VALUES (?, ?, ?, ?, ?, ?)").bind(1, regency)
            .bind(2, counts.sentra).bind(3, counts.villages).bind(4, counts.villagesWithoutProduct)
            .bind(5, counts.products).bind(6, counts.productsWithoutVillage).run()
        let group = try database.prepare("INSERT INTO ovop_groups VALUES (?, ?, ?, ?, ?)")
        for (goods, count) in counts.goods {
            try group.bind(1, regency).bind(2, goods.group).bind(3, goods.category).bind(4, count.sentra)
                .bind(5, count.products).run()
        }
        let rule = try database.prepare("INSERT INTO ovop_rules VALUES (?, ?, ?, ?, ?)")
        for (name, verdicts) in counts.rules {
            try rule.bind(1, regency).bind(2, name).bind(3, verdicts[.fulfilled] ?? 0)
                .bind(4, verdicts[.lacking] ?? 0).bind(5, verdicts[.unknown] ?? 0).run()
        }
    }
}
