import IndexDefinition
import Testing

@testable import Indexing

@Suite("Facts made from the properties of a document")
struct DocumentFactsTests {
    @Test("reads numbers, ranges, lists and certificates")
    func makesFacts() {
        var properties = PropertyList()
        properties.add("workers", 20)
        properties.add("business_units", 0)
        properties.add("founded_year", "2015")
        properties.add("price_min_idr", 20_000)
        properties.add("price_max_idr", 50_000)
        properties.add("materials", "purun, pewarna alami; rotan")
        properties.add("certifications", ["halal", "P-IRT", "indikasi geografis"])
        properties.add("category", "anyaman")
        #expect(
            DocumentFacts.facts(of: properties) == [
                "workers": .number(20), "units": .number(0), "year": .number(2015), "price": .range(20_000, 50_000),
                "material": .values(["purun", "pewarna alami", "rotan"]),
                "certification": .values(["halal", "pirt"]), "gi": .values(["true"]), "group": .values(["anyaman"]),
            ])
    }

    @Test("what is missing or no number stays unknown, and a price with one bound is that price")
    func keepsUnknown() {
        var properties = PropertyList()
        properties.add("workers", nil as Int?)
        properties.add("founded_year", "awal 2000-an")
        properties.add("price_min_idr", 15_000)
        #expect(DocumentFacts.facts(of: properties) == ["price": .range(15_000, 15_000)])
        #expect(DocumentFacts.facts(of: PropertyList()).isEmpty)
    }

    @Test("every fact that is made is one that the index stores")
    func namesAreKnown() {
        var properties = PropertyList()
        for name in [
            "workers", "business_units", "founded_year", "ovop_stars", "ovop_year", "figures_year", "price_min_idr",
        ] { properties.add(name, 1) }
        for name in ["ovop_status", "heritage", "export", "producer", "category", "kbli_code", "materials"] {
            properties.add(name, "a")
        }
        properties.add("certifications", ["SNI"])
        properties.add("geographic_indication", "x")
        #expect(Set(DocumentFacts.facts(of: properties).keys) == Set(FactColumn.all.map(\.name)))
    }
}
