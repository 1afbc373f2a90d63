import IndexDefinition
import IndexStore

/// A question for the sentra that may be proposed for OVOP.
package struct OVOPRequest: Sendable, Hashable {
    /// The name or the code of a regency; nil for all regencies.
    package var regency: String?
    /// How many candidates a page has: 1 to 1000.
    package var limit: Int
    package var cursor: String?

    package init(regency: String? = nil, limit: Int = SearchRequest.defaultLimit, cursor: String? = nil) {
        self.regency = regency
        self.limit = limit
        self.cursor = cursor
    }
}

/// One page of sentra by how ready they are to be proposed for OVOP, and what is made where.
///
/// Only what the data say is fulfilled or lacking; all else is unknown.
package struct OVOPAnswer: Sendable {
    /// A sentra with its document and what the data say of each rule.
    package struct Candidate: Sendable {
        package var judgement: OVOPCandidate
        package var hit: Hit
    }

    /// A regency with its counts.
    package struct Regency: Sendable {
        package var place: ResolvedPlace
        package var counts: OVOPCounts
    }

    package var generation: String
    package var tookMilliseconds: Double
    /// Nil if the answer is about all regencies.
    package var regency: ResolvedPlace?
    /// The number of candidates in all.
    package var total: Int
    /// Best first.
    package var candidates: [Candidate]
    /// The cursor of the next page; nil on the last page.
    package var next: String?
    package var counts: OVOPCounts
    /// The villages that have no product and no sentra, by code; nil if the answer is about all regencies.
    package var villagesWithoutProduct: [ResolvedPlace]?
    /// Every regency by code; nil if the answer is about one.
    package var regencies: [Regency]?
    package var definition: OVOPTable

    /// Goods with their counts: the groups in the order of the table, then other goods by category.
    package var goods: [(goods: OVOPGoods, count: OVOPGoodsCount)] {
        let order = definition.groups.map(\.name)
        return counts.goods.sorted { left, right in
            let first = order.firstIndex(of: left.key.group) ?? order.count
            let second = order.firstIndex(of: right.key.group) ?? order.count
            return first == second ? left.key < right.key : first < second
        }.map { (goods: $0.key, count: $0.value) }
    }
}

extension OVOPCandidate {
    /// The findings with a verdict, in the order of the rules.
    package func findings(_ verdict: OVOPVerdict) -> [OVOPFinding] { findings.filter { $0.verdict == verdict } }
}

extension OVOPCounts {
    /// The counts of several regencies together.
    package init(sum: some Sequence<OVOPCounts>) {
        self.init()
        for counts in sum {
            sentra += counts.sentra
            villages += counts.villages
            villagesWithoutProduct += counts.villagesWithoutProduct
            products += counts.products
            productsWithoutVillage += counts.productsWithoutVillage
            for (goods, count) in counts.goods {
                self.goods[goods, default: OVOPGoodsCount()].sentra += count.sentra
                self.goods[goods, default: OVOPGoodsCount()].products += count.products
            }
            for (rule, verdicts) in counts.rules { rules[rule, default: [:]].merge(verdicts, uniquingKeysWith: +) }
        }
    }
}
