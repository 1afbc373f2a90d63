import IndexDefinition

/// A layer of the OGC API.
///
/// It has all documents of one kind.
struct FeatureCollection: Sendable {
    let kind: DocumentKind

    var id: String { kind.description.plural }
    var title: String { kind.description.title }
    var description: String { kind.description.summary }

    static let all = DocumentKind.allCases.map(FeatureCollection.init)

    static func named(_ id: String) -> FeatureCollection? { all.first { $0.id == id } }

    /// The queryables that are no facts: the names of filter parameters and what they mean.
    static let queryables: [(name: String, title: String)] = [
        ("regency", "Code or name of the regency"), ("district", "Code or name of the district"),
        ("category", "Category, such as anyaman"),
    ]

    /// The facts that the documents of the layer can have, which are queryables too.
    ///
    /// - Throws: `IndexDefinitionError` if the table of facts cannot be used.
    func facts() throws -> [FactDefinition] {
        try IndexDefinition.facts().facts.filter { $0.kinds.contains(kind) }
    }
}
