import Base
import Foundation
import Geo
import JSON
import TestSupport
import Testing

@testable import Importing

@Suite("GeoPackageReader with files of GDAL")
struct GeoPackageReaderTests {
    @Test("reads a projected layer: headers, codes, numbers, dates, CRS and positions")
    func projected() throws {
        let reader = try RowReaders.open(fixture("desa-32750.gpkg").path)
        #expect(reader is GeoPackageReader)
        #expect(reader.format == "GeoPackage, layer 'desa'")
        #expect(reader.headers == ["fid", "kode", "nama", "kbli", "harga", "penduduk", "tanggal", "lintang", "bujur"])
        #expect(reader.crs == "EPSG:32750")
        #expect(reader.hasGeometry && reader.unit == .feature)
        let rows = try reader.allRows()
        #expect(rows.map(\.line) == [1, 2, 3])
        #expect(rows[0].values == ["1", "01", "Hiyung", "0123", "12,5", "1200", "2024-01-31", "-2.9", "115.25"])
        #expect(
            rows[1].values == ["2", "63.05.02.2005", "Kué Lupis", "13121", "100", "", "2024-02-01", "-3.4", "114.84"])
        // Positions computed by cs2cs.
        let expected = [(305486.2359, 9679309.7950), (260009.4855, 9623925.0350), (237010.8109, 9584398.5454)]
        for (row, (easting, northing)) in zip(rows, expected) {
            guard case .point(let point) = row.geometry else {
                Issue.record("no point")
                continue
            }
            #expect(abs(point.longitude - easting) < 0.001 && abs(point.latitude - northing) < 0.001)
        }
        #expect(reader.bytesRead == reader.totalBytes)
        #expect(try reader.checksum() == FileSource(path: fixture("desa-32750.gpkg").path).checksum())
    }

    @Test("reads every geometry type of GDAL")
    func geometries() throws {
        let reader = try GeoPackageReader(path: fixture("geometries.gpkg").path, layer: nil)
        let found = try reader.allRows().map { row in
            #expect(row.problem == nil)
            return
                "\(row.values[1]): \(row.geometry.map { $0.json.text.replacing("\"", with: "").replacing("coordinates:", with: "") } ?? "none")"
        }
        #expect(
            found == [
                "point: {type:Point,[115,-3]}", "point z: {type:Point,[115,-3]}", "point m: {type:Point,[115,-3]}",
                "point zm: {type:Point,[115,-3]}", "point empty: none", "line: {type:LineString,[[0,0],[1,1],[2,0]]}",
                "polygon: {type:Polygon,[[[0,0],[4,0],[4,4],[0,0]],[[1,1],[2,2],[2,1],[1,1]]]}",
                "polygon z: {type:Polygon,[[[0,0],[4,0],[4,4],[0,0]]]}", "multipoint: {type:MultiPoint,[[1,2],[3,4]]}",
                "multiline: {type:MultiLineString,[[[0,0],[1,1]],[[2,2],[3,3]]]}",
                "multipolygon: {type:MultiPolygon,[[[[0,0],[4,0],[4,4],[0,0]]],[[[5,5],[6,5],[6,6],[5,5]]]]}",
                "collection: {type:GeometryCollection,geometries:[{type:Point,[1,2]},{type:LineString,[[0,0],[1,1]]}]}",
                "circular: {type:LineString,[[0,0],[1,1],[2,0]]}",
                "compound: {type:LineString,[[0,0],[1,1],[2,0],[2,0],[3,0]]}",
                "curvepolygon: {type:Polygon,[[[0,0],[4,0],[4,4],[0,0]]]}",
                "multicurve: {type:MultiLineString,[[[0,0],[1,1]]]}",
                "multisurface: {type:MultiPolygon,[[[[0,0],[4,0],[4,4],[0,0]]]]}",
                "polyhedral: {type:MultiPolygon,[[[[0,0],[4,0],[4,4],[0,0]]],[[[0,0],[4,0],[4,4],[0,0]]]]}",
                "tin: {type:MultiPolygon,[[[[0,0],[4,0],[4,4],[0,0]]]]}",
                "triangle: {type:Polygon,[[[0,0],[4,0],[4,4],[0,0]]]}",
            ])
    }

    @Test("lists several layers in an error, and reads the one of --layer")
    func layers() throws {
        let path = fixture("layers.gpkg").path
        let error = importingError { _ = try RowReaders.open(path) }
        #expect(
            error
                == ImportingError(
                    .usage,
                    "'\(path)' has several layers: 'desa' (3 rows), 'batas \"desa\"' (3 rows). Name one with --layer."))
        for name in ["desa", "batas \"desa\"", "catatan"] {
            let reader = try RowReaders.open(path, options: ReaderOptions(layer: name))
            #expect(try reader.allRows().count == 3)
            #expect(reader.hasGeometry == (name != "catatan"))
        }
        #expect(
            importingError { _ = try RowReaders.open(path, options: ReaderOptions(layer: "kota")) }?.message
                == "'\(path)' has no layer 'kota': its layers are 'desa', 'batas \"desa\"', 'catatan'.")
    }

    @Test("a corrupt geometry is a problem of its row only; a truncated file is an error")
    func damaged() throws {
        let folder = try TemporaryDirectory()
        let data = try Data(contentsOf: fixture("desa-32750.gpkg"))
        var broken = data
        let header = Data([0x47, 0x50, 0, 1, 0xEE, 0x7F, 0, 0, 1])
        let start = try #require(broken.range(of: header)?.lowerBound)
        broken[start + 8] = 9
        let rows = try GeoPackageReader(path: folder.write(broken, to: "a.gpkg").path, layer: nil).allRows()
        #expect(rows.count(where: { $0.problem?.cause == .geometry }) == 1)
        #expect(
            rows.compactMap(\.problem).first?.message
                == "The geometry cannot be read: its binary form does not begin with a byte order.")
        let cut = try folder.write(data.prefix(5000), to: "b.gpkg").path
        #expect(importingError { _ = try GeoPackageReader(path: cut, layer: nil).allRows() }?.kind == .data)
    }

    @Test("an SQLite file that is not a GeoPackage has nothing to import")
    func plainSQLite() throws {
        let folder = try TemporaryDirectory()
        let file = try folder.write(Data(), to: "kosong.gpkg")
        #expect(
            importingError { _ = try GeoPackageReader(path: file.path, layer: nil) }
                == ImportingError(.data, "'\(file.path)' has no table of features or rows to import."))
    }
}
