import Catalog
import Gazetteer

/// Makes records of one kind from rows; the values of a row replace those of the record with the same id.
protocol RecordMaker {
    associatedtype Record: CatalogRecord

    /// The fields this maker reads; other columns become extra properties.
    static var usedFields: Set<CanonicalField> { get }
    /// The field that identifies a row.
    static var idField: CanonicalField { get }
    /// What a message calls that field.
    static var idNoun: String { get }
    /// True if the rows are areas, which can have former names, and whose points are positions of other records.
    static var isOfAreas: Bool { get }

    /// The id or code of the record; nil if it is invalid and the row was rejected.
    func id(of fields: inout RowFields) throws -> RecordID?

    /// The record of the catalog with the values of the row. Problems are added to `fields`.
    mutating func record(id: String, from fields: inout RowFields, over existing: Record?) throws -> Record?

    /// Areas that must be in the catalog before the record, but are missing.
    func missing(for record: Record, in writer: CatalogWriter) throws -> MissingArea?

    /// Changes other records of the catalog before this one is stored.
    func prepare(_ writer: CatalogWriter, for record: Record, batch: Int64, line: Int) throws

    /// Stores what the row says beyond the record, after the record.
    ///
    /// - Returns: true if that changed the catalog.
    func complete(_ record: Record, from fields: inout RowFields, in writer: CatalogWriter, batch: Int64) throws -> Bool
}

extension RecordMaker {
    static var idField: CanonicalField { .id }
    static var idNoun: String { idField.name }
    static var isOfAreas: Bool { false }
    func missing(for record: Record, in writer: CatalogWriter) throws -> MissingArea? { nil }
    func prepare(_ writer: CatalogWriter, for record: Record, batch: Int64, line: Int) throws {}
    func complete(_ record: Record, from fields: inout RowFields, in writer: CatalogWriter, batch: Int64) throws -> Bool
    {
        false
    }
}

/// An area that a row needs and the catalog does not have.
struct MissingArea {
    var cause: ImportCause
    var message: String
    var remedy: String
}

/// An id, and whether it is from the file.
struct RecordID: Hashable {
    var text: String
    var isDerived: Bool

    /// The id in the file, without surrounding spaces.
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

    /// An id made from the name, the producer and the written place of a document, without case and spacing.
    ///
    /// The same row has the same id in every import and release, even if other fields change. An id has the kind, a
    /// hyphen, and 13 characters of Crockford's base 32.
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

    /// The code of the Ministry for a region or village; nil if it is invalid and the row was rejected.
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
