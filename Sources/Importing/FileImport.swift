import Base
import Catalog
import Foundation

/// Imports the rows of one file within one transaction.
///
/// Each row becomes a record in the catalog, or is rejected.
struct FileImport<Maker: RecordMaker> {
    let reader: any RowReader
    let map: HeaderMap
    private let columns: FieldColumns
    let writer: CatalogWriter
    let batch: Int64
    let rejects: RejectsFile?
    let progress: ImportProgress?
    var maker: Maker
    var report: ImportReport

    /// Rows that must follow another row of the same file.
    private var waiting: [SourceRow] = []
    /// The number of rows with ids made from the same content, if there is more than one.
    private var repeats: [String: Int] = [:]
    private let isFirstOfItsKind: Bool
    private let former = FormerNameMaker()

    init(
        reader: any RowReader, map: HeaderMap, writer: CatalogWriter, batch: Int64, rejects: RejectsFile?,
        progress: ImportProgress?,
        maker: Maker,
        report: ImportReport
    ) throws {
        self.reader = reader
        self.map = map
        columns = FieldColumns(map: map, used: Maker.usedFields)
        self.writer = writer
        self.batch = batch
        self.rejects = rejects
        self.progress = progress
        self.maker = maker
        self.report = report
        isFirstOfItsKind = try writer.snapshot.isEmpty(Maker.Record.self)
    }

    mutating func run() throws {
        while let row = try reader.next() {
            report.counts.read += 1
            try take(row, mayWait: true)
            if report.counts.read.isMultiple(of: 512) {
                progress?.advance(rows: report.counts.read, bytes: reader.bytesRead, of: reader.totalBytes)
            }
        }
        try takeWaiting()
        if report.counts.updated > 0, Maker.isOfAreas { report.followed += try writer.refreshPositions(batch: batch) }
        try rejects?.close()
        progress?.finish(rows: report.counts.read)
    }

    /// Tries the waiting rows again until none of them can be stored, and rejects the rest.
    private mutating func takeWaiting() throws {
        var before = Int.max
        while !waiting.isEmpty, waiting.count < before {
            before = waiting.count
            let rows = waiting
            waiting = []
            for row in rows { try take(row, mayWait: true) }
        }
        for row in waiting { try take(row, mayWait: false) }
    }

    private mutating func take(_ row: SourceRow, mayWait: Bool) throws {
        var fields = RowFields(columns: columns, row: row)
        if let name = map.value(.name, in: row), TotalsRow.isNamed(name) {
            fields.reject(.rowOfTotals, .name, "The row sums up the rows above it.", "Take the row out.")
        }
        guard !fields.isRejected, let given = try maker.id(of: &fields), let id = try claim(given, &fields) else {
            return try settle(fields)
        }
        let existing = isFirstOfItsKind ? nil : try writer.record(Maker.Record.self, id: id)
        guard let record = try maker.record(id: id, from: &fields, over: existing), !fields.isRejected else {
            return try settle(fields)
        }
        if let missing = try maker.missing(for: record, in: writer) {
            if mayWait, waiting.count < Self.waitingLimit { return waiting.append(row) }
            fields.reject(missing.cause, .code, missing.message, missing.remedy)
            return try settle(fields)
        }
        try store(record, id: id, over: existing, &fields)
        try settle(fields)
    }

    /// The largest number of waiting rows.
    ///
    /// No list of regions is as long.
    private static var waitingLimit: Int { 100_000 }

    // MARK: Ids

    /// The id of the row; nil if an earlier row of the file has it.
    private mutating func claim(_ given: RecordID, _ fields: inout RowFields) throws -> String? {
        let row = BatchRow(line: fields.row.line, digest: StableHash.value(fields.row.values))
        guard let earlier = try writer.claim(id: given.text, for: row), earlier.line != row.line else {
            return given.text
        }
        if earlier.digest == row.digest {
            fields.add(
                .remark, .rowTwice, field: nil, value: nil, "The row is the same as the one on line \(earlier.line).",
                "Take one of them out.")
            report.counts.unchanged += 1
            return nil
        }
        guard given.isDerived else {
            fields.reject(
                .idTwice, Maker.idField, "The row on line \(earlier.line) has the same \(Maker.idNoun).",
                "Give one of the two rows another, or take it out.")
            return nil
        }
        return try numbered(given.text, row)
    }

    /// Numbers the ids of rows whose content gives the same id: the second row gets "-2" after its id, and so on.
    private mutating func numbered(_ base: String, _ row: BatchRow) throws -> String? {
        var number = repeats[base, default: 1]
        while true {
            number += 1
            let id = "\(base)-\(number)"
            guard let earlier = try writer.claim(id: id, for: row), earlier.line != row.line else {
                repeats[base] = number
                return id
            }
        }
    }

    // MARK: Outcomes

    private mutating func store(
        _ record: Maker.Record, id: String, over existing: Maker.Record?, _ fields: inout RowFields
    ) throws {
        do {
            try maker.prepare(writer, for: record, batch: batch, line: fields.row.line)
            var outcome = try writer.upsert(record, batch: batch, line: fields.row.line)
            let hasNewNames = try storeFormerNames(id: id, record, over: existing, &fields)
            let hasMore = try maker.complete(record, from: &fields, in: writer, batch: batch)
            if hasNewNames || hasMore, outcome == .unchanged { outcome = .updated }
            if fields.isRejected { return }
            switch outcome {
            case .added: report.counts.added += 1
            case .updated: report.counts.updated += 1
            case .unchanged: report.counts.unchanged += 1
            }
            report.placed.count(record.positionSource)
        } catch let error as CatalogError where error.kind == .data {
            let taken = try writer.kind(ofDocument: id).map { $0 != map.kind } ?? false
            fields.reject(
                taken ? .idOfOtherKind : .refusedByCatalog, Maker.idField, error.message,
                taken ? "Give the row another id." : "Mend the row.")
        }
    }

    /// Stores the former code or name in the row, and the present name in the catalog, as former names of the area.
    private mutating func storeFormerNames(
        id: String, _ record: Maker.Record, over existing: Maker.Record?, _ fields: inout RowFields
    ) throws
        -> Bool
    {
        guard Maker.isOfAreas else { return false }
        var changed = false
        if let name = former.formerName(of: id, from: &fields) {
            changed = try writer.upsert(name, batch: batch, line: fields.row.line) != .unchanged
            try move(from: name.formerCode, to: id, &fields)
        }
        if let old = Self.formerName(existing, now: record) {
            let name = FormerName(
                code: id, formerName: old, source: "the catalog before \(report.fileName) was imported")
            changed = try writer.upsert(name, batch: batch, line: fields.row.line) != .unchanged || changed
        }
        return changed
    }

    /// The present name of an area in the catalog; nil if the new name only differs in case.
    private static func formerName(_ existing: Maker.Record?, now record: Maker.Record) -> String? {
        guard let existing = existing as? any AreaRecord, let record = record as? any AreaRecord else { return nil }
        return existing.name.lowercased() == record.name.lowercased() ? nil : existing.name
    }

    private mutating func move(from former: String?, to code: String, _ fields: inout RowFields) throws {
        guard let former,
            let moved = try writer.moveVillage(from: former, to: code, batch: batch, line: fields.row.line)
        else { return }
        report.followed += moved
        fields.remark(
            .villageMoved, .formerCode, "The village '\(former)' is '\(code)' now; what was in it moved along.",
            "Nothing, if that is right.")
    }

    /// Counts the row's problems, and writes the row to the file of rejected rows if it was rejected.
    private mutating func settle(_ fields: RowFields) throws {
        for problem in fields.problems { report.problems.add(problem) }
        guard fields.isRejected else { return }
        report.counts.rejected += 1
        let reasons = fields.problems.filter { $0.effect == .rejected }.map { "\($0.message) \($0.remedy)" }
        try rejects?.write(fields.row, reason: reasons.joined(separator: " "))
    }
}

/// The names of a row of totals at the end of a sheet.
private enum TotalsRow {
    private static let names: Set = [
        "jumlah", "total", "jumlahtotal", "totaljumlah", "subtotal", "grandtotal", "jumlahkeseluruhan",
        "totalkeseluruhan",
    ]
    private static let longestName = 24

    static func isNamed(_ name: String) -> Bool {
        name.utf8.count <= longestName && names.contains(HeaderKey(name).text)
    }
}
