/// A fact as the index stores it.
package struct FactColumn: Sendable, Hashable {
    package let name: String
    /// True for numbers, which are compared and sorted by; false for sets of values.
    package var isNumeric: Bool { !bounds.isEmpty }
    /// Of a number, the boundaries of the ranges that a facet counts, ascending; empty for a set.
    package let bounds: [Double]
    /// True for a number with a least and a greatest value of each document, such as prices.
    package let isRange: Bool

    package init(name: String, bounds: [Double], isRange: Bool = false) {
        self.name = name
        self.bounds = bounds
        self.isRange = isRange
    }

    /// The facts of facts.tsv, in its order.
    ///
    /// They are listed here as well because the parameters of the service are made before a file is read. A test
    /// compares both.
    package static let all: [FactColumn] = [
        FactColumn(name: "price", bounds: [0, 10_000, 25_000, 50_000, 100_000, 250_000, 1_000_000], isRange: true),
        FactColumn(name: "workers", bounds: [0, 5, 10, 20, 50, 100]),
        FactColumn(name: "units", bounds: [0, 5, 10, 25, 50, 100]),
        FactColumn(name: "year", bounds: [1950, 1980, 1990, 2000, 2010, 2015, 2020]),
        FactColumn(name: "ovop", bounds: [1, 2, 3, 4, 5]),
        FactColumn(name: "ovop_status", bounds: []),
        FactColumn(name: "ovop_year", bounds: [2010, 2015, 2020, 2025]),
        FactColumn(name: "certification", bounds: []),
        FactColumn(name: "gi", bounds: []),
        FactColumn(name: "heritage", bounds: []),
        FactColumn(name: "export", bounds: []),
        FactColumn(name: "material", bounds: []),
        FactColumn(name: "producer", bounds: []),
        FactColumn(name: "group", bounds: []),
        FactColumn(name: "kbli", bounds: []),
        FactColumn(name: "figure_year", bounds: [2010, 2015, 2020, 2025]),
    ]

    /// The fact of a name; nil if there is none.
    package static func named(_ name: String) -> FactColumn? { all.first { $0.name == name } }
}
