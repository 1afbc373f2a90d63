import Catalog

/// What the import of one kind of rows has of its own: how records are made, found and kept.
protocol ImportedKind {
    associatedtype Maker: RecordMaker where Maker.Record == Record
    associatedtype Record

    var maker: Maker { get set }
    /// The field that a row is known by.
    static var idField: CanonicalField { get }
    /// Whether rows can state a code or name of the past.
    static var hasFormerNames: Bool { get }
    /// Whether sentra and products stand at the points of such rows.
    static var movesOthers: Bool { get }

    func isEmpty(_ writer: CatalogWriter) throws -> Bool
    func existing(_ id: String, in writer: CatalogWriter) throws -> Record?
    func upsert(_ record: Record, _ writer: CatalogWriter, batch: Int64, line: Int) throws -> UpsertOutcome
    func position(of record: Record) -> PositionSource?
    /// What the catalog must have before the record, where it has not.
    func missing(for record: Record, in writer: CatalogWriter) throws -> MissingArea?
    /// The name until now, where the record bears another than letter case makes of it.
    func renamed(_ existing: Record, to record: Record) -> String?
}

struct MissingArea {
    var cause: ImportCause
    var message: String
    var remedy: String
}

extension ImportedKind {
    static var idField: CanonicalField { .id }
    static var hasFormerNames: Bool { false }
    static var movesOthers: Bool { false }
    func missing(for record: Record, in writer: CatalogWriter) throws -> MissingArea? { nil }
    func renamed(_ existing: Record, to record: Record) -> String? { nil }
}

struct ImportedRegions: ImportedKind {
    var maker: RegionMaker
    static let idField = CanonicalField.code
    static let hasFormerNames = true
    static let movesOthers = true

    func isEmpty(_ writer: CatalogWriter) throws -> Bool { try writer.snapshot.isEmpty(.regions) }
    func existing(_ id: String, in writer: CatalogWriter) throws -> Region? { try writer.region(code: id) }
    func upsert(_ record: Region, _ writer: CatalogWriter, batch: Int64, line: Int) throws -> UpsertOutcome {
        try writer.upsert(record, batch: batch, line: line)
    }
    func position(of record: Region) -> PositionSource? { record.coordinate == nil ? nil : .own }
    func missing(for record: Region, in writer: CatalogWriter) throws -> MissingArea? {
        guard let parent = record.parentCode, try writer.region(code: parent) == nil else { return nil }
        return MissingArea(
            cause: .parentUnknown,
            message: "Neither the catalog nor the file has the region '\(parent)', which '\(record.code)' lies in.",
            remedy: "Add a row for it, or import the list that has it first.")
    }
    func renamed(_ existing: Region, to record: Region) -> String? {
        existing.name.lowercased() == record.name.lowercased() ? nil : existing.name
    }
}

struct ImportedVillages: ImportedKind {
    var maker: VillageMaker
    static let idField = CanonicalField.code
    static let hasFormerNames = true
    static let movesOthers = true

    func isEmpty(_ writer: CatalogWriter) throws -> Bool { try writer.snapshot.isEmpty(.villages) }
    func existing(_ id: String, in writer: CatalogWriter) throws -> Village? { try writer.village(code: id) }
    func upsert(_ record: Village, _ writer: CatalogWriter, batch: Int64, line: Int) throws -> UpsertOutcome {
        try writer.upsert(record, batch: batch, line: line)
    }
    func position(of record: Village) -> PositionSource? { record.coordinate == nil ? nil : .own }
    func renamed(_ existing: Village, to record: Village) -> String? {
        existing.name.lowercased() == record.name.lowercased() ? nil : existing.name
    }
}

struct ImportedSentra: ImportedKind {
    var maker: SentraMaker

    func isEmpty(_ writer: CatalogWriter) throws -> Bool { try writer.snapshot.isEmpty(.sentra) }
    func existing(_ id: String, in writer: CatalogWriter) throws -> Sentra? { try writer.sentra(id: id) }
    func upsert(_ record: Sentra, _ writer: CatalogWriter, batch: Int64, line: Int) throws -> UpsertOutcome {
        try writer.upsert(record, batch: batch, line: line)
    }
    func position(of record: Sentra) -> PositionSource? { record.placement.source }
}

struct ImportedProducts: ImportedKind {
    var maker: ProductMaker

    func isEmpty(_ writer: CatalogWriter) throws -> Bool { try writer.snapshot.isEmpty(.products) }
    func existing(_ id: String, in writer: CatalogWriter) throws -> Product? { try writer.product(id: id) }
    func upsert(_ record: Product, _ writer: CatalogWriter, batch: Int64, line: Int) throws -> UpsertOutcome {
        try writer.upsert(record, batch: batch, line: line)
    }
    func position(of record: Product) -> PositionSource? { record.placement.source }
}

/// Rows that are nothing but former codes and names; a row is known by its place in the file.
struct ImportedFormerNames: ImportedKind {
    var maker: FormerNameRowMaker
    static let idField = CanonicalField.code

    func isEmpty(_ writer: CatalogWriter) throws -> Bool { true }
    func existing(_ id: String, in writer: CatalogWriter) throws -> FormerName? { nil }
    func upsert(_ record: FormerName, _ writer: CatalogWriter, batch: Int64, line: Int) throws -> UpsertOutcome {
        if let former = record.formerCode {
            _ = try writer.moveVillage(from: former, to: record.code, batch: batch, line: line)
        }
        return try writer.upsert(record, batch: batch, line: line)
    }
    func position(of record: FormerName) -> PositionSource? { nil }
    func missing(for record: FormerName, in writer: CatalogWriter) throws -> MissingArea? {
        guard try writer.region(code: record.code) == nil, try writer.village(code: record.code) == nil else {
            return nil
        }
        return MissingArea(
            cause: .areaUnknown, message: "The catalog has no region or village '\(record.code)'.",
            remedy: "Import regions and villages first, or mend the present code.")
    }
}

struct FormerNameRowMaker: RecordMaker {
    static let usedFields: Set<CanonicalField> = [
        .code, .formerCode, .formerName, .validFrom, .validUntil, .source, .note,
    ]

    func id(of fields: inout RowFields) -> RecordID? {
        RecordID(text: "line \(fields.row.line)", isDerived: false)
    }

    func record(id: String, from fields: inout RowFields, over existing: FormerName?) throws -> FormerName? {
        guard let code = fields.areaCode() else { return nil }
        let former = FormerNameMaker().formerName(of: code, from: &fields)
        if former == nil, !fields.isRejected {
            fields.reject(
                .codeMissing, .formerCode, "The row has neither a former code nor a former name.",
                "Fill in one of them.")
        }
        return former
    }
}
