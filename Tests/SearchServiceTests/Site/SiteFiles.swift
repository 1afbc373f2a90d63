import Foundation

/// The sources of the pages, as they lie in the checkout.
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

    static func templates() throws -> [String: String] { try texts("mustache", in: "Templates") }

    static func strings() throws -> [String: [String: String]] {
        try JSONDecoder().decode(
            [String: [String: String]].self, from: Data(contentsOf: folder.appendingPathComponent("Strings.json")))
    }
}
