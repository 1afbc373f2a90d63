import Foundation

@testable import SearchService

/// The source files of the pages.
enum SiteFiles {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
        "../../../Sources/SearchService/Site"
    ).standardizedFileURL

    /// The texts of the files with an ending, by name.
    static func texts(_ ending: String, in name: String = "") throws -> [String: String] {
        let folder = name.isEmpty ? folder : folder.appendingPathComponent(name)
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil).filter {
            $0.pathExtension == ending
        }
        return Dictionary(
            uniqueKeysWithValues: try files.map { ($0.lastPathComponent, try String(contentsOf: $0, encoding: .utf8)) })
    }

    /// The texts of the Swift files that make pages.
    static func code() throws -> [String: String] {
        try texts("swift").merging(texts("swift", in: "../Pages")) { first, _ in first }
    }

    static func templates() throws -> [String: String] { try texts("mustache", in: "Templates") }

    static func languages() throws -> PageLanguages { try PageLanguages(directory: folder) }

    /// The texts of each language, by its code.
    static func strings() throws -> [String: [String: String]] {
        let languages = try languages()
        return Dictionary(uniqueKeysWithValues: languages.all.map { ($0.code, languages.words($0).words) })
    }
}
