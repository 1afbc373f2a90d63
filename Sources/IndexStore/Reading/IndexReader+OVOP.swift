import Gazetteer
import IndexDefinition

extension IndexReader {
    func ovopCandidates(inRegency regency: String?, after rank: Int, limit: Int) throws -> [OVOPCandidate] {
        let rows = try statement(
            """
            SELECT rank, id, regency, product_group, excluded, missing FROM ovop_candidates
            WHERE rank > ?1\(regency == nil ? "" : " AND regency = ?3") ORDER BY rank LIMIT ?2
            """
        ).bind(1, rank).bind(2, limit)
        if let regency { try rows.bind(3, regency) }
        return try rows.rows(candidate).map { candidate in
            var candidate = candidate
            candidate.findings = try findings(ofRank: candidate.rank)
            return candidate
        }
    }

    func ovopCounts() throws -> [String: OVOPCounts] {
        var regencies: [String: OVOPCounts] = [:]
        try statement("SELECT * FROM ovop_regencies").forEachRow { row in
            var counts = OVOPCounts()
            (counts.sentra, counts.villages, counts.villagesWithoutProduct) = (row.int(1), row.int(2), row.int(3))
            (counts.products, counts.productsWithoutVillage) = (row.int(4), row.int(5))
            regencies[row.text(0)] = counts
            return true
        }
        try statement("SELECT regency, product_group, category, sentra, products FROM ovop_groups").forEachRow { row in
            let goods = OVOPGoods(group: row.text(1).nonEmpty, category: row.text(2).nonEmpty)
            var count = OVOPGoodsCount()
            (count.sentra, count.products) = (row.int(3), row.int(4))
            regencies[row.text(0)]?.goods[goods] = count
            return true
        }
        try statement("SELECT regency, rule, fulfilled, lacking, unknown FROM ovop_rules").forEachRow { row in
            regencies[row.text(0)]?.rules[row.text(1)] = [
                .fulfilled: row.int(2), .lacking: row.int(3), .unknown: row.int(4),
            ]
            return true
        }
        return regencies
    }

    func villagesWithoutProduct(inRegency regency: String) throws -> [Place] {
        // '/' is the character after '.', so the range holds the villages of the regency.
        try statement(
            """
            SELECT \(Self.placeColumns) FROM ovop_villages v JOIN places p USING (code)
            WHERE v.code > ?1 || '.' AND v.code < ?1 || '/' ORDER BY v.code
            """
        ).bind(1, regency).rows(place)
    }

    private func candidate(_ row: SQLStatement) throws -> OVOPCandidate {
        var candidate = OVOPCandidate(
            id: row.text(1), regencyCode: row.optionalText(2), group: row.optionalText(3), isExcluded: row.int(4) != 0,
            missing: row.int(5), findings: [])
        candidate.rank = row.int(0)
        return candidate
    }

    private func findings(ofRank rank: Int) throws -> [OVOPFinding] {
        try statement("SELECT rule, verdict, detail FROM ovop_findings WHERE rank = ? ORDER BY position")
            .bind(1, rank).rows { row in
                guard let verdict = OVOPVerdict(rawValue: row.text(1)) else {
                    throw IndexStoreError.damaged(database.path, "'\(row.text(1))' is no verdict of a rule of OVOP")
                }
                return OVOPFinding(rule: row.text(0), verdict: verdict, detail: row.optionalText(2))
            }
    }
}

extension String {
    /// The text; nil if it is empty.
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
