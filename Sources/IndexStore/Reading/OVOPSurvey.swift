import IndexDefinition

/// How ready the sentra of a catalog are to be proposed for OVOP, and what is made where.
///
/// It is made when the index is built.
package struct OVOPSurvey: Sendable, Hashable {
    /// Best first: the first has the rank 1.
    package var candidates: [OVOPCandidate] = []
    /// By the code of the regency; empty for goods whose regency is not known.
    package var regencies: [String: OVOPCounts] = [:]
    /// The codes of the villages that have no product and no sentra.
    package var villagesWithoutProduct: [String] = []

    package init() {}
}

/// A sentra with what the data say of each rule.
package struct OVOPCandidate: Sendable, Hashable {
    /// 1 for the readiest; 0 if it is not ranked yet.
    package var rank = 0
    package var id: String
    package var regencyCode: String?
    /// A product group of OVOP; nil if it is not known to be in one.
    package var group: String?
    /// True if a rule that every sentra must fulfil is lacking.
    package var isExcluded: Bool
    /// The number of rules that a proposal needs and that are not known to be fulfilled.
    package var missing: Int
    /// In the order of the rules; rules that are not for its product group are left out.
    package var findings: [OVOPFinding]

    package init(
        id: String, regencyCode: String?, group: String?, isExcluded: Bool, missing: Int, findings: [OVOPFinding]
    ) {
        self.id = id
        self.regencyCode = regencyCode
        self.group = group
        self.isExcluded = isExcluded
        self.missing = missing
        self.findings = findings
    }
}

/// What the data say of a rule.
package struct OVOPFinding: Sendable, Hashable {
    package var rule: String
    package var verdict: OVOPVerdict
    /// The words of the data that it was read from.
    package var detail: String?

    package init(rule: String, verdict: OVOPVerdict, detail: String? = nil) {
        self.rule = rule
        self.verdict = verdict
        self.detail = detail
    }
}

/// The counts of a regency, or of several.
package struct OVOPCounts: Sendable, Hashable {
    package var sentra = 0
    package var villages = 0
    package var villagesWithoutProduct = 0
    package var products = 0
    package var productsWithoutVillage = 0
    package var goods: [OVOPGoods: OVOPGoodsCount] = [:]
    /// The number of sentra by rule and verdict.
    package var rules: [String: [OVOPVerdict: Int]] = [:]

    package init() {}
}

/// Goods of a product group of OVOP; goods of no group by their category.
package struct OVOPGoods: Sendable, Hashable, Comparable {
    /// Empty if the goods are of no group.
    package var group: String
    /// Empty if the goods are of a group, or have no category.
    package var category: String

    /// Goods of a group, or nil; the category counts only without a group.
    package init(group: String?, category: String?) {
        self.group = group ?? ""
        self.category = group == nil ? category ?? "" : ""
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.group, left.category) < (right.group, right.category)
    }
}

package struct OVOPGoodsCount: Sendable, Hashable {
    package var sentra = 0
    package var products = 0

    package init() {}
}
