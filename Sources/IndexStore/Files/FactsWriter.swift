import Base
import IndexDefinition

/// Writes `facts.bin`, document by document in ordinal order.
///
/// Memory: one buffer a column, and the different values of each set.
final class FactsWriter {
    private enum Columns {
        /// `greatest` is nil if no document has a range.
        case numbers(least: ColumnWriter<Double>, greatest: ColumnWriter<Double>?)
        case set(SetColumns)
    }

    /// The columns of a set, and the numbers of its values in order of first occurrence.
    private final class SetColumns {
        let starts: ColumnWriter<UInt32>
        let values: ColumnWriter<UInt32>
        var ordinals: [String: UInt32] = [:]
        var strings: [String] = []

        init(starts: ColumnWriter<UInt32>, values: ColumnWriter<UInt32>) {
            self.starts = starts
            self.values = values
        }

        func append(_ value: String) throws {
            let ordinal = ordinals[value] ?? UInt32(strings.count)
            if ordinals.updateValue(ordinal, forKey: value) == nil { strings.append(value) }
            try values.append(ordinal)
        }
    }

    private let file: ColumnFileWriter
    private let facts: [FactColumn]
    private var columns: [Columns] = []
    private var propertyNames: Set<String> = []
    /// The number of documents that have each fact.
    private var known: [UInt32]

    init(path: String, facts: [FactColumn]) throws {
        file = ColumnFileWriter(path: path, format: FactsFormat.file)
        self.facts = facts
        known = Array(repeating: 0, count: facts.count)
        for (index, fact) in facts.enumerated() {
            if fact.isNumeric {
                let names = FactsFormat.numbers(index)
                columns.append(
                    .numbers(
                        least: try file.addColumn(names.least, of: Double.self),
                        greatest: fact.isRange ? try file.addColumn(names.greatest, of: Double.self) : nil))
            } else {
                let names = FactsFormat.set(index)
                columns.append(
                    .set(
                        SetColumns(
                            starts: try file.addColumn(names.starts, of: UInt32.self),
                            values: try file.addColumn(names.values, of: UInt32.self))))
            }
        }
    }

    /// Appends the facts of the next document, by name; those that it does not have are unknown.
    ///
    /// `propertyNames` are the names of its properties that are no fields of Banua.
    ///
    /// - Throws: `.internal` for a value of another type than the fact's, and what writing throws.
    func append(_ values: [String: DocumentFact], propertyNames names: [String] = []) throws {
        propertyNames.formUnion(names)
        for (index, (fact, columns)) in zip(facts, columns).enumerated() {
            if values[fact.name] != nil { known[index] += 1 }
            switch (columns, values[fact.name]) {
            case (.numbers(let least, let greatest), nil):
                try least.append(.nan)
                try greatest?.append(.nan)
            case (.numbers(let least, let greatest), .number(let number)):
                try least.append(number)
                try greatest?.append(number)
            case (.numbers(let least, let greatest?), .range(let first, let last)):
                try least.append(min(first, last))
                try greatest.append(max(first, last))
            case (.set(let set), nil):
                try set.starts.append(UInt32(set.values.count))
            case (.set(let set), .values(let strings)):
                try set.starts.append(UInt32(set.values.count))
                for string in strings { try set.append(string) }
            case (_, let value?):
                throw IndexStoreError(.internal, "The fact '\(fact.name)' cannot have the value \(value).")
            }
        }
    }

    /// Writes the file.
    func finish(documentCount: Int) throws {
        for (index, columns) in columns.enumerated() {
            guard case .set(let set) = columns else { continue }
            try set.starts.append(UInt32(set.values.count))
            let strings = try StringColumnWriter(file, FactsFormat.set(index).strings)
            for string in set.strings { try strings.append(string) }
            try strings.finish()
        }
        let counts = try file.addColumn(FactsFormat.known, of: UInt32.self)
        for count in known { try counts.append(count) }
        let names = try StringColumnWriter(file, FactsFormat.names)
        for fact in facts { try names.append(fact.name) }
        try names.finish()
        let properties = try StringColumnWriter(file, FactsFormat.properties)
        for name in propertyNames.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            try properties.append(name)
        }
        try properties.finish()
        try file.finish(counts: [documentCount])
    }
}
