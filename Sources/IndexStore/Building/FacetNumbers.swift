/// Assigns ordinals to the values of one facet field, in order of first occurrence.
struct FacetNumbers {
    private let field: String
    private var ordinals: [String: UInt16] = [:]
    private(set) var values: [String] = []
    /// Documents of each value.
    private(set) var counts: [Int] = []

    init(field: String) {
        self.field = field
    }

    /// The ordinal of a value, which counts a document more; nil for nil.
    mutating func number(_ value: String?) throws -> UInt16? {
        guard let value else { return nil }
        if let known = ordinals[value] {
            counts[Int(known)] += 1
            return known
        }
        guard values.count < Int(ValuesFile.none) else {
            throw IndexStoreError.tooLarge("values of '\(field)'", values.count + 1, limit: Int(ValuesFile.none))
        }
        let ordinal = UInt16(values.count)
        ordinals[value] = ordinal
        values.append(value)
        counts.append(1)
        return ordinal
    }

    func documents(of value: String) -> Int {
        ordinals[value].map { counts[Int($0)] } ?? 0
    }
}
