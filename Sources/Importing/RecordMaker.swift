import Catalog
import Gazetteer

/// Makes records of one kind from rows: what a row says, over what the catalog already has under the same id.
protocol RecordMaker {
    associatedtype Record: CatalogRecord

    /// The fields this maker reads; other columns become extra properties.
    static var usedFields: Set<CanonicalField> { get }
    /// The field that a row is known by.
    static var idField: CanonicalField { get }
    /// True if the rows are areas: they can state former names, and sentra and products stand at their points.
    static var isOfAreas: Bool { get }

    /// The record's id or code; nil if the row was rejected for it.
    func id(of fields: inout RowFields) throws -> RecordID?

    /// The row over the record that has its id in the catalog; the problems of the row are noted in `fields`.
    mutating func record(id: String, from fields: inout RowFields, over existing: Record?) throws -> Record?

    /// What the catalog must have before the record, if it does not have it.
    func missing(for record: Record, in writer: CatalogWriter) throws -> MissingArea?

    /// Changes other records of the catalog before this one is stored.
    func prepare(_ writer: CatalogWriter, for record: Record, batch: Int64, line: Int) throws
}

extension RecordMaker {
    static var idField: CanonicalField { .id }
    static var isOfAreas: Bool { false }
    func missing(for record: Record, in writer: CatalogWriter) throws -> MissingArea? { nil }
    func prepare(_ writer: CatalogWriter, for record: Record, batch: Int64, line: Int) throws {}
}

/// An area that a row needs and the catalog does not have.
struct MissingArea {
    var cause: ImportCause
    var message: String
    var remedy: String
}

/// An id, and whether the file gave it.
struct RecordID: Hashable {
    var text: String
    var isDerived: Bool

    /// The id that the file gives, without the spaces around it.
    static func given(_ fields: inout RowFields) -> RecordID? {
        guard let text = fields.text(.id) else { return nil }
        guard isUsable(text) else {
            fields.reject(
                .idUnusable, .id,
                "The id '\(text.shortened())' is too long, holds control characters or is a village's code.",
                "Give the row an id of at most 200 letters, digits and signs, or none.")
            return nil
        }
        return RecordID(text: text, isDerived: false)
    }

    private static func isUsable(_ text: String) -> Bool {
        let isPlain = text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
        guard isPlain || !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            return false
        }
        guard text.utf8.count <= 200 || text.count <= 200 else { return false }
        return AdministrativeCode(text)?.level != .village
    }

    /// An id made from what tells one document from another: its name, its maker and its place as written, case and
    /// spacing aside.
    ///
    /// The same row gets the same id in every import and every release; other fields may change without changing it.
    /// The kind, a dash, and 13 characters of Crockford's base 32.
    static func derived(_ prefix: String, from fields: RowFields) -> RecordID {
        let identity: [CanonicalField] = [
            .name, .producer, .code, .village, .district, .regency, .province, .location, .address,
        ]
        let texts = identity.map {
            fields.text($0)?.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        var number = StableHash.value([prefix] + texts)
        var digits: [Character] = []
        for _ in 0..<13 {
            digits.append(Self.alphabet[Int(number & 31)])
            number >>= 5
        }
        return RecordID(text: prefix + "-" + String(digits), isDerived: true)
    }

    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")
}

extension RowFields {
    /// The name, which every row must have.
    mutating func name() -> String? {
        guard let name = line(.name) else {
            reject(.nameMissing, .name, "The row has no name.", "Fill in the name.")
            return nil
        }
        return name
    }

    /// The Ministry's code of a region or village; nil if the row was rejected for it.
    mutating func areaCode(
        remedy: @autoclosure () throws -> String =
            "Use the code of the Ministry of Home Affairs (Kemendagri), such as 63.05.02.2005."
    ) rethrows -> AdministrativeCode? {
        guard let text = text(.code) else {
            reject(.codeMissing, .code, "The row has no code.", try remedy())
            return nil
        }
        guard let written = WrittenCode(text) else {
            reject(.codeUnreadable, .code, "'\(text)' is not a code.", try remedy())
            return nil
        }
        guard written.form != .statistics else {
            let message =
                "'\(text)' is a code of the statistics office (BPS), which numbers districts and villages in its own "
                + "way."
            reject(.codeOfStatistics, .code, message, try remedy())
            return nil
        }
        return written.code
    }
}
