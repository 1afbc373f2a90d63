import Base
import IndexDefinition
import Testing

@testable import Importing
@testable import Search

@Suite("Conditions on facts")
struct FactConditionTests {
    let table: FactTable

    init() throws { table = try IndexDefinition.facts() }

    @Test(
        "reads an expression",
        arguments: [
            ("price<50000", FactCondition(fact: "price", max: 50_000, maxIsExclusive: true)),
            ("price<=50.000", FactCondition(fact: "price", max: 50_000)),
            ("price > 20000", FactCondition(fact: "price", min: 20_000, minIsExclusive: true)),
            ("workers>=20", FactCondition(fact: "workers", min: 20)), ("ovop≥3", FactCondition(fact: "ovop", min: 3)),
            ("price=20000..50000", FactCondition(fact: "price", min: 20_000, max: 50_000)),
            ("price=20000..", FactCondition(fact: "price", min: 20_000)),
            ("price=..50000", FactCondition(fact: "price", max: 50_000)),
            ("units=25", FactCondition(fact: "units", min: 25, max: 25)),
            ("Workers=*", FactCondition(fact: "workers", values: ["*"])),
            ("certification=halal,P-IRT", FactCondition(fact: "certification", values: ["halal", "pirt"])),
            ("certification=halal, Halal", FactCondition(fact: "certification", values: ["halal"])),
            ("certification=*", FactCondition(fact: "certification", values: ["*"])),
            ("gi=true", FactCondition(fact: "gi", values: ["true"])),
            ("gi=tidak", FactCondition(fact: "gi", values: ["false"])),
            ("material=purun", FactCondition(fact: "material", values: ["purun"])),
            ("export=saudi arabia", FactCondition(fact: "export", values: ["Arab Saudi"])),
            ("export=Fiji", FactCondition(fact: "export", values: ["Fiji"])),
            (
                #"producer="Galeri Purun Acil Sala""#,
                FactCondition(fact: "producer", values: ["Galeri Purun Acil Sala"])
            ),
            (
                #"producer="Dodol Ibu, Mita",'La=ang'"#,
                FactCondition(fact: "producer", values: ["Dodol Ibu, Mita", "La=ang"])
            ),
            ("producer=La'ang", FactCondition(fact: "producer", values: ["La'ang"])),
        ])
    func readsExpressions(text: String, condition: FactCondition) throws {
        #expect(try FactCondition(where: text, in: table) == condition)
    }

    @Test(
        "reads a parameter",
        arguments: [
            ("price", "..50000", FactCondition(fact: "price", max: 50_000)),
            ("workers", "20..", FactCondition(fact: "workers", min: 20)),
            ("ovop", "3", FactCondition(fact: "ovop", min: 3, max: 3)),
            ("certification", "halal,pirt", FactCondition(fact: "certification", values: ["halal", "pirt"])),
            ("gi", "true", FactCondition(fact: "gi", values: ["true"])),
            ("kbli", "13912", FactCondition(fact: "kbli", values: ["13912"])),
        ])
    func readsParameters(name: String, text: String, condition: FactCondition) throws {
        #expect(try FactCondition(parameter: text, fact: #require(table[name])) == condition)
    }

    @Test(
        "refuses an expression, naming the value and what is expected",
        arguments: [
            ("cheap", "'cheap' is invalid for 'where': expected a fact, one of < <= > >= = and a value"),
            ("price<", "'price<' is invalid for 'where'"), ("<5", "'<5' is invalid for 'where'"),
            ("prise<5", "(did you mean 'price'?)"), ("harga<5", "(did you mean 'price'?)"),
            ("colour=red", "'colour' is invalid for 'where': expected one of price, workers, units"),
            ("price<abc", "'abc' is invalid for 'where': expected for price a number from 0 on"),
            ("price<-5", "'-5' is invalid"), ("price<5..8", "'5..8' is invalid"), ("price=..", "'..' is invalid"),
            ("price=50..20", "'50..20' is invalid for 'where': expected for price the smaller number first"),
            ("ovop>=6", "'6' is invalid for 'where': expected for ovop a number from 1 to 5"),
            ("year=20150", "a number from 1900 to 2100"),
            ("certification=halul", "expected for certification one of halal, pirt, bpom, sni (did you mean 'halal'?)"),
            ("certification=halal,,sni", "'halal,,sni' is invalid"),
            ("certification>halal", "expected certification=VALUE"), ("gi=maybe", "expected for gi true or false"),
            (#"producer="Assiwa"#, "a closing quotation mark"), (#"producer="Assiwa"x"#, "a closing quotation mark"),
        ])
    func refusesExpressions(text: String, message: String) {
        let error = #expect(throws: SearchError.self) { try FactCondition(where: text, in: table) }
        #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
        #expect(error?.parameter == "where" && error?.kind == .usage)
    }

    @Test("refuses a parameter by its name")
    func refusesParameters() throws {
        let error = #expect(throws: SearchError.self) {
            try FactCondition(parameter: "many", fact: #require(table["workers"]))
        }
        #expect(
            error?.message
                == "The value 'many' is invalid for 'workers': expected a number from 0 on, or a range such as 20..50, "
                + "20.. or ..50.")
        #expect(error?.parameter == "workers")
    }

    @Test("reads an order by a number, and no other")
    func readsOrders() {
        #expect(SearchRequest.Sort(rawValue: "price") == .fact("price", ascending: true))
        #expect(SearchRequest.Sort(rawValue: "-workers") == .fact("workers", ascending: false))
        #expect(SearchRequest.Sort.fact("workers", ascending: false).rawValue == "-workers")
        for text in ["certification", "-wokers", "", "-"] { #expect(SearchRequest.Sort(rawValue: text) == nil) }
    }

    @Test(
        "reads numbers as imported lists do",
        arguments: [
            "50", "50000", "50.000", "50,000", "1.500.000", "1,5", "2.5", "1.234,5", "1,234.5", "0.500", "0,5", "12.34",
            "1.2.3", "1.2345", "1,234,5", "12.3456.789", "", ".", "5.", ",5", "1'000", "1'5", "1.000'000",
            "63.05.02.2005",
            "abc", "5a", "1.000.00",
        ])
    func readsNumbers(text: String) {
        let imported = WrittenNumber.whole(text).map(Double.init) ?? WrittenNumber.decimal(text)
        #expect(FactNumber.amount(text) == imported)
    }
}
