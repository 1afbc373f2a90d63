import Catalog
import Foundation
import Gazetteer

/// Imports files and data packages into a catalog, each file in one transaction.
///
///     let importer = Importer(catalog: catalog, words: words)
///     try importer.run(["sentra.csv"]) { print(ReportText.render($0)) }
///
/// A file without changes adds no batch. Rejected rows are reported and the others are imported, unless `isStrict` is
/// true.
package struct Importer: Sendable {
    let catalog: CatalogStore
    let words: PlaceWords
    let options: ImportOptions
    let makeProgress: @Sendable (_ file: String) -> ImportProgress?
    let now: @Sendable () -> Date

    /// Creates an importer that reads names of places with the abbreviations and by-names of `words`.
    package init(
        catalog: CatalogStore, words: PlaceWords = PlaceWords(), options: ImportOptions = ImportOptions(),
        progress: @escaping @Sendable (_ file: String) -> ImportProgress? = { _ in nil },
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.catalog = catalog
        self.words = words
        self.options = options
        makeProgress = progress
        self.now = now
    }

    /// Imports files and packages in their order.
    ///
    /// `report` is called after each file, so that the user sees the finished files even if a later file stops the
    /// import.
    ///
    /// - Throws: `ImportingError` or `CatalogError` if a file cannot be imported at all. The files before it stay
    ///   imported.
    package func run(_ paths: [String], report: (ImportReport) throws -> Void) throws {
        let files = try paths.flatMap { try expand($0) }
        let rejectsPaths = rejectsPaths(for: files)
        guard options.isDryRun else {
            for (file, rejects) in zip(files, rejectsPaths) {
                try report(catalog.write(keeping: isKept) { try importFile(file, rejects: rejects, $0) })
            }
            return
        }
        // Later files of a dry run must see the rows of earlier ones.
        try catalog.write(keeping: { false }) { writer in
            for (file, rejects) in zip(files, rejectsPaths) {
                try report(writer.part(keeping: isKept) { try importFile(file, rejects: rejects, writer) })
            }
        }
    }

    private func isKept(_ report: ImportReport) -> Bool {
        !report.isRefused && report.counts.added + report.counts.updated > 0
    }

    /// The files that a path stands for.
    private func expand(_ path: String) throws -> [ImportFile] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            return [ImportFile(path: path, name: URL(fileURLWithPath: path).lastPathComponent, options: options)]
        }
        return try DataPackage(folder: path).files(options: options)
    }

    /// The path for the rejected rows of a file.
    ///
    /// If several files are imported, it has the name of the file in its own.
    private func rejectsPaths(for files: [ImportFile]) -> [String?] {
        guard let path = options.rejectsPath else { return files.map { _ in nil } }
        guard files.count > 1 else { return [path] }
        let url = URL(fileURLWithPath: path)
        return files.map { file in
            let stem = URL(fileURLWithPath: file.path).deletingPathExtension().lastPathComponent
            let name = "\(url.deletingPathExtension().lastPathComponent)-\(stem)"
            let ending = url.pathExtension.isEmpty ? "" : ".\(url.pathExtension)"
            return url.deletingLastPathComponent().appendingPathComponent(name + ending).path
        }
    }

    /// Imports one file within the present transaction.
    private func importFile(_ file: ImportFile, rejects: String?, _ writer: CatalogWriter) throws -> ImportReport {
        let reader = try RowReaders.open(
            file.path, options: ReaderOptions(format: file.options.format, layer: file.options.layer))
        let map = try HeaderMap.make(
            headers: reader.headers, kind: file.options.kind, overrides: file.options.map, file: file.path)
        let source = Source(
            reader: reader, map: map, rejects: rejects.map { RejectsFile(path: $0, reader: reader) },
            progress: makeProgress(file.path),
            crs: file.options.crs ?? reader.crs)
        let batch = try writer.beginBatch(file: file.name, kind: map.kind, at: now())
        var report = ImportReport(
            file: file.path, kind: map.kind, format: reader.format, unit: reader.unit,
            mapping: file.isFromPackage ? nil : map.text)
        report.isDryRun = options.isDryRun
        report = try rows(of: source, writer, batch, report)
        try file.check(rows: report.counts.read, checksum: reader.checksum)
        report.isRefused = options.isStrict && report.counts.rejected > 0
        try writer.finishBatch(batch, checksumSHA256: reader.checksum(), counts: report.counts)
        return report
    }

    private struct Source {
        let reader: any RowReader
        let map: HeaderMap
        let rejects: RejectsFile?
        let progress: ImportProgress?
        let crs: String?
    }

    private func rows(of source: Source, _ writer: CatalogWriter, _ batch: Int64, _ report: ImportReport) throws
        -> ImportReport
    {
        func run(_ maker: some RecordMaker) throws -> ImportReport {
            var file = try FileImport(
                reader: source.reader, map: source.map, writer: writer, batch: batch, rejects: source.rejects,
                progress: source.progress, maker: maker, report: report)
            try file.run()
            return file.report
        }
        func positions(_ places: PlaceTable) throws -> PositionReader {
            try PositionReader(crs: source.crs, readsGeometries: source.reader.hasGeometry, places: places)
        }
        func placer() throws -> Placer {
            let places = try PlaceTable(writer.snapshot, words: words)
            return Placer(places: places, positions: try positions(places))
        }
        switch source.map.kind {
        case .regions:
            // There are no points yet to compare those of regions with.
            return try run(RegionMaker(positions: positions(PlaceTable([]))))
        case .villages:
            // Regions only: in a second import, villages of the same file must not decide about their own points.
            let regions = try PlaceTable(writer.snapshot, words: words, villages: false)
            let named = try PlaceTable(writer.snapshot, words: words)
            return try run(VillageMaker(positions: positions(regions), resolver: PlaceResolver(named)))
        case .sentra: return try run(SentraMaker(placer: placer()))
        case .products: return try run(ProductMaker(placer: placer()) { try writer.has(Sentra.self, id: $0) })
        case .outlets: return try run(OutletMaker(placer: placer()))
        case .formerNames: return try run(FormerNameMaker())
        case .links:
            return try run(
                LinkMaker(
                    hasProduct: { try writer.has(Product.self, id: $0) },
                    hasSentra: { try writer.has(Sentra.self, id: $0) }))
        }
    }
}

extension PlaceTable {
    /// The regions and villages of the catalog with their former names.
    package convenience init(_ snapshot: CatalogSnapshot, words: PlaceWords, villages: Bool = true) throws {
        var records: [PlaceRecord] = []
        try snapshot.forEachRegion { region in
            records.append(
                PlaceRecord(
                    code: region.code, name: region.name, kind: region.kind.rawValue, coordinate: region.coordinate,
                    accuracyMetres: region.positionAccuracyMetres))
        }
        if villages {
            try snapshot.forEachVillage { village in
                records.append(
                    PlaceRecord(
                        code: village.code, name: village.name, kind: village.kind.rawValue,
                        coordinate: village.coordinate, accuracyMetres: village.positionAccuracyMetres))
            }
        }
        let former = try snapshot.formerNames().map {
            FormerPlaceName(code: $0.code, formerCode: $0.formerCode, formerName: $0.formerName)
        }
        self.init(records, former: former, words: words)
    }
}
