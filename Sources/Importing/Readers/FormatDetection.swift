import Foundation

/// Detects the format of a file by its content, and by its name only if the content is ambiguous.
enum FormatDetection: Equatable {
    case delimited(UInt8?)
    case geoJSON
    case geoPackage
    case ogr(OGRSource)

    private static let headBytes = 4096

    static func detect(_ path: String, options: ReaderOptions) throws -> FormatDetection {
        switch options.format {
        case .csv: return .delimited(nil)
        case .tsv: return .delimited(UInt8(ascii: "\t"))
        case .geojson: return .geoJSON
        case .gpkg: return .geoPackage
        case .ogr:
            if case .ogr(let source) = try look(into: path, layer: options.layer) { return .ogr(source) }
            return .ogr(.any(path))
        case nil: return try look(into: path, layer: options.layer)
        }
    }

    private static func look(into path: String, layer: String?) throws -> FormatDetection {
        let head = try head(of: path)
        let name = URL(fileURLWithPath: path).pathExtension.lowercased()
        if head.starts(with: "SQLite format 3\0".utf8) { return .geoPackage }
        if head.starts(with: [0x50, 0x4B, 3, 4]) { return .ogr(try .archive(path, layer: layer)) }
        if head.starts(with: [0, 0, 0x27, 0x0A]) { return .ogr(.shapefile(path)) }
        if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return .ogr(.xls(path)) }
        if head.starts(with: "fgb".utf8) && head.count > 3 && head[3] == 3 { return .ogr(.flatGeobuf(path)) }
        return try text(head, extension: name, path: path)
    }

    private static func text(_ head: [UInt8], extension name: String, path: String) throws -> FormatDetection {
        let text = try TextSource(MemorySource(head), chunkBytes: headBytes)
        var bytes = [UInt8](repeating: 0, count: headBytes * 3)
        let count = try bytes.withUnsafeMutableBytes { try text.read(into: $0) }
        let start = String(decoding: bytes[..<count], as: UTF8.self).drop { $0.isWhitespace }.lowercased()
        switch start.unicodeScalars.first {
        case "{", "\u{1E}": return .geoJSON
        case "[": throw ImportingError.arrayOfJSON(path)
        case "<": return .ogr(try markup(start, path: path))
        default: break
        }
        if start.hasPrefix("!table") || name == "mif" || name == "dbf" {
            return .ogr(.ofExtension(name, path) ?? .mapInfo(path))
        }
        return .delimited(name == "tsv" || name == "tab" ? UInt8(ascii: "\t") : nil)
    }

    /// The format of a text in angle brackets.
    ///
    /// A web page named as a spreadsheet is common enough for its own message.
    private static func markup(_ start: String, path: String) throws -> OGRSource {
        if start.contains("<kml") { return .kml(path) }
        if start.contains("<gpx") { return .gpx(path) }
        if start.contains("opengis.net/gml") || start.contains("<gml") { return .gml(path) }
        throw ImportingError.markup(path, isWebPage: start.contains("<html") || start.contains("<table"))
    }

    private static func head(of path: String) throws -> [UInt8] {
        let file = try FileSource(path: path, hashes: false)
        return try [UInt8](unsafeUninitializedCapacity: headBytes) { buffer, count in
            while count < headBytes {
                let read = try file.read(
                    into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...]))
                guard read > 0 else { return }
                count += read
            }
        }
    }
}
