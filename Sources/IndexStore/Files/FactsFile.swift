/// `facts.bin`, mapped: numbers and sets of values of every document.
final class FactsFile: Sendable {
    /// A number of every document: its least and its greatest value, NaN if it is unknown.
    struct Numbers: Sendable {
        let least: Column<Double>
        let greatest: Column<Double>
    }

    /// The values of every document, as numbers of `strings`.
    struct ValueSet: Sendable {
        /// Where the values of each document begin; one more than there are documents.
        let starts: Column<UInt32>
        let values: Column<UInt32>
        let strings: StringColumn
        let words: ValueWords

        init(starts: Column<UInt32>, values: Column<UInt32>, strings: StringColumn) {
            self.starts = starts
            self.values = values
            self.strings = strings
            words = ValueWords(of: strings)
        }
    }

    let count: Int
    /// The names of properties that are no fields of Banua.
    let propertyNames: [String]
    private let file: ColumnFile
    private let numbers: [String: Numbers]
    private let sets: [String: ValueSet]
    private let known: [String: Int]

    /// - Throws: `.data` if the file is damaged or of another format, `.inputOutput` if it cannot be read.
    init(path: String) throws {
        file = try ColumnFile(path: path, format: FactsFormat.file)
        count = file.counts[0]
        let names = try StringColumn(file, FactsFormat.names, path: path).strings
        propertyNames =
            file.has(FactsFormat.properties.offsets)
            ? try StringColumn(file, FactsFormat.properties, path: path).strings : []
        let counts = try file.column(FactsFormat.known, of: UInt32.self, count: names.count)
        known = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0.element, Int(counts[$0.offset])) })
        var numbers: [String: Numbers] = [:]
        var sets: [String: ValueSet] = [:]
        for (index, name) in names.enumerated() {
            let set = FactsFormat.set(index)
            if file.has(set.starts) {
                sets[name] = ValueSet(
                    starts: try file.column(set.starts, of: UInt32.self, count: count + 1),
                    values: try file.column(set.values, of: UInt32.self),
                    strings: try StringColumn(file, set.strings, path: path))
            } else {
                let columns = FactsFormat.numbers(index)
                let least = try file.column(columns.least, of: Double.self, count: count)
                let greatest =
                    file.has(columns.greatest)
                    ? try file.column(columns.greatest, of: Double.self, count: count) : least
                numbers[name] = Numbers(least: least, greatest: greatest)
            }
        }
        self.numbers = numbers
        self.sets = sets
    }

    /// True if the values of every document lie within the set, and their numbers have strings.
    func isSound(_ set: ValueSet) -> Bool {
        guard set.starts[0] == 0, set.starts[count] == set.values.count else { return false }
        return (0..<count).allSatisfy { set.starts[$0] <= set.starts[$0 + 1] }
            && (0..<set.values.count).allSatisfy { set.values[$0] < set.strings.count }
    }

    /// The number of documents that have a fact.
    func documentCount(with fact: String) -> Int { known[fact] ?? 0 }

    /// The number of this name; nil if there is none.
    func numbers(_ fact: String) -> Numbers? { numbers[fact] }

    /// The set of this name; nil if there is none.
    func set(_ fact: String) -> ValueSet? { sets[fact] }
}
