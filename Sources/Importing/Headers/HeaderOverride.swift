/// The `field=header` of a user.
struct HeaderOverride: Sendable {
    var field: CanonicalField
    /// Nil if the field gets no column.
    var column: Int?

    init(_ text: String, headers: [String], file: String) throws {
        guard let sign = text.firstIndex(of: "=") else { throw ImportingError.overrideUnreadable(text) }
        let name = String(text[..<sign]).trimmingSpace
        guard let field = CanonicalField(named: name) else { throw ImportingError.fieldUnknown(name) }
        self.field = field
        let header = String(text[text.index(after: sign)...]).trimmingSpace
        guard !header.isEmpty else { return }
        let key = HeaderKey(header)
        guard let column = headers.firstIndex(of: header) ?? headers.firstIndex(where: { HeaderKey($0) == key }) else {
            throw ImportingError.headerUnknown(header, field: field, file: file, headers: headers)
        }
        self.column = column
    }
}
