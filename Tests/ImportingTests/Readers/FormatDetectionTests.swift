import Base
import Foundation
import TestSupport
import Testing

@testable import Importing

@Suite("FormatDetection")
struct FormatDetectionTests {
    private func detect(_ bytes: Data, _ name: String, _ format: SourceFormat? = nil) throws -> (
        found: FormatDetection, path: String
    ) {
        let folder = try TemporaryDirectory()
        let path = try folder.write(bytes, to: name).path
        return (try FormatDetection.detect(path, options: ReaderOptions(format: format)), path)
    }

    @Test(
        "detects text formats by their first characters",
        arguments: [
            ("a,b\n", "x.csv", FormatDetection.delimited(nil)), ("a,b\n", "x.txt", .delimited(nil)),
            ("a\tb\n", "x.tsv", .delimited(9)),
            ("\u{FEFF} {\"type\":1}", "x.csv", .geoJSON), ("\u{1E}{}\n", "x.json", .geoJSON),
            ("a\tb\n", "x.tab", .delimited(9)),
        ])
    func text(text: String, name: String, expected: FormatDetection) throws {
        #expect(try detect(Data(text.utf8), name).found == expected)
    }

    @Test("detects the formats of GDAL by content, not by name", arguments: ["peta", "peta.csv", "peta.kml"])
    func ogr(name: String) throws {
        let kml = try detect(Data("<?xml version='1.0'?>\n<kml xmlns='x'>".utf8), name)
        #expect(kml.found == .ogr(.kml(kml.path)))
        let map = try detect(Data([0, 0, 0x27, 0x0A, 0]), name)
        #expect(map.found == .ogr(.shapefile(map.path)))
        let sheet = try detect(Data(contentsOf: fixture("desa.xlsx")), name)
        #expect(sheet.found == .ogr(.xlsx(sheet.path)))
        let open = try detect(Data(contentsOf: fixture("desa.ods")), name)
        #expect(open.found == .ogr(.ods(open.path)))
        #expect(try detect(Data(contentsOf: fixture("layers.gpkg")), name).found == .geoPackage)
        let zip = try detect(Data(contentsOf: fixture("peta.zip")), name)
        #expect(zip.found == .ogr(.shapefile("/vsizip/{\(zip.path)}/peta/desa.shp")))
    }

    @Test("--format overrides the content")
    func override() throws {
        #expect(try detect(Data("{".utf8), "x.json", .csv).found == .delimited(nil))
        #expect(try detect(Data("a,b".utf8), "x.csv", .tsv).found == .delimited(9))
        #expect(try detect(Data("a,b".utf8), "x.csv", .gpkg).found == .geoPackage)
        let any = try detect(Data("a,b".utf8), "x.dxf", .ogr)
        #expect(any.found == .ogr(.any(any.path)))
    }

    @Test(
        "rejects other formats with a remedy",
        arguments: [
            (
                "[1,2]",
                "is JSON but not GeoJSON: it begins with '['. Expected a FeatureCollection, a Feature, or one Feature a line."
            ),
            (
                "<html><table>",
                "is a web page (HTML), although its name says otherwise: open it in a spreadsheet program and save it as XLSX or CSV."
            ),
            (
                "<?xml version='1.0'?><a/>",
                "is XML of an unknown kind: expected KML, GML or GPX. Export it as GeoJSON, GeoPackage or CSV."
            ),
            (
                "PK\u{3}\u{4}....PK\u{5}\u{6}",
                "is a ZIP archive without a spreadsheet, Shapefile, MapInfo, KML or GML file in it: unpack it and import what it holds."
            ),
        ])
    func refused(text: String, message: String) {
        let error = importingError { _ = try detect(Data(text.utf8), "x.xls") }
        #expect(error?.kind == .data)
        #expect(error?.message.hasSuffix(message) == true)
    }
}
