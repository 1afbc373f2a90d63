import Foundation
import Gazetteer
import Geo

/// The regions and villages of the bundled package, with the tables of Index/, as the importer reads them.
package enum PlaceFixtures {
    package static let words = Result { try PlaceWords(files: analyzerFiles) }.successOrEmpty
    package static let records = rows("gazetteer.tsv").map { columns in
        PlaceRecord(
            code: columns[0], name: columns[1], coordinate: coordinate(columns[2], columns[3]),
            accuracyMetres: Double(columns[4]))
    }
    package static let table = PlaceTable(records, words: words)
    package static let villages = table.places.filter { $0.level == .village }

    /// A resolver that has seen nothing yet.
    package static func resolver() -> PlaceResolver<PlaceTable> { PlaceResolver(table) }

    /// The rows of a table in Tests/GazetteerTests/Fixtures, split at tabs.
    package static func rows(_ name: String) -> [[String]] {
        rows(ofText: text("Tests/GazetteerTests/Fixtures/\(name)"))
    }

    /// The rows of a text, split at tabs; lines that begin with `#` are comments.
    package static func rows(ofText text: String) -> [[String]] {
        text.split(separator: "\n").filter { !$0.hasPrefix("#") }
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    }

    /// The texts of the two place tables by their paths within Index/Analyzers.
    package static let analyzerFiles = Dictionary(
        uniqueKeysWithValues: [PlaceWords.abbreviationsFile, PlaceWords.bynamesFile].map {
            ($0, text("Index/Analyzers/\($0)"))
        })

    /// The text of a file of the repository; empty if it cannot be read, and then the tests of its content fail.
    private static func text(_ path: String) -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        return (try? String(contentsOf: root.appending(path: path), encoding: .utf8)) ?? ""
    }

    private static func coordinate(_ longitude: String, _ latitude: String) -> Coordinate? {
        guard let longitude = Double(longitude), let latitude = Double(latitude) else { return nil }
        return Coordinate(longitude: longitude, latitude: latitude)
    }
}

extension Result<PlaceWords, any Error> {
    /// The words, or none if the tables cannot be read, and then the tests of the tables fail.
    fileprivate var successOrEmpty: PlaceWords {
        if case .success(let words) = self { words } else { PlaceWords() }
    }
}

extension PlaceTable {
    /// The name of the area of that level around a code; nil if there is none.
    package func name(of code: AdministrativeCode, at level: AdministrativeLevel) -> String? {
        code.ancestor(at: level).flatMap { place($0) }?.name
    }
}
