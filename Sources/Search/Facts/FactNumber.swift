/// Numbers of conditions, read as the numbers of imported lists are.
enum FactNumber {
    /// The number of digits with points, commas or apostrophes: "50.000", "1,5", "1.500.000".
    ///
    /// A single point or comma before exactly three digits separates thousands; else it is the decimal point. Of two
    /// different signs the last one is the decimal point.
    static func amount(_ text: String) -> Double? {
        let groups = text.split(omittingEmptySubsequences: false) { ".,'".contains($0) }
        guard groups.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else {
            return nil
        }
        let signs = text.filter { ".,'".contains($0) }
        let hasFraction = hasFraction(groups: groups, signs: signs)
        let whole = hasFraction ? groups.dropLast() : groups[...]
        let thousands = signs.prefix(whole.count - 1)
        guard whole.dropFirst().allSatisfy({ $0.count == 3 }), whole.count == 1 || (1...3).contains(groups[0].count),
            Set(thousands).count <= 1, !hasFraction || thousands.last != signs.last
        else { return nil }
        return Double(whole.joined() + (hasFraction ? "." + groups[groups.count - 1] : ""))
    }

    private static func hasFraction(groups: [Substring], signs: String) -> Bool {
        guard let last = signs.last, last != "'" else { return false }
        if signs.count > 1 { return signs.dropLast().allSatisfy { $0 != last } }
        return !(groups[1].count == 3 && (1...3).contains(groups[0].count) && groups[0] != "0")
    }

    /// The number without a fraction of zero.
    static func text(_ number: Double) -> String {
        Int(exactly: number).map(String.init) ?? String(number)
    }
}
