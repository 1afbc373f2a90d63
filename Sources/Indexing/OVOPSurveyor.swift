import Catalog
import Gazetteer
import IndexDefinition
import IndexStore

/// Surveys the documents of a catalog for OVOP while they are visited: how ready each sentra is, which villages have no
/// product, and how many goods each product group has.
struct OVOPSurveyor {
    private let readiness: OVOPReadiness
    private var judged: [Judged] = []
    private var regencies: [String: OVOPCounts] = [:]
    private var villages: [String] = []
    private var villagesWithProduct: Set<String> = []

    /// A candidate with what decides its rank beside `missing`.
    private struct Judged {
        var candidate: OVOPCandidate
        /// The number of rules for every sentra that are not known to be fulfilled.
        var missingMusts: Int
        /// The number of rules that only help and that are fulfilled.
        var helps: Int
    }

    /// - Throws: IndexDefinitionError.
    init() throws {
        readiness = OVOPReadiness(try IndexDefinition.ovop())
    }

    /// Adds a document with its links and its draft.
    mutating func add(
        _ document: CatalogDocument, linked: [LinkedDocument], draft: DocumentDraft, assembler: DocumentAssembler
    ) {
        switch document {
        case .village(let village): add(village, regency: draft.regencyCode)
        case .sentra(let sentra): add(assembler.parts(of: sentra, products: linked), linked, draft)
        case .product(let product): add(product, draft)
        case .outlet: break
        }
    }

    /// The survey of the documents added.
    ///
    /// Excluded candidates are last. Before, fewest missing rules first: those of every sentra, then all that a
    /// proposal needs; then most rules that help; then by id.
    func survey() -> OVOPSurvey {
        var survey = OVOPSurvey()
        survey.candidates = judged.sorted { left, right in
            let (left, right) = (Self.key(left), Self.key(right))
            return left.numbers == right.numbers
                ? left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
                : left.numbers.lexicographicallyPrecedes(right.numbers)
        }.enumerated().map { index, judged in
            var candidate = judged.candidate
            candidate.rank = index + 1
            return candidate
        }
        survey.regencies = regencies
        survey.villagesWithoutProduct = villages.filter { !villagesWithProduct.contains($0) }
        for code in survey.villagesWithoutProduct {
            let regency = AdministrativeCode(code)?.regency?.dotted ?? ""
            survey.regencies[regency, default: OVOPCounts()].villagesWithoutProduct += 1
        }
        return survey
    }

    private static func key(_ judged: Judged) -> (numbers: [Int], id: String) {
        let candidate = judged.candidate
        return (
            [candidate.isExcluded ? 1 : 0, judged.missingMusts, candidate.missing, -judged.helps], candidate.id
        )
    }

    private mutating func add(_ village: Village, regency: String?) {
        villages.append(village.code)
        count(in: regency) { $0.villages += 1 }
    }

    private mutating func add(_ product: Product, _ draft: DocumentDraft) {
        if let village = draft.villageCode { villagesWithProduct.insert(village) }
        let texts = [product.name, product.localName].compactMap { $0 }
        let goods = OVOPGoods(
            group: readiness.group(category: product.category, texts: texts), category: product.category)
        count(in: draft.regencyCode) { counts in
            counts.products += 1
            if draft.villageCode == nil { counts.productsWithoutVillage += 1 }
            counts.goods[goods, default: OVOPGoodsCount()].products += 1
        }
    }

    private mutating func add(_ parts: DocumentParts, _ products: [LinkedDocument], _ draft: DocumentDraft) {
        let texts = [parts.name] + (parts.properties["commodity"]?.texts ?? [])
        let group = readiness.group(category: parts.category, texts: texts)
        let findings = readiness.findings(
            OVOPReadiness.Evidence(
                name: parts.name, properties: parts.properties, villageCode: draft.villageCode, group: group,
                products: products.compactMap(\.traits)))
        judged.append(judge(findings, draft, group))
        // Where a sentra makes something there is a product, also if none is described; not at a market.
        if let village = draft.villageCode, readiness.mayBeMadeHere(findings) { villagesWithProduct.insert(village) }
        count(in: draft.regencyCode) { counts in
            counts.sentra += 1
            counts.goods[OVOPGoods(group: group, category: parts.category), default: OVOPGoodsCount()].sentra += 1
            for finding in findings { counts.rules[finding.rule, default: [:]][finding.verdict, default: 0] += 1 }
        }
    }

    private mutating func count(in regency: String?, _ change: (inout OVOPCounts) -> Void) {
        change(&regencies[regency ?? "", default: OVOPCounts()])
    }

    private func judge(_ findings: [OVOPFinding], _ draft: DocumentDraft, _ group: String?) -> Judged {
        let needs = findings.map { (need: readiness.need(of: $0.rule), verdict: $0.verdict) }
        let missing = needs.filter { $0.need != .helps && $0.verdict != .fulfilled }
        return Judged(
            candidate: OVOPCandidate(
                id: draft.id, regencyCode: draft.regencyCode, group: group,
                isExcluded: needs.contains { $0.need == .must && $0.verdict == .lacking }, missing: missing.count,
                findings: findings),
            missingMusts: missing.count { $0.need == .must },
            helps: needs.count { $0.need == .helps && $0.verdict == .fulfilled })
    }
}
