import Catalog
import IndexDefinition
import IndexStore
import TextAnalysis

/// Judges sentra by the rules of OVOP.
///
/// What the data do not tell is unknown, never lacking.
struct OVOPReadiness {
    /// What is known of a sentra.
    struct Evidence {
        var name: String
        var properties: PropertyList
        var villageCode: String?
        /// Its product group; nil if it is not known to be in one.
        var group: String?
        var products: [ProductTraits]

        /// The text of a property; nil if it is unknown.
        func text(_ field: String) -> String? {
            field == "name" ? name : properties[field]?.texts.joined(separator: ", ")
        }
    }

    private let table: OVOPTable
    private let words: OVOPWordLists

    init(_ table: OVOPTable) {
        self.table = table
        words = OVOPWordLists(table)
    }

    /// What the rule is needed for.
    func need(of rule: String) -> OVOPRule.Need { table.rule(rule)?.need ?? .helps }

    /// False if the findings say that goods are only sold there.
    func mayBeMadeHere(_ findings: [OVOPFinding]) -> Bool {
        !findings.contains { $0.rule == OVOPTable.madeHere && $0.verdict == .lacking }
    }

    /// The product group of goods with a category and texts that say what they are; nil if none fits.
    func group(category: String?, texts: [String]) -> String? {
        guard let category else { return nil }
        return words.group(category: category, texts: texts.map(Tokenizer.words(of:)))
    }

    /// A finding for each rule that is for the product group of the sentra, in the order of the rules.
    func findings(_ sentra: Evidence) -> [OVOPFinding] {
        table.rules.filter { $0.groups.isEmpty || $0.groups.contains(sentra.group ?? "") }.map { rule in
            finding(rule, sentra)
        }
    }

    private func finding(_ rule: OVOPRule, _ sentra: Evidence) -> OVOPFinding {
        // A number of businesses says more than a remark.
        if rule.test == .least, let counted = counted(rule, sentra), counted.verdict != .unknown { return counted }
        for line in words.lines(of: rule.name) {
            guard let verdict = line.verdict, let text = sentra.text(line.field), line.matches(text) else { continue }
            return OVOPFinding(rule: rule.name, verdict: verdict, detail: text)
        }
        switch rule.test {
        case .words: return OVOPFinding(rule: rule.name, verdict: .unknown)
        case .known: return known(rule, sentra)
        case .least: return counted(rule, sentra) ?? OVOPFinding(rule: rule.name, verdict: .unknown)
        case .alike: return alike(rule, sentra)
        case .shared: return shared(rule, sentra)
        case .group:
            return OVOPFinding(
                rule: rule.name, verdict: sentra.group == nil ? .unknown : .fulfilled,
                detail: sentra.text("commodity"))
        case .certified: return certified(rule, sentra)
        case .placed:
            return OVOPFinding(rule: rule.name, verdict: sentra.villageCode == nil ? .unknown : .fulfilled)
        }
    }

    private func known(_ rule: OVOPRule, _ sentra: Evidence) -> OVOPFinding {
        let text = rule.fields.lazy.compactMap(sentra.text).first
        return OVOPFinding(rule: rule.name, verdict: text == nil ? .unknown : .fulfilled, detail: text)
    }

    /// The finding of a number; nil if there is none.
    private func counted(_ rule: OVOPRule, _ sentra: Evidence) -> OVOPFinding? {
        guard let least = rule.least, let number = sentra.properties[rule.fields[0]]?.number else { return nil }
        let kind = sentra.text(rule.fields[1])
        let countsBusinesses =
            kind.map { kind in
                words.lines(of: rule.name).contains {
                    $0.effect == .counted && $0.field == rule.fields[1] && $0.matches(kind)
                }
            } ?? true
        let year = sentra.text("figures_year").map { "(\($0))" }
        let detail = [sentra.text(rule.fields[0]), kind, year].compactMap { $0 }.joined(separator: " ")
        guard countsBusinesses else { return OVOPFinding(rule: rule.name, verdict: .unknown, detail: detail) }
        return OVOPFinding(rule: rule.name, verdict: number >= Double(least) ? .fulfilled : .lacking, detail: detail)
    }

    private func alike(_ rule: OVOPRule, _ sentra: Evidence) -> OVOPFinding {
        let (commodity, category) = (sentra.text(rule.fields[0]), sentra.text("category"))
        let isOpen = words.lines(of: rule.name).contains { line in
            line.effect == .passedOver && category.map(line.matches) ?? false
        }
        let categories = Set(sentra.products.map(\.category))
        let isAlike: Bool =
            if categories.isEmpty || (categories == [category] && isOpen) {
                commodity.map(OVOPWordLists.namesOneThing) ?? false
            } else {
                category != nil && categories == [category]
            }
        let others = categories.subtracting([category]).compactMap { $0 }.sorted()
        let detail = isAlike || others.isEmpty ? commodity : others.joined(separator: ", ")
        return OVOPFinding(rule: rule.name, verdict: isAlike ? .fulfilled : .unknown, detail: detail)
    }

    private func shared(_ rule: OVOPRule, _ sentra: Evidence) -> OVOPFinding {
        if let material = sentra.text(rule.fields[0]) {
            return OVOPFinding(rule: rule.name, verdict: .fulfilled, detail: material)
        }
        let lists = sentra.products.map { OVOPWordLists.items(of: $0.materials ?? "") }
        let common = lists.dropFirst().reduce(lists.first ?? []) { $0.filter($1.contains) }
        return OVOPFinding(
            rule: rule.name, verdict: common.isEmpty ? .unknown : .fulfilled,
            detail: common.isEmpty ? nil : common.joined(separator: ", "))
    }

    private func certified(_ rule: OVOPRule, _ sentra: Evidence) -> OVOPFinding {
        let all = sentra.products.map(\.certifications)
        let statements = all.map { [$0.halal, $0.pirt, $0.bpomMD, $0.sni].compactMap { $0 } }
        var texts: [String] = []
        for (certificates, stated) in zip(all, statements) where !stated.isEmpty {
            if let text = certificates.text, !texts.contains(text) { texts.append(text) }
        }
        let verdict: OVOPVerdict =
            if statements.contains(where: { $0.contains(true) }) {
                .fulfilled
            } else if !statements.isEmpty, statements.allSatisfy({ !$0.isEmpty }) {
                .lacking
            } else {
                .unknown
            }
        return OVOPFinding(
            rule: rule.name, verdict: verdict, detail: texts.isEmpty ? nil : texts.joined(separator: "; "))
    }
}
