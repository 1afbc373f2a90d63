/// Assigns ordinals to the values of one facet field, in order of first occurrence.
struct FacetNumbers {
    private let field: String
    private var ordinals: [String: UInt16] = [:]
    private(set) var values: [String] = []

    init(field: String) {
        self.field = field
    }

    /// The ordinal of a value, a new one if it is seen for the first time; nil for nil.
    mutating func number(_ value: String?) throws -> UInt16? {
        guard let value else { return nil }
        if let known = ordinals[value] { return known }
        guard values.count < Int(ValuesFile.none) else {
            throw IndexStoreError.tooLarge("values of '\(field)'", values.count + 1, limit: Int(ValuesFile.none))
        }
        let ordinal = UInt16(values.count)
        ordinals[value] = ordinal
        values.append(value)
        return ordinal
    }
}
