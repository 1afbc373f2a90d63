/// The facts, and the words from which conditions on them are read, from four tables of the index definition.
///
///     let facts = try IndexDefinition.facts()
///     facts["price"]?.type                     // .range
///     facts.facts.map(\.name).first            // "price"
///
/// - Throws: `IndexDefinitionError` (data) that names file, line and value.
package struct FactTable: Sendable {
    /// The facts, in the order in which people choose from them.
    package let facts: [FactDefinition]
    package let comparators: [FactComparator]
    package let numberWords: [FactNumberWord]
    private let indices: [String: Int]

    /// Creates a table from the contents of the files, by file name.
    package init(files: [String: String]) throws(IndexDefinitionError) {
        let rows = try FactRows(files: files)
        facts = try rows.facts()
        indices = Dictionary(uniqueKeysWithValues: zip(facts.map(\.name), facts.indices))
        comparators = try rows.comparators(units: Set(facts.compactMap(\.unit)))
        numberWords = try rows.numberWords(facts: facts)
    }

    /// The fact with a name, or nil if there is none.
    package subscript(name: String) -> FactDefinition? { indices[name].map { facts[$0] } }
}

extension IndexDefinition {
    /// The validated facts.
    package static func facts() throws(IndexDefinitionError) -> FactTable {
        try table.get()
    }

    private static let table = Result { () throws(IndexDefinitionError) in
        try FactTable(files: files.get().factTables)
    }
}
