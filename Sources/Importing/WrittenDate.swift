/// Parses dates of which the month or the day may be unknown.
///
///     WrittenDate.iso("2008-7")           // "2008-07"
///     WrittenDate.iso("17/07/2008")       // "2008-07-17"
enum WrittenDate {
    /// What a message says a date looks like.
    static let example = "a date such as 2008, 2008-07 or 2008-07-17"

    /// A year, a month or a day in ISO 8601, from that order or from the order of Indonesia: day, month, year.
    ///
    /// Returns nil if the text is none of these.
    static func iso(_ text: String) -> String? {
        let parts = text.split { "-/.".contains($0) }.map(String.init)
        guard (1...3).contains(parts.count), parts.allSatisfy({ Int($0) != nil }) else { return nil }
        let ordered = parts.count == 3 && parts[2].count == 4 ? parts.reversed() : parts
        let numbers = ordered.compactMap { Int($0) }
        guard ordered[0].count == 4, (1500...2200).contains(numbers[0]),
            numbers.dropFirst().first.map((1...12).contains) ?? true,
            numbers.dropFirst(2).first.map((1...31).contains) ?? true
        else { return nil }
        return ([ordered[0]] + ordered.dropFirst().map { $0.count == 1 ? "0" + $0 : $0 }).joined(separator: "-")
    }
}
