import Catalog

/// Rows of a list of former codes and names, and the columns for them in lists of regions and villages.
struct FormerNameMaker {
    /// The former code or name that a row states for the area of that present code; nil where it states none.
    func formerName(of code: String, from fields: inout RowFields) -> FormerName? {
        var former = FormerName(code: code)
        former.formerName = fields.line(.formerName)
        if let written = fields.text(.formerCode) {
            guard let read = PlaceCode.read(written), read.form != .bps else {
                fields.reject(
                    .codeUnreadable, .formerCode, "'\(written)' is not a code of the Ministry of Home Affairs.",
                    "Mend the code, or leave the cell empty.")
                return nil
            }
            former.formerCode = read.dotted
        }
        fields.take(.validFrom, into: &former.validFrom, cause: .notADate, expected: Self.expectedDate, Self.date)
        fields.take(.validUntil, into: &former.validUntil, cause: .notADate, expected: Self.expectedDate, Self.date)
        guard former.formerCode != nil || former.formerName != nil else { return nil }
        former.source = fields.text(.source)
        return former
    }

    private static let expectedDate = "a date such as 2008, 2008-07 or 2008-07-17"

    /// A year, a month or a day in ISO 8601's order, or a day as Indonesia writes it: 17/07/2008.
    private static func date(_ text: String) -> String? {
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
