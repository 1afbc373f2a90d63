import Catalog
import Gazetteer

/// Makes former names from the rows of a list of them, and from columns in lists of regions and villages.
///
/// A row of such a list has no id, so messages name its line in the file.
struct FormerNameMaker: RecordMaker {
    static let usedFields: Set<CanonicalField> = [
        .code, .formerCode, .formerName, .validFrom, .validUntil, .source, .note,
    ]
    static let idField = CanonicalField.code

    func id(of fields: inout RowFields) -> RecordID? {
        RecordID(text: "line \(fields.row.line)", isDerived: false)
    }

    func record(id: String, from fields: inout RowFields, over existing: FormerName?) throws -> FormerName? {
        guard let code = try fields.areaCode() else { return nil }
        let former = formerName(of: code.dotted, from: &fields)
        if former == nil, !fields.isRejected {
            fields.reject(
                .codeMissing, .formerCode, "The row has neither a former code nor a former name.",
                "Fill in one of them.")
        }
        return former
    }

    func missing(for record: FormerName, in writer: CatalogWriter) throws -> MissingArea? {
        guard try !writer.has(Region.self, id: record.code), try !writer.has(Village.self, id: record.code) else {
            return nil
        }
        return MissingArea(
            cause: .areaUnknown, message: "The catalog has no region or village '\(record.code)'.",
            remedy: "Import regions and villages first, or mend the present code.")
    }

    func prepare(_ writer: CatalogWriter, for record: FormerName, batch: Int64, line: Int) throws {
        guard let former = record.formerCode else { return }
        _ = try writer.moveVillage(from: former, to: record.code, batch: batch, line: line)
    }

    /// The former code or name in a row, for the area with a present code; nil if there is none.
    func formerName(of code: String, from fields: inout RowFields) -> FormerName? {
        var former = FormerName(code: code)
        former.formerName = fields.line(.formerName)
        if let written = fields.text(.formerCode) {
            guard let read = WrittenCode(written), read.form != .statistics else {
                fields.reject(
                    .codeUnreadable, .formerCode, "'\(written)' is not a code of the Ministry of Home Affairs.",
                    "Mend the code, or leave the cell empty.")
                return nil
            }
            former.formerCode = read.code.dotted
        }
        fields.take(
            .validFrom, into: &former.validFrom, cause: .notADate, expected: WrittenDate.example, WrittenDate.iso)
        fields.take(
            .validUntil, into: &former.validUntil, cause: .notADate, expected: WrittenDate.example, WrittenDate.iso)
        guard former.formerCode != nil || former.formerName != nil else { return nil }
        former.source = fields.text(.source)
        return former
    }
}
