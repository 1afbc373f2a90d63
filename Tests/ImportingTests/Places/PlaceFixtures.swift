import Foundation
import Geo
import Importing
import Testing

/// The regions and villages of the bundled package, with the tables of Index/, as the importer hands them in.
enum PlaceFixtures {
    static let words = PlaceWords(
        abbreviations: analyzer("place-abbreviations.txt"), bynames: analyzer("place-bynames.txt"))
    static let entries = records("gazetteer.tsv").map { columns in
        GazetteerEntry(
            code: columns[0], name: columns[1], coordinate: coordinate(columns[2], columns[3]),
            accuracyMetres: Double(columns[4]))
    }
    static let gazetteer = Gazetteer(entries: entries, words: words)
    static let villages = entries.filter { $0.level == .village }

    /// A resolver that has seen nothing yet.
    static func resolver() -> PlaceResolver { PlaceResolver(gazetteer) }

    /// The lines of a table in Fixtures/places, parted by tabs.
    static func records(_ name: String) -> [[String]] {
        parted(text(Bundle.module.bundleURL.appending(path: "Fixtures/places/\(name)")))
    }

    static func parted(_ text: String) -> [[String]] {
        text.split(separator: "\n").filter { !$0.hasPrefix("#") }
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    }

    static func analyzer(_ name: String) -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
        return text(root.appending(path: "Index/Analyzers/id/\(name)"))
    }

    private static func text(_ file: URL) -> String {
        do {
            return try String(contentsOf: file, encoding: .utf8)
        } catch {
            Issue.record("cannot read \(file.path): \(error)")
            return ""
        }
    }

    private static func coordinate(_ longitude: String, _ latitude: String) -> Coordinate? {
        guard let longitude = Double(longitude), let latitude = Double(latitude) else { return nil }
        return Coordinate(longitude: longitude, latitude: latitude)
    }
}

extension Gazetteer {
    /// The name of the area around a code that many digits long, nil where there is none.
    func name(_ code: String, upTo length: Int) -> String? { entry(code: String(code.prefix(length)))?.name }
}
