/// A code or name that an area bore before, so that it is still found by it.
///
/// Shape: at least one of `formerCode` and `formerName` is there. Dates are years, months or days as far as known:
/// "2008", "2008-07", "2008-07-17".
package struct FormerName: Sendable, Hashable {
    /// The area's present code: a region's or a village's.
    package var code: String
    package var formerCode: String?
    package var formerName: String?
    package var validFrom: String?
    /// The last date at which it is known to have held.
    package var validUntil: String?
    /// Who says so.
    package var source: String?

    package init(
        code: String, formerCode: String? = nil, formerName: String? = nil, validFrom: String? = nil,
        validUntil: String? = nil,
        source: String? = nil
    ) {
        self.code = code
        self.formerCode = formerCode
        self.formerName = formerName
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.source = source
    }
}

extension FormerName: StoredRecord {
    static let table = RecordTable(
        name: "former_names", idColumn: "key",
        columns: ["key", "code", "former_code", "former_name", "valid_from", "valid_until", "source"])

    /// One area, one code and one name it bore: stated again, its dates and source are replaced.
    var key: String { "\(code)|\(formerCode ?? "")|\(formerName ?? "")" }

    func write(to fields: inout FieldWriter) {
        fields.text(key)
        fields.text(code)
        fields.text(formerCode)
        fields.text(formerName)
        fields.text(validFrom)
        fields.text(validUntil)
        fields.text(source)
    }

    init(from fields: inout FieldReader) throws {
        _ = fields.text()
        self.init(
            code: try fields.requiredText(), formerCode: fields.text(), formerName: fields.text(),
            validFrom: fields.text(),
            validUntil: fields.text(), source: fields.text())
    }
}
