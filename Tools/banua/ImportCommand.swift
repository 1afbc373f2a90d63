import ArgumentParser
import Base
import Catalog
import CommandSupport
import Foundation
import Gazetteer
import Importing
import IndexDefinition

/// `banua import`: lists and data packages into the catalog.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Imports lists of regions, villages, sentra, products, outlets and links into the catalog.",
        discussion: """
            PATH is a CSV, TSV, GeoJSON or GeoPackage file, anything else that GDAL reads (XLSX, ODS, Shapefile, KML, \
            MapInfo), or a data package: a folder with a manifest.json. Each file is imported whole or not at all; \
            importing it again changes nothing. Run banua-rebuild afterwards.

            A row that cannot be imported is reported with its line and a remedy. The others are kept, and the exit \
            status is 65.
            """)

    @Argument(help: ArgumentHelp("The files and data packages to import, in this order.", valueName: "path"))
    var paths: [String]

    @Option(
        help: """
            What the rows are: regions, villages, sentra, products, outlets, former_names or links (default: found from \
            the headers).
            """
    )
    var kind: ImportKind?

    @Option(help: "How the file is read: csv, tsv, geojson, gpkg or ogr (default: found from its content).")
    var format: SourceFormat?

    @Option(help: ArgumentHelp("The sheet, table or layer to read, if the file has several.", valueName: "name"))
    var layer: String?

    @Option(
        help: ArgumentHelp(
            "The reference system of the coordinates, such as EPSG:32750 (default: the file's, else WGS 84).",
            valueName: "auth:code"))
    var crs: String?

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            "Read a field from the column with this header; without a header, from no column. May be repeated.",
            valueName: "field=header"
        ))
    var map: [String] = []

    @Flag(help: "Do everything but write to the catalog.")
    var dryRun = false

    @Flag(help: "Reject the whole file if one row is bad.")
    var strict = false

    @Option(
        help: ArgumentHelp(
            "Write rejected rows to this file, each with its reason. Correct them and import the file.",
            valueName: "file"))
    var rejects: String?

    @OptionGroup var data: DataOptions

    func run() throws {
        var rejected = 0
        try program.reporting {
            let words = try PlaceWords(files: IndexDefinition.analyzerFiles())
            let rehearsal = RehearsalFolder()
            let importer = Importer(
                catalog: try CatalogStore(path: catalogPath(rehearsal)), words: words, options: options,
                progress: Self.progress)
            try importer.run(paths) { report in
                rejected += report.counts.rejected
                try Terminal.write(ReportText.render(report) + "\n")
            }
        }
        if rejected > 0 { throw ExitCode(FailureKind.data.exitCode) }
    }

    private var options: ImportOptions {
        var options = ImportOptions()
        options.kind = kind
        options.format = format
        options.layer = layer
        options.crs = crs
        options.map = map
        options.isDryRun = dryRun
        options.isStrict = strict
        options.rejectsPath = rejects
        return options
    }

    /// The path of the catalog.
    ///
    /// A dry run without a catalog uses a temporary one.
    private func catalogPath(_ rehearsal: RehearsalFolder) -> String {
        let path = data.directory.appendingPathComponent(CatalogStore.fileName).path
        return dryRun && !FileManager.default.fileExists(atPath: path)
            ? rehearsal.url.appendingPathComponent(CatalogStore.fileName).path : path
    }

    private static func progress(_ file: String) -> ImportProgress? {
        let clock = ContinuousClock()
        let start = clock.now
        return ImportProgress(
            file: file, isTerminal: Terminal.isInteractive, width: Terminal.width, now: { clock.now - start },
            write: Terminal.sayPart)
    }
}

extension ImportKind: ExpressibleByArgument {}
extension SourceFormat: ExpressibleByArgument {}

/// A temporary folder, removed with the value.
private final class RehearsalFolder {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(
        "banua-rehearsal-\(UUID().uuidString)", isDirectory: true)

    deinit {
        // It is missing if no dry run needed it; what cannot be removed, the system cleans up.
        try? FileManager.default.removeItem(at: url)
    }
}
