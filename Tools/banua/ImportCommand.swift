import ArgumentParser
import Base
import Catalog
import Foundation
import Importing
import IndexDefinition

/// `banua import`: lists and data packages into the catalog.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Imports lists of regions, villages, sentra and products into the catalog.",
        discussion: """
            PATH is a CSV, TSV, GeoJSON or GeoPackage file, anything else that GDAL reads (XLSX, ODS, Shapefile, KML, MapInfo), or a data package: \
            a folder with a manifest.json. Each file is taken whole or not at all; importing it again changes nothing. Run banua-rebuild afterwards.

            A row that cannot be taken is told of with its line and a remedy, the others are kept, and the exit status is 65.
            """)

    @Argument(help: ArgumentHelp("The files and data packages to import, in this order.", valueName: "path"))
    var paths: [String]

    @Option(
        help: "What the rows are: regions, villages, sentra, products or former_names (default: told from the headers)."
    )
    var kind: ImportKind?

    @Option(help: "How the file is read: csv, tsv, geojson, gpkg or ogr (default: found by looking into it).")
    var format: SourceFormat?

    @Option(help: ArgumentHelp("The sheet, table or layer to read, where a file has several.", valueName: "name"))
    var layer: String?

    @Option(
        help: ArgumentHelp(
            "The reference system of the coordinates, such as EPSG:32750 (default: the file's, else WGS 84).",
            valueName: "auth:code"))
    var crs: String?

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            "Take a field from the column of this header; with no header, from none. May be given several times.",
            valueName: "field=header"
        ))
    var map: [String] = []

    @Flag(help: "Do everything but write to the catalog.")
    var dryRun = false

    @Flag(help: "Refuse the whole file if one row is bad.")
    var strict = false

    @Option(
        help: ArgumentHelp(
            "Write rejected rows to this file, with the reason behind: mend them and import it.", valueName: "file"))
    var rejects: String?

    @OptionGroup var data: DataOptions

    func run() throws {
        var rejected = 0
        try CommandFailure.reporting {
            let files = try IndexDefinition.analyzerFiles()
            let words = PlaceWords(
                abbreviations: files["id/place-abbreviations.txt"] ?? "", bynames: files["id/place-bynames.txt"] ?? "")
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

    /// The catalog; for a dry run where there is none yet, one that goes away with the run.
    private func catalogPath(_ rehearsal: RehearsalFolder) -> String {
        let path = data.directory.appendingPathComponent(CatalogStore.fileName).path
        return dryRun && !FileManager.default.fileExists(atPath: path)
            ? rehearsal.url.appendingPathComponent(CatalogStore.fileName).path : path
    }

    private static func progress(_ file: String) -> ImportProgress? {
        let clock = ContinuousClock()
        let start = clock.now
        return ImportProgress(
            file: file, isTerminal: Terminal.isTerminal, width: Terminal.width, now: { clock.now - start },
            // Nobody is left to tell where standard error cannot be written to.
            write: { try? FileHandle.standardError.write(contentsOf: Data($0.utf8)) })
    }
}

extension ImportKind: ExpressibleByArgument {}
extension SourceFormat: ExpressibleByArgument {}

/// A folder that goes away with the value; made when it is asked for.
private final class RehearsalFolder {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(
        "banua-rehearsal-\(UUID().uuidString)", isDirectory: true)

    deinit {
        // Where there is none there is nothing to remove, and what cannot be removed the system will clean up.
        try? FileManager.default.removeItem(at: url)
    }
}

extension Terminal {
    /// True where standard error goes to a person.
    fileprivate static var isTerminal: Bool {
        isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
    }

    fileprivate static var width: Int {
        var size = winsize()
        return ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 20 ? Int(size.ws_col) : 80
    }
}
