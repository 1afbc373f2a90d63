import Foundation

/// A file that GDAL can read, and how.
struct OGRSource: Equatable {
    /// The format for people: "XLSX", "Shapefile".
    var name: String
    /// The argument of GDAL: the path, or a path within an archive.
    var dataset: String
    var unit = SourceUnit.feature
    /// Columns that the format adds to the list.
    var hiddenColumns: Set<String> = []

    static func xlsx(_ path: String) -> OGRSource { OGRSource(name: "XLSX", dataset: path, unit: .row) }
    static func ods(_ path: String) -> OGRSource { OGRSource(name: "ODS", dataset: path, unit: .row) }
    static func xls(_ path: String) -> OGRSource { OGRSource(name: "XLS", dataset: path, unit: .row) }
    static func shapefile(_ path: String) -> OGRSource { OGRSource(name: "Shapefile", dataset: path) }
    static func mapInfo(_ path: String) -> OGRSource { OGRSource(name: "MapInfo", dataset: path) }
    static func gml(_ path: String) -> OGRSource {
        OGRSource(name: "GML", dataset: path, hiddenColumns: ["gml_id", "fid"])
    }
    static func gpx(_ path: String) -> OGRSource { OGRSource(name: "GPX", dataset: path) }
    static func flatGeobuf(_ path: String) -> OGRSource { OGRSource(name: "FlatGeobuf", dataset: path) }
    static func any(_ path: String) -> OGRSource { OGRSource(name: "GDAL", dataset: path) }

    static func kml(_ path: String) -> OGRSource {
        OGRSource(
            name: "KML", dataset: path,
            hiddenColumns: [
                "id", "timestamp", "begin", "end", "altitudeMode", "tessellate", "extrude", "visibility", "drawOrder",
                "icon", "snippet",
            ])
    }

    /// The source for a file name extension in lower case.
    ///
    /// Returns nil if it is unknown.
    static func ofExtension(_ name: String, _ path: String) -> OGRSource? {
        switch name {
        case "shp", "dbf", "shx": shapefile(path)
        case "tab", "mif": mapInfo(path)
        case "kml": kml(path)
        case "gml": gml(path)
        case "gpx": gpx(path)
        default: nil
        }
    }

    /// The source for a ZIP archive: a spreadsheet, or a map in it.
    ///
    /// If there are several maps, `name` is the file name without extension of the one to read.
    static func archive(_ path: String, layer name: String?) throws -> OGRSource {
        let names = try ZipListing.names(path: path)
        if names.contains("xl/workbook.xml") { return xlsx(path) }
        if names.contains("mimetype"), names.contains("content.xml") { return ods(path) }
        var maps = names.filter { isMap($0) }
        if maps.count > 1, let name {
            maps = maps.filter { baseName($0) == name }
        }
        guard let map = maps.first else { throw ImportingError.archiveWithoutMap(path) }
        guard maps.count == 1 else { throw ImportingError.archiveOfMaps(path, maps: maps.map(baseName)) }
        let dataset = "/vsizip/{\(path)}/\(map)"
        return ofExtension((map as NSString).pathExtension.lowercased(), dataset) ?? any(dataset)
    }

    private static func isMap(_ name: String) -> Bool {
        let file = (name as NSString).lastPathComponent
        return !file.hasPrefix(".")
            && ["shp", "tab", "mif", "kml", "gml"].contains((file as NSString).pathExtension.lowercased())
    }

    private static func baseName(_ name: String) -> String {
        ((name as NSString).lastPathComponent as NSString).deletingPathExtension
    }

    /// The files of a map of several files (Shapefile, MapInfo), in order of their names.
    static func parts(of path: String) -> [String] {
        let url = URL(fileURLWithPath: path)
        let families: [Set<String>] = [
            ["shp", "shx", "dbf", "prj", "cpg"], ["tab", "dat", "map", "id", "ind"], ["mif", "mid"],
        ]
        guard let family = families.first(where: { $0.contains(url.pathExtension.lowercased()) }) else { return [path] }
        let base = url.deletingPathExtension().lastPathComponent
        // If the folder cannot be listed, only the named file counts.
        let names =
            (try? FileManager.default.contentsOfDirectory(atPath: url.deletingLastPathComponent().path)) ?? [
                url.lastPathComponent
            ]
        let parts = names.filter {
            baseName($0) == base && family.contains(($0 as NSString).pathExtension.lowercased())
        }
        return parts.sorted().map { url.deletingLastPathComponent().appendingPathComponent($0).path }
    }
}
