import Base

/// The messages of the readers.
extension ImportingError {
    // MARK: Files

    static func noSuchFile(_ path: String) -> Self {
        Self(.noInput, "There is no file '\(path)': check its name and folder.")
    }

    static func notAFile(_ path: String) -> Self {
        Self(.usage, "'\(path)' is not a file: name a file, or a folder with a manifest.json (a data package).")
    }

    static func unreadable(_ path: String, reason: String) -> Self {
        Self(.inputOutput, "'\(path)' cannot be read: \(reason).")
    }

    static func emptyFile(_ path: String) -> Self {
        Self(.data, "'\(path)' is empty: expected a row of headers and rows below it.")
    }

    // MARK: Text

    static func binary(_ path: String, line: Int) -> Self {
        Self(
            .data,
            "'\(path)' is not a text file: line \(line) holds a NUL byte. Save the list as CSV (UTF-8), or name its "
                + "format with --format."
        )
    }

    static func unclosedQuote(_ path: String, line: Int) -> Self {
        Self(
            .data,
            "'\(path)' ends inside quotes: the quote opened on line \(line) is never closed. Close it, or double it if "
                + "it is part of the text."
        )
    }

    static func recordTooLong(_ path: String, line: Int, limitBytes: Int) -> Self {
        Self(
            .data,
            "'\(path)' has a row longer than \(limitBytes >> 20) MiB, begun on line \(line): a quote there is probably "
                + "opened and never closed."
        )
    }

    // MARK: Databases and layers

    static func damagedDatabase(_ path: String, reason: String) -> Self {
        Self(.data, "'\(path)' cannot be read as a GeoPackage: \(reason). Export it again from its original program.")
    }

    static func noLayers(_ path: String) -> Self {
        Self(.data, "'\(path)' has no table of features or rows to import.")
    }

    static func layerUnknown(_ name: String, _ path: String, layers: [String]) -> Self {
        Self(
            .usage,
            "'\(path)' has no layer '\(name)': its layers are \(layers.map { "'\($0)'" }.joined(separator: ", ")).")
    }

    static func severalLayers(_ path: String, layers: [(name: String, count: Int64)]) -> Self {
        let names = layers.map { "'\($0.name)' (\($0.count) rows)" }.joined(separator: ", ")
        return Self(.usage, "'\(path)' has several layers: \(names). Name one with --layer.")
    }

    // MARK: Formats

    static func archiveWithoutMap(_ path: String) -> Self {
        Self(
            .data,
            "'\(path)' is a ZIP archive without a spreadsheet, Shapefile, MapInfo, KML or GML file in it: unpack it "
                + "and import what it holds."
        )
    }

    static func archiveOfMaps(_ path: String, maps: [String]) -> Self {
        Self(
            .usage,
            "'\(path)' holds several maps: \(maps.map { "'\($0)'" }.joined(separator: ", ")). Name one with --layer.")
    }

    static func arrayOfJSON(_ path: String) -> Self {
        Self(
            .data,
            "'\(path)' is JSON but not GeoJSON: it begins with '['. Expected a FeatureCollection, a Feature, or one "
                + "Feature a line."
        )
    }

    static func markup(_ path: String, isWebPage: Bool) -> Self {
        Self(
            .data,
            isWebPage
                ? "'\(path)' is a web page (HTML), although its name says otherwise: open it in a spreadsheet "
                    + "program and save it as XLSX or CSV."
                : "'\(path)' is XML of an unknown kind: expected KML, GML or GPX. Export it as GeoJSON, "
                    + "GeoPackage or CSV."
        )
    }

    static func gdalMissing(_ path: String, format: String) -> Self {
        Self(
            .usage,
            "'\(path)' (\(format)) is read through ogr2ogr, which is not installed: install the package gdal-bin "
                + "(apt-get install gdal-bin), or save the list as CSV, GeoJSON or GeoPackage.")
    }

    static func gdalFailed(_ path: String, format: String, reason: String) -> Self {
        Self(
            .data,
            "'\(path)' cannot be read as \(format): ogr2ogr says \"\(reason)\". Export it again, or save it as CSV.")
    }

    // MARK: GeoJSON

    static func brokenJSON(_ path: String, feature: Int, reason: String) -> Self {
        Self(
            .data,
            "'\(path)' is not GeoJSON at feature \(feature): \(reason). Export it again from its original program.")
    }

    static func notAFeature(_ path: String, feature: Int, type: String?) -> Self {
        Self(
            .data,
            "'\(path)' is not GeoJSON at feature \(feature): expected the type 'Feature', found "
                + "\(type.map { "'\($0)'" } ?? "none"). Export it again as GeoJSON.")
    }

    static func noFeatures(_ path: String) -> Self {
        Self(.data, "'\(path)' has no features to import.")
    }

    static func unknownCRS(_ path: String, text: String) -> Self {
        Self(
            .data,
            "'\(path)' states a CRS that is not understood: \(text.prefix(200)). State it with --crs, such as --crs "
                + "EPSG:32750."
        )
    }
}
