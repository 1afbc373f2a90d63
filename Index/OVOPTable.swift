/// The rules of OVOP and its product groups, from three tables of the index definition.
///
///     let table = try IndexDefinition.ovop()
///     table.rules.map(\.name).first        // "made_here"
///     table.groups.map(\.name)             // ["tenun", "batik", "anyaman", ...]
///
/// - Throws: `IndexDefinitionError` (data) that names file, line and value.
package struct OVOPTable: Sendable {
    static let rulesName = "ovop-rules.tsv"
    static let wordsName = "ovop-words.tsv"
    static let groupsName = "ovop-groups.tsv"
    static let fileNames = [rulesName, wordsName, groupsName]

    /// The rule that tells places of making from places of sale.
    package static let madeHere = "made_here"

    /// In the order in which answers list them.
    package let rules: [OVOPRule]
    package let groups: [OVOPGroup]
    /// What belongs to a group, by the name of the group; the first member that fits counts.
    package let members: [(group: String, member: OVOPGroup.Member)]

    /// Creates a table from the contents of the files, by file name.
    package init(files: [String: String]) throws(IndexDefinitionError) {
        (groups, members) = try Self.groups(files)
        rules = try Self.rules(files, groups: groups.map(\.name))
    }

    /// The rule with a name, or nil if there is none.
    package func rule(_ name: String) -> OVOPRule? { rules.first { $0.name == name } }

    /// The group with a name, or nil if there is none.
    package func group(_ name: String) -> OVOPGroup? { groups.first { $0.name == name } }

    private static func rules(_ files: [String: String], groups: [String]) throws(IndexDefinitionError) -> [OVOPRule] {
        let columns = ["rule", "test", "fields", "least", "groups", "need", "source", "label_id", "label_en"]
        var rules: [OVOPRule] = []
        for row in try FactRow.rows(of: files, in: rulesName, columns: columns) {
            let rule = try row.rule(groups: groups)
            guard !rules.contains(where: { $0.name == rule.name }) else {
                throw row.error("rule", expected: "a name that no other line has")
            }
            rules.append(rule)
        }
        let wordColumns = ["rule", "verdict", "field", "position", "words"]
        for row in try FactRow.rows(of: files, in: wordsName, columns: wordColumns) {
            let name = try row.text("rule")
            guard let index = rules.firstIndex(where: { $0.name == name }) else {
                throw row.error("rule", expected: "one of \(rules.map(\.name).joined(separator: ", "))")
            }
            rules[index].words.append(
                OVOPWords(
                    effect: try row.choice("verdict"), field: try row.text("field"),
                    position: try row.choice("position"), words: try row.list("words")))
        }
        return rules
    }

    private static func groups(_ files: [String: String]) throws(IndexDefinitionError)
        -> ([OVOPGroup], [(group: String, member: OVOPGroup.Member)])
    {
        var groups: [OVOPGroup] = []
        var members: [(group: String, member: OVOPGroup.Member)] = []
        let columns = ["group", "categories", "words", "source", "label_id", "label_en"]
        for row in try FactRow.rows(of: files, in: groupsName, columns: columns) {
            let group = OVOPGroup(name: try row.text("group"), source: try row.text("source"), labels: try row.labels())
            if let known = groups.first(where: { $0.name == group.name }) {
                guard known == group else {
                    throw row.error("group", expected: "the source and labels of its other lines")
                }
            } else {
                groups.append(group)
            }
            let member = OVOPGroup.Member(categories: try row.list("categories"), words: try row.list("words"))
            guard !member.categories.isEmpty else { throw row.error("categories", expected: "a category") }
            members.append((group.name, member))
        }
        return (groups, members)
    }
}

extension FactRow {
    fileprivate func rule(groups known: [String]) throws(IndexDefinitionError) -> OVOPRule {
        let test: OVOPRule.Test = try choice("test")
        let least = try optional("least") == nil ? nil : Int(try number("least"))
        guard (test == .least) == (least != nil) else {
            throw error("least", expected: test == .least ? "a number" : "-")
        }
        let groups = try list("groups")
        guard groups.allSatisfy(known.contains) else {
            throw error("groups", expected: "- or some of \(known.joined(separator: ", ")) with commas")
        }
        let fields = try list("fields")
        guard fields.count >= (test == .least ? 2 : 1) else {
            throw error("fields", expected: test == .least ? "two properties" : "a property")
        }
        return OVOPRule(
            name: try text("rule"), test: test, fields: fields, least: least, groups: groups,
            need: try choice("need"), source: try text("source"), labels: try labels())
    }

    fileprivate func labels() throws(IndexDefinitionError) -> [String: String] {
        ["id": try text("label_id"), "en": try text("label_en")]
    }
}

extension IndexDefinition {
    /// The validated rules and product groups of OVOP.
    package static func ovop() throws(IndexDefinitionError) -> OVOPTable {
        try ovopTable.get()
    }

    private static let ovopTable = Result { () throws(IndexDefinitionError) in
        try OVOPTable(files: files.get().ovopTables)
    }
}
