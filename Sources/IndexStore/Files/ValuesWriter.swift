import Foundation
import IndexDefinition

/// Writes `values.bin`, document by document in ordinal order, in flat memory.
///
///     let writer = try ValuesWriter(path: directory + "/values.bin")
///     for draft in drafts { try writer.append(draft.values, nameKey: draft.nameKey) }
///     try writer.finish()
///
/// Memory: one buffer a column, and the name sorter's share.
final class ValuesWriter {
    private let file: ColumnFileWriter
    private let longitude: ColumnWriter<Double>
    private let latitude: ColumnWriter<Double>
    private let regency: ColumnWriter<UInt16>
    private let district: ColumnWriter<UInt16>
    private let category: ColumnWriter<UInt16>
    private let kind: ColumnWriter<UInt8>
    private let precision: ColumnWriter<UInt8>
    private let quality: ColumnWriter<UInt8>
    private let head: ColumnWriter<UInt8>
    private let lengths: [ColumnWriter<UInt16>]
    private let nameRank: ColumnWriter<UInt32>
    private let lengthTotals: ColumnWriter<UInt64>
    private let names: RecordSorter
    private let ranks: RecordSorter
    private var key: [UInt8] = []
    private var totals = [UInt64](repeating: 0, count: ValuesFormat.fieldCount)
    /// Documents appended so far: the ordinal of the next one.
    private(set) var count = 0

    init(path: String) throws {
        file = ColumnFileWriter(path: path, format: ValuesFormat.file)
        longitude = try file.addColumn(ValuesFormat.Column.longitude, of: Double.self)
        latitude = try file.addColumn(ValuesFormat.Column.latitude, of: Double.self)
        nameRank = try file.addColumn(ValuesFormat.Column.nameRank, of: UInt32.self)
        regency = try file.addColumn(ValuesFormat.Column.regency, of: UInt16.self)
        district = try file.addColumn(ValuesFormat.Column.district, of: UInt16.self)
        category = try file.addColumn(ValuesFormat.Column.category, of: UInt16.self)
        let file = file
        lengths = try ValuesFormat.Column.lengths.map { try file.addColumn($0, of: UInt16.self) }
        kind = try file.addColumn(ValuesFormat.Column.kind, of: UInt8.self)
        precision = try file.addColumn(ValuesFormat.Column.precision, of: UInt8.self)
        quality = try file.addColumn(ValuesFormat.Column.quality, of: UInt8.self)
        head = try file.addColumn(ValuesFormat.Column.head, of: UInt8.self)
        lengthTotals = try file.addColumn(ValuesFormat.Column.lengthTotals, of: UInt64.self)
        names = RecordSorter(scratchDirectory: (path as NSString).deletingLastPathComponent)
        ranks = RecordSorter(scratchDirectory: (path as NSString).deletingLastPathComponent)
    }

    /// Appends the next document.
    ///
    /// `nameKey` is its name as it sorts; equal ones keep the order of the ordinals.
    func append(_ values: DocumentValues, nameKey: String) throws {
        guard count < Int(UInt32.max) else {
            throw IndexStoreError.tooLarge("documents", count + 1, limit: Int(UInt32.max))
        }
        guard values.lengths.count <= ValuesFormat.fieldCount else {
            throw IndexStoreError.unexpectedCount(
                "field lengths", expected: ValuesFormat.fieldCount, found: values.lengths.count)
        }
        try longitude.append(values.longitude)
        try latitude.append(values.latitude)
        try regency.append(values.regency ?? ValuesFormat.none)
        try district.append(values.district ?? ValuesFormat.none)
        try category.append(values.category ?? ValuesFormat.none)
        try kind.append(values.kind)
        try precision.append(values.precision?.rawValue ?? ValuesFormat.noPrecision)
        try quality.append(values.quality)
        try head.append(values.headGroup)
        for field in 0..<ValuesFormat.fieldCount {
            let length = field < values.lengths.count ? UInt16(clamping: values.lengths[field]) : 0
            try lengths[field].append(length)
            totals[field] += UInt64(length)
        }
        try appendName(nameKey)
        count += 1
    }

    /// A name's record is its bytes, a zero that sorts a shorter name first, and the ordinal, big-endian.
    private func appendName(_ name: String) throws {
        key.removeAll(keepingCapacity: true)
        key.append(contentsOf: name.utf8)
        key.append(0)
        withUnsafeBytes(of: UInt32(count).bigEndian) { key.append(contentsOf: $0) }
        try key.withUnsafeBytes { try names.append($0) }
    }

    /// Sorts the names and writes the file.
    ///
    /// `facets` has the values that the ordinals of regencies, districts and categories stand for.
    func finish(facets: [FacetField: FacetTable] = [:]) throws {
        var rank: UInt32 = 0
        try names.drain { record in
            let ordinal = UInt32(bigEndian: record.loadUnaligned(fromByteOffset: record.count - 4, as: UInt32.self))
            try ranks.append(ordinal, rank)
            rank += 1
        }
        try ranks.drainPairs { _, rank in try nameRank.append(rank) }
        for total in totals { try lengthTotals.append(total) }
        for field in ValuesFormat.facets { try write(facets[field], of: field) }
        try file.finish(counts: [count])
    }

    private func write(_ table: FacetTable?, of field: FacetField) throws {
        let columns = ValuesFormat.facetColumns(field)
        for (names, strings) in [(columns.values, table?.values), (columns.labels, table?.labels)] {
            let writer = try StringColumnWriter(file, names)
            for string in strings ?? [] { try writer.append(string) }
            try writer.finish()
        }
    }
}
