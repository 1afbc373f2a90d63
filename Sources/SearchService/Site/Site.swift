import Base
import Foundation
import HTTPTypes
import IndexDefinition
import Mustache

/// The pages: their templates, words and files, read once when the service starts.
struct Site: Sendable {
    private let library: MustacheLibrary
    private let words: [Language: [String: String]]
    /// Files under /static, by their path there.
    let files: [String: StaticFile]
    let hasLeaflet: Bool
    let hasClusters: Bool
    let configuration: ServiceConfiguration
    /// What an answer depends on besides the index: the program, its resources, and the settings that show.
    let edition: FNV1a

    /// Throws: what reading the resources throws; a template that does not parse is named.
    init(configuration: ServiceConfiguration) throws {
        self.configuration = configuration
        let resources = try ResourceFolder.locate("SearchService")
        var edition = Self.programEdition()
        for text in [configuration.publicURL ?? "", configuration.tileURL, configuration.tileAttribution] {
            edition.addField(text)
        }
        var library = MustacheLibrary()
        for file in try FileManager.default.contentsOfDirectory(
            at: resources.appendingPathComponent("Templates"), includingPropertiesForKeys: nil)
        where file.pathExtension == "mustache" {
            let template = try String(contentsOf: file, encoding: .utf8)
            try library.register(template, named: file.deletingPathExtension().lastPathComponent)
            edition.addField(template)
        }
        self.library = library
        let table = try Data(contentsOf: resources.appendingPathComponent("Strings.json"))
        edition.add(table)
        let strings = try JSONDecoder().decode([String: [String: String]].self, from: table)
        words = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, strings[$0.rawValue] ?? [:]) })
        files = try StaticFile.all(
            own: resources.appendingPathComponent("Static"),
            libraries: URL(fileURLWithPath: configuration.javascriptLibraries))
        for name in files.keys.sorted() { edition.add(files[name]?.bytes ?? []) }
        self.edition = edition
        hasLeaflet = files["leaflet/leaflet.js"] != nil
        hasClusters = hasLeaflet && files["markercluster/leaflet.markercluster.js"] != nil
    }

    /// The program by its size and the time it was built; it may not be readable, and then its resources alone tell
    /// editions apart.
    private static func programEdition() -> FNV1a {
        var edition = FNV1a()
        if let path = Bundle.main.executablePath,
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        {
            edition.addField("\(attributes[.size] ?? "") \(attributes[.modificationDate] ?? "")")
        }
        return edition
    }

    func words(_ language: Language) -> [String: String] { words[language] ?? [:] }

    /// The text of a template over a page's values.
    func render(_ template: String, _ values: [String: Any]) -> String {
        library.render(values, withTemplate: template) ?? ""
    }

    /// A strict policy: our own scripts and styles, and pictures of the map's tiles.
    var securityHeaders: [(HTTPField.Name, String)] {
        let tiles = configuration.tileURL.split(separator: "/", omittingEmptySubsequences: true).prefix(2).joined(
            separator: "//")
        let host = configuration.tileURL.isEmpty ? "" : " " + tiles.replacing("{s}", with: "*")
        let policy =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:\(host); connect-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        return [
            (.contentSecurityPolicy, policy), (.xContentTypeOptions, "nosniff"),
            (.referrerPolicy, "strict-origin-when-cross-origin"),
            (.permissionsPolicy, "geolocation=(self), camera=(), microphone=()"),
        ]
    }
}

extension HTTPField.Name {
    static let referrerPolicy = HTTPField.Name("Referrer-Policy") ?? .via
    static let permissionsPolicy = HTTPField.Name("Permissions-Policy") ?? .via
}
