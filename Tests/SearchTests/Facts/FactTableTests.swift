import Base
import Testing

@testable import IndexDefinition

@Suite("The table of facts")
struct FactTableTests {
    private static let header: [String: String] = [
        "facts.tsv": "price\trange\tIDR\t0,10\t0..\tproduct\t-\tnumber\tharga, ongkos\t-\tprice\tHarga\tPrice\n"
            + "certification\tset\t-\t-\t-\tproduct\tclosed\talone\tbersertifikat\t-\tcertified\tSertifikat\tCertificates\n",
        "fact-values.tsv": "# values\n\ncertification\thalal\thalal\t-\thalal certified\n",
        "comparators.tsv": "less\tbefore\t-\tdi bawah\t-\tunder\nhighest\t-\tIDR\ttermahal\t-\t-\n",
        "number-units.tsv": "multiplier\t1000\tribu, rb\t-\tthousand\nother\t-\tkg\t-\t-\n",
    ]

    private func files(_ name: String, adding line: String) -> [String: String] {
        var files = Self.header
        files[name, default: ""] += line
        return files
    }

    @Test("reads facts, values, comparators and numbers")
    func readsTables() throws {
        let table = try FactTable(files: Self.header)
        #expect(table.facts.map(\.name) == ["price", "certification"])
        let price = try #require(table["price"])
        #expect(
            price.type == .range && price.unit == "IDR" && price.bounds == [0, 10] && price.limits == 0 ... .infinity)
        #expect(price.words["id"] == ["harga", "ongkos"] && price.words["bjn"] == [] && price.labels["en"] == "Price")
        let certification = try #require(table["certification"])
        #expect(certification.values.map(\.name) == ["halal"] && !certification.isOpen && !certification.isNumeric)
        #expect(table.comparators.map(\.operation) == [.less, .highest] && table.comparators[1].unit == "IDR")
        #expect(table.numberWords.map(\.role) == [.multiplier(1000), .other])
        #expect(table["colour"] == nil)
    }

    @Test(
        "refuses a line, naming file, line and value",
        arguments: [
            ("facts.tsv", "lonely", 3, "lonely"), ("facts.tsv", Self.fact(name: "price"), 3, "price"),
            ("facts.tsv", Self.fact(name: "Two Words"), 3, "Two Words"),
            ("facts.tsv", Self.fact(type: "text"), 3, "text"),
            ("facts.tsv", Self.fact(unit: "-"), 3, "-"), ("facts.tsv", Self.fact(bounds: "5,3"), 3, "5,3"),
            ("facts.tsv", Self.fact(limits: "5"), 3, "5"), ("facts.tsv", Self.fact(limits: "5..1"), 3, "5..1"),
            ("facts.tsv", Self.fact(kinds: "sentra,shop"), 3, "sentra,shop"),
            ("facts.tsv", Self.fact(values: "open"), 3, "open"), ("facts.tsv", Self.fact(reading: "alone"), 3, "alone"),
            ("facts.tsv", Self.fact(words: "a,,b"), 3, "a,,b"), ("facts.tsv", Self.fact(label: "-"), 3, "-"),
            ("fact-values.tsv", "colour\tred\tmerah\t-\tred", 4, "colour"),
            ("fact-values.tsv", "price\tred\tmerah\t-\tred", 4, "price"),
            ("fact-values.tsv", "certification\thalal\thalal\t-\t-", 4, "halal"),
            ("comparators.tsv", "smaller\tbefore\t-\tkurang\t-\t-", 3, "smaller"),
            ("comparators.tsv", "less\t-\t-\tkurang\t-\t-", 3, "-"),
            ("comparators.tsv", "lowest\tafter\t-\tkurang\t-\t-", 3, "after"),
            ("comparators.tsv", "less\tbefore\tUSD\tkurang\t-\t-", 3, "USD"),
            ("number-units.tsv", "times\t2\tkali\t-\t-", 3, "times"),
            ("number-units.tsv", "multiplier\tmany\tkali\t-\t-", 3, "many"),
            ("number-units.tsv", "currency\tUSD\tdolar\t-\t-", 3, "USD"),
            ("number-units.tsv", "noun\tcertification\tsurat\t-\t-", 3, "certification"),
        ] as [(String, String, Int, String)])
    func refusesLines(file: String, line: String, number: Int, value: String) {
        let error = #expect(throws: IndexDefinitionError.self) { try FactTable(files: files(file, adding: line)) }
        #expect(error?.message.contains("Index/\(file):\(number)") == true, "\(error?.message ?? "")")
        #expect(error?.message.contains("'\(value)'") == true, "\(error?.message ?? "")")
        #expect(error?.kind == .data)
    }

    @Test("refuses to go without one of its files", arguments: FactRows.fileNames)
    func refusesMissingFiles(name: String) {
        var files = Self.header
        files[name] = nil
        let error = #expect(throws: IndexDefinitionError.self) { try FactTable(files: files) }
        #expect(error?.message.contains(name) == true)
    }

    private static func fact(
        name: String = "workers", type: String = "number", unit: String = "people", bounds: String = "0,5",
        limits: String = "0..", kinds: String = "sentra", values: String = "-", reading: String = "number",
        words: String = "pekerja", label: String = "Pekerja"
    ) -> String {
        [name, type, unit, bounds, limits, kinds, values, reading, words, "-", "workers", label, "Workers"]
            .joined(separator: "\t")
    }

    @Test("the table of the program has every fact of the interface, and words in three languages")
    func readsOwnTable() throws {
        let table = try IndexDefinition.facts()
        #expect(
            Set(table.facts.map(\.name)) == [
                "price", "workers", "units", "year", "ovop", "ovop_status", "ovop_year", "certification", "gi",
                "heritage", "export", "material", "producer", "group", "kbli", "figure_year",
            ])
        for fact in table.facts {
            #expect(fact.words["id"]?.isEmpty == false && fact.words["en"]?.isEmpty == false, "\(fact.name)")
            if fact.isNumeric { #expect(fact.bounds.count > 2 && fact.limits != nil, "\(fact.name)") }
        }
        #expect(table["certification"]?.values.map(\.name) == ["halal", "pirt", "bpom", "sni"])
        #expect(Set(table.comparators.map(\.operation)) == Set(FactComparator.Operator.allCases))
    }
}

@Test("the stored facts are those of the table, with its ranges")
func factColumnsAreThoseOfTheTable() throws {
    let table = try IndexDefinition.facts().facts
    #expect(FactColumn.all.map(\.name) == table.map(\.name))
    #expect(FactColumn.all.map(\.isRange) == table.map { $0.type == .range })
    #expect(FactColumn.all.map(\.bounds) == table.map { $0.isNumeric ? $0.bounds : [] })
}
