import Base
import Testing

@testable import IndexDefinition

@Suite("The tables of OVOP")
struct OVOPTableTests {
    private static let sound = [
        OVOPTable.rulesName: "units\tleast\tbusiness_units,units_kind\t5\t-\tmust\tPP 29/2018\tUnit\tUnits\n",
        OVOPTable.wordsName: "units\tcounted\tunits_kind\tstart\tusaha, unit usaha\n",
        OVOPTable.groupsName: "tenun\tkain\ttenun\tS\tTenun\tWeaving\n",
    ]

    @Test("the bundled tables can be read, and have the rules that a proposal needs")
    func bundled() throws {
        let table = try IndexDefinition.ovop()
        #expect(
            table.rules.map(\.name) == [
                "made_here", "units", "like_products", "raw_material", "product_group", "legal_form", "certificate",
                "contact", "exact_place", "geographic_indication",
            ])
        #expect(table.rule("units")?.least == 5 && table.rule("units")?.need == .must)
        #expect(table.rule(OVOPTable.madeHere) != nil)
        #expect(table.groups.map(\.name) == ["tenun", "batik", "anyaman", "gerabah", "minuman", "makanan"])
        for rule in table.rules { #expect(rule.labels.values.allSatisfy { !$0.isEmpty } && !rule.source.isEmpty) }
    }

    @Test("reads rules with their words, and groups with their members")
    func reads() throws {
        let table = try OVOPTable(files: Self.sound)
        let rule = try #require(table.rule("units"))
        #expect(rule.fields == ["business_units", "units_kind"] && rule.groups.isEmpty && rule.source == "PP 29/2018")
        #expect(
            rule.words == [
                OVOPWords(effect: .counted, field: "units_kind", position: .start, words: ["usaha", "unit usaha"])
            ])
        #expect(table.group("tenun")?.labels == ["id": "Tenun", "en": "Weaving"])
        #expect(table.members.map(\.member) == [OVOPGroup.Member(categories: ["kain"], words: ["tenun"])])
    }

    @Test(
        "names file, line, column and remedy of a bad value",
        arguments: [
            (OVOPTable.rulesName, "least\t", "most\t", "'most' is invalid for 'test' in Index/ovop-rules.tsv:1"),
            (OVOPTable.rulesName, "\t5\t", "\t-\t", "'-' is invalid for 'least'"),
            (OVOPTable.rulesName, "must", "maybe", "'maybe' is invalid for 'need'"),
            (OVOPTable.rulesName, "\t-\tmust", "\tkayu\tmust", "expected - or some of tenun with commas"),
            (OVOPTable.rulesName, "business_units,units_kind", "business_units", "expected two properties"),
            (OVOPTable.wordsName, "units\tcounted", "unit\tcounted", "'unit' is invalid for 'rule'"),
            (OVOPTable.wordsName, "counted", "said", "'said' is invalid for 'verdict' in Index/ovop-words.tsv:1"),
            (OVOPTable.groupsName, "\tkain", "\t-", "'-' is invalid for 'categories' in Index/ovop-groups.tsv:1"),
        ])
    func bad(file: String, from: String, to: String, says: String) throws {
        var files = Self.sound
        let text = try #require(files[file])
        #expect(text.contains(from))
        files[file] = text.replacing(from, with: to)
        let error = #expect(throws: IndexDefinitionError.self) { try OVOPTable(files: files) }
        #expect(error?.kind == .data && error?.message.contains(says) == true, "\(error?.message ?? "")")
    }
}
