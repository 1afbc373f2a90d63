import Base
import Foundation
import Geo
import TestSupport
import Testing

@testable import Importing

/// Tests with GDAL run only if it is installed.
///
/// Tests of its absence always run.
private let hasGDAL = FileManager.default.isExecutableFile(atPath: "/usr/bin/ogr2ogr")

@Suite("OGRConverter", .enabled(if: hasGDAL))
struct OGRConverterTests {
    struct File: Sendable {
        var name: String
        var format: String
        var unit = SourceUnit.feature
        var crs: String? = "EPSG:4326"
        var lines = [1, 2, 3]
        /// Columns that the format adds before those of the list.
        var leading: [String] = []
    }

    static let files: [File] = [
        File(name: "desa.xlsx", format: "XLSX through GDAL, layer 'desa'", unit: .row, crs: nil, lines: [2, 3, 4]),
        File(name: "desa.ods", format: "ODS through GDAL, layer 'desa'", unit: .row, crs: nil, lines: [2, 3, 4]),
        File(name: "desa-23837.shp", format: "Shapefile through GDAL, layer 'desa-23837'", crs: "EPSG:23837"),
        File(name: "peta.zip", format: "Shapefile through GDAL, layer 'desa'", crs: "EPSG:23837"),
        File(name: "desa.kml", format: "KML through GDAL, layer 'desa'", leading: ["Name", "description"]),
        File(name: "desa.gml", format: "GML through GDAL, layer 'desa'"),
        File(name: "desa-mif.mif", format: "MapInfo through GDAL, layer 'desa-mif'"),
        File(name: "desa-tab.tab", format: "MapInfo through GDAL, layer 'desa-tab'"),
    ]

    @Test("reads a list with headers, leading zeros, text and CRS", arguments: files)
    func list(file: File) throws {
        let reader = try RowReaders.open(fixture(file.name).path)
        #expect(reader.format == file.format)
        #expect(reader.unit == file.unit)
        #expect(reader.crs == file.crs)
        #expect(
            reader.headers == file.leading + [
                "kode", "nama", "kbli", "harga", "penduduk", "tanggal", "lintang", "bujur",
            ])
        let rows = try reader.allRows()
        let date = file.name == "desa.kml" ? "2024/01/31" : "2024-01-31"
        #expect(rows.map(\.line) == file.lines)
        #expect(rows.map { $0.values[file.leading.count] } == ["01", "63.05.02.2005", "6301012001"])
        #expect(rows[0].values.suffix(8) == ["01", "Hiyung", "0123", "12,5", "1200", date, "-2.9", "115.25"])
        #expect(rows[1].values[file.leading.count + 1] == "Kué Lupis")
        #expect(rows.allSatisfy { $0.problem == nil && ($0.geometry != nil) == reader.hasGeometry })
        #expect(reader.hasGeometry == (file.crs != nil))
    }

    @Test("the positions of a Shapefile are in its CRS", arguments: ["desa-23837.shp", "peta.zip"])
    func projected(name: String) throws {
        let rows = try RowReaders.open(fixture(name).path).allRows()
        // Positions computed by cs2cs.
        let expected = [(172208.2204, 1179360.8510), (126663.3069, 1124055.5785), (103609.1071, 1084582.2976)]
        for (row, (easting, northing)) in zip(rows, expected) {
            guard case .point(let point) = row.geometry else {
                Issue.record("no point")
                continue
            }
            #expect(abs(point.longitude - easting) < 0.001 && abs(point.latitude - northing) < 0.001)
        }
    }

    @Test("lists several sheets or maps of an archive, and reads the one with a name")
    func layers() throws {
        let sheets = fixture("sheets.xlsx").path
        #expect(
            importingError { _ = try RowReaders.open(sheets) }?.message
                == "'\(sheets)' has several layers: 'Data' (3 rows), 'Rekap' (3 rows). Name one with --layer.")
        #expect(try RowReaders.open(sheets, options: ReaderOptions(layer: "Rekap")).allRows().count == 3)
        let maps = fixture("peta-dua.zip").path
        #expect(
            importingError { _ = try RowReaders.open(maps) }?.message
                == "'\(maps)' holds several maps: 'desa', 'kecamatan'. Name one with --layer.")
        #expect(try RowReaders.open(maps, options: ReaderOptions(layer: "kecamatan")).allRows().count == 3)
    }

    @Test(
        "never treats a file name as an option, command or connection",
        arguments: ["-f.kml", "a b;$(touch x)'\".kml", "PG:x.kml", "é%20?.kml"])
    func strangeNames(name: String) throws {
        let folder = try TemporaryDirectory()
        let file = try folder.write(Data(contentsOf: fixture("desa.kml")), to: name)
        #expect(try RowReaders.open(file.path).allRows().count == 3)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [name])
    }

    @Test("an error of GDAL is quoted")
    func refused() throws {
        let folder = try TemporaryDirectory()
        let file = try folder.write("<kml><ini bukan", to: "rusak.kml")
        let error = importingError { _ = try RowReaders.open(file.path) }
        #expect(error?.kind == .data)
        #expect(error?.message.hasPrefix("'\(file.path)' cannot be read as KML: ogr2ogr says \"ERROR ") == true)
        #expect(error?.message.hasSuffix("\". Export it again, or save it as CSV.") == true)
    }

    @Test("does not follow a disguised file that refers to others")
    func falseName() throws {
        let folder = try TemporaryDirectory()
        let secret = fixture("desa.kml").path
        let file = try folder.write(
            "<OGRVRTDataSource><!-- <kml --><OGRVRTLayer name=\"desa\"><SrcDataSource>\(secret)</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>",
            to: "peta.kml")
        for format in [nil, SourceFormat.ogr] {
            #expect(
                importingError { _ = try RowReaders.open(file.path, options: ReaderOptions(format: format)) }?.kind
                    == .data)
        }
    }

    @Test("the checksum of a Shapefile covers all its files")
    func checksum() throws {
        let folder = try TemporaryDirectory()
        for part in ["shp", "shx", "dbf", "prj", "cpg"] {
            try folder.write(Data(contentsOf: fixture("desa-23837.\(part)")), to: "desa.\(part)")
        }
        let path = folder.url.appendingPathComponent("desa.shp").path
        let before = try RowReaders.open(path).checksum()
        #expect(try RowReaders.open(path).checksum() == before)
        try folder.write("ISO-8859-1", to: "desa.cpg")
        #expect(try RowReaders.open(path).checksum() != before)
    }
}

@Suite("OGRConverter without GDAL")
struct GDALMissingTests {
    @Test("reports the package to install")
    func missing() {
        let error = importingError {
            _ = try OGRConverter(source: .xlsx("/x/desa.xlsx"), path: "/x/desa.xlsx", searchPath: "/tidak/ada")
        }
        #expect(
            error
                == ImportingError(
                    .usage,
                    "'/x/desa.xlsx' (XLSX) is read through ogr2ogr, which is not installed: install the package gdal-bin "
                        + "(apt-get install gdal-bin), or save the list as CSV, GeoJSON or GeoPackage."))
    }
}
