import Gazetteer
import IndexDefinition
import IndexStore
import TestSupport
import Testing

@testable import Catalog
@testable import Indexing

@Suite("Readiness for OVOP")
struct OVOPReadinessTests {
    private let readiness: OVOPReadiness

    init() throws { readiness = OVOPReadiness(try IndexDefinition.ovop()) }

    /// The finding of a rule for a sentra with these properties.
    private func finding(
        _ rule: String, name: String = "Sentra", _ properties: [(String, String)] = [], group: String? = nil,
        village: String? = nil, products: [ProductTraits] = []
    ) -> OVOPFinding? {
        var list = PropertyList()
        for (name, value) in properties { list.add(name, value) }
        return readiness.findings(
            .init(name: name, properties: list, villageCode: village, group: group, products: products)
        ).first { $0.rule == rule }
    }

    @Test(
        "judges a rule by the fields",
        arguments: [
            ("units", [("business_units", "5")], OVOPVerdict.fulfilled),
            ("units", [("business_units", "4")], .lacking),
            ("units", [("business_units", "7"), ("units_kind", "usaha kapal")], .fulfilled),
            ("units", [("business_units", "25"), ("units_kind", "lapak")], .unknown),
            ("units", [("business_units", "2"), ("units_kind", "pembuat sirup")], .unknown),
            ("units", [("business_units", "243"), ("units_kind", "rumah tangga petani")], .unknown),
            ("units", [("note", "Tempatnya tidak disebut; satu usaha bernama.")], .lacking),
            ("units", [("note", "Satu usaha bernama."), ("business_units", "9")], .fulfilled),
            ("units", [("note", "Satu usaha atau kelompok bernama.")], .unknown),
            ("units", [("workers", "20")], .unknown),
            ("made_here", [("production", "20 tikar")], .fulfilled),
            ("made_here", [("raw_material", "purun")], .unknown),
            ("made_here", [("description", "Kios yang menjual tas buatan perajin."), ("production", "20")], .lacking),
            ("made_here", [("description", "Salah satu desa pembuat gula.")], .fulfilled),
            ("made_here", [("production", "20 tikar"), ("note", "Pasar, bukan tempat pembuatan.")], .lacking),
            ("like_products", [("commodity", "anyaman purun"), ("category", "anyaman")], .fulfilled),
            ("like_products", [("commodity", "kain, keripik"), ("category", "kain")], .unknown),
            ("raw_material", [("raw_material", "rotan")], .fulfilled),
            ("legal_form", [("ovop_status", "Koperasi OVOP (kementerian)")], .fulfilled),
            ("legal_form", [("note", "koperasi")], .unknown),
            ("contact", [("contact", "a@example.org")], .fulfilled),
            ("geographic_indication", [("gi_number", "IG.1")], .fulfilled),
            ("geographic_indication", [("geographic_indication", "Cabai (terdaftar 2020)")], .fulfilled),
            ("geographic_indication", [("geographic_indication", "Itik (diajukan 2024)")], .lacking),
            ("geographic_indication", [("geographic_indication", "Gula (belum terdaftar)")], .lacking),
            ("geographic_indication", [("geographic_indication", "Kerbau rawa")], .unknown),
        ])
    func fields(rule: String, properties: [(String, String)], verdict: OVOPVerdict) {
        #expect(finding(rule, properties)?.verdict == verdict)
    }

    @Test(
        "reads the legal form and a place of sale from the name",
        arguments: [
            ("legal_form", "KSU Bangkal Jaya", OVOPVerdict.fulfilled), ("legal_form", "CV. Purun", .fulfilled),
            ("legal_form", "Kelompok Tani Delima", .unknown), ("made_here", "Pasar Kamis", .lacking),
            ("made_here", "Mebel Pasar Lama", .unknown), ("made_here", "Perajin Purun Palam", .fulfilled),
        ])
    func names(rule: String, name: String, verdict: OVOPVerdict) {
        #expect(finding(rule, name: name)?.verdict == verdict)
    }

    @Test("of a sentra without any field nothing is lacking")
    func nothing() {
        let findings = readiness.findings(
            .init(name: "Sentra", properties: PropertyList(), villageCode: nil, group: nil, products: []))
        #expect(findings.count == 9)  // the certificate is asked of food and drinks only
        #expect(findings.allSatisfy { $0.verdict == .unknown && $0.detail == nil })
    }

    @Test("quotes the data that a verdict was read from")
    func details() {
        let units = finding(
            "units", [("business_units", "25"), ("units_kind", "lapak"), ("figures_year", "2020")])
        #expect(units?.detail == "25 lapak (2020)")
        #expect(finding("raw_material", [("raw_material", "purun; rotan")])?.detail == "purun; rotan")
    }

    @Test("judges products: their category, the material they share, their certificates")
    func products() {
        func product(_ category: String?, _ materials: String? = nil, _ certificates: Certifications = .init())
            -> ProductTraits
        {
            ProductTraits(category: category, materials: materials, certifications: certificates)
        }
        let woven = [("commodity", "tas dan topi"), ("category", "anyaman")]
        let alike = [product("anyaman", "purun, pewarna"), product("anyaman", "Purun")]
        #expect(finding("like_products", woven, products: alike)?.verdict == .fulfilled)
        #expect(finding("like_products", woven, products: alike + [product("kain")])?.verdict == .unknown)
        #expect(finding("like_products", woven, products: alike + [product(nil)])?.verdict == .unknown)
        let others = [("commodity", "sapu, tas"), ("category", "lainnya")]
        #expect(finding("like_products", others, products: [product("lainnya")])?.verdict == .unknown)
        #expect(finding("raw_material", products: alike)?.detail == "purun")
        #expect(finding("raw_material", products: alike + [product("anyaman")])?.verdict == .unknown)
        let halal = product("makanan", nil, Certifications(text: "halal (2021)", halal: true))
        let none = product("makanan", nil, Certifications(text: "belum halal", halal: false))
        let food = { finding("certificate", group: "makanan", products: $0) }
        #expect(
            food([halal, none])
                == OVOPFinding(rule: "certificate", verdict: .fulfilled, detail: "halal (2021); belum halal"))
        #expect(food([none])?.verdict == .lacking)
        #expect(food([none, product("makanan")])?.verdict == .unknown)
        #expect(food([])?.verdict == .unknown)
        #expect(finding("certificate", group: "anyaman", products: [halal]) == nil)
    }

    @Test(
        "finds the product group by category and words",
        arguments: [
            ("kain", "tenun Pagatan", "tenun"), ("kain", "kain batik", "batik"), ("kain", "kain sasirangan", nil),
            ("anyaman", "tikar", "anyaman"), ("gerabah", "batu bata", nil), ("gerabah", "keramik kaolin", "gerabah"),
            ("pertanian-olahan", "gula aren", "makanan"), ("pertanian-olahan", "kopi robusta", "minuman"),
            ("pertanian-olahan", "sayuran", nil), ("perikanan", "ikan budidaya", nil), ("logam", "parang", nil),
        ] as [(String, String, String?)])
    func groups(category: String, commodity: String, group: String?) {
        #expect(readiness.group(category: category, texts: ["Sentra", commodity]) == group)
        #expect(readiness.group(category: nil, texts: [commodity]) == nil)
    }

    @Test("every field of the rules is a property of sentra")
    func fieldsExist() throws {
        // `bentuk_badan_usaha` is a column of lists that the catalog keeps as it is.
        let known = Set(Sentra.columns() + ["name", "products", "village", "bentuk_badan_usaha"])
        for rule in try IndexDefinition.ovop().rules {
            let fields = rule.fields + rule.words.map(\.field)
            #expect(Set(fields).subtracting(known).isEmpty, "\(rule.name)")
        }
    }

    @Test("a rebuild stores ranks, findings and counts")
    func rebuild() throws {
        let catalog = try SmallCatalog()
        _ = try Rebuild(catalog: catalog.store, dataDirectory: catalog.folder.url).run()
        let generation = try Generation.open(dataDirectory: catalog.folder.url)
        let index = try generation.reader { _, _ in .infinity }
        let candidates = try index.ovopCandidates(inRegency: nil, after: 0, limit: 10)
        #expect(candidates.map(\.id) == ["sentra-1"] && candidates.map(\.rank) == [1])
        let candidate = try #require(candidates.first)
        #expect(candidate.group == "anyaman" && !candidate.isExcluded && candidate.regencyCode == "63.05")
        #expect(candidate.findings.first { $0.rule == "units" }?.verdict == .fulfilled)
        #expect(candidate.findings.filter { $0.verdict == .lacking }.isEmpty)
        #expect(try index.ovopCandidates(inRegency: "63.05", after: 1, limit: 10).isEmpty)
        #expect(try index.ovopCandidates(inRegency: "63.06", after: 0, limit: 10).isEmpty)
        let counts = try index.ovopCounts()
        let tapin = try #require(counts["63.05"])
        #expect(tapin.sentra == 1 && tapin.villages == 2 && tapin.villagesWithoutProduct == 1)
        #expect(tapin.products == 1 && tapin.productsWithoutVillage == 1)
        #expect(tapin.goods[OVOPGoods(group: "anyaman", category: nil)]?.products == 1)
        #expect(tapin.rules["contact"] == [.fulfilled: 0, .lacking: 0, .unknown: 1])
        #expect(counts[""]?.products == 1)  // a product of which nothing but the name is known
        #expect(try index.villagesWithoutProduct(inRegency: "63.05").map(\.name) == ["Sungai Rutas"])
    }
}
