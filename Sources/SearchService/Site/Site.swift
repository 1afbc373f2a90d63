import Base
import Foundation
import IndexDefinition
import Mustache

/// The templates, texts and static files of the pages.
///
/// They are read once, when the service starts.
struct Site: Sendable {
    private let library: MustacheLibrary
    let languages: PageLanguages
    /// The facts that pages offer as filters.
    let facts: FactTable
    /// Files under /static, by their path there.
    let files: [String: StaticFile]
    let hasLeaflet: Bool
    let hasClusters: Bool
    let configuration: ServiceConfiguration
    /// The hash of everything that an answer depends on besides the index: the program, its resources, and settings.
    let edition: FNV1a

    /// Reads the directory of templates, texts and static files; if it is nil, that of the program.
    ///
    /// - Throws: an error of reading the resources. A template that does not parse is named.
    init(configuration: ServiceConfiguration, resources: URL? = nil) throws {
        self.configuration = configuration
        let resources = try resources ?? ResourceFolder.locate("SearchService")
        var edition = Self.programEdition()
        for text in [configuration.publicURL ?? "", configuration.tileURL, configuration.tileAttribution] {
            edition.addField(text)
        }
        library = try Self.library(resources.appending(path: "Templates"), &edition)
        languages = try PageLanguages(directory: resources)
        for language in languages.all {
            for (key, text) in languages.words(language).words.sorted(by: { $0.key < $1.key }) {
                edition.addField(key)
                edition.addField(text)
            }
        }
        facts = try IndexDefinition.facts()
        for label in facts.facts.flatMap({ $0.labels.sorted { $0.key < $1.key } }) { edition.addField(label.value) }
        files = try StaticFile.all(
            own: resources.appending(path: "Static"),
            libraries: URL(fileURLWithPath: configuration.javascriptLibraries))
        for name in files.keys.sorted() { edition.add(files[name]?.bytes ?? []) }
        self.edition = edition
        hasLeaflet = files["leaflet/leaflet.js"] != nil
        hasClusters = hasLeaflet && files["markercluster/leaflet.markercluster.js"] != nil
    }

    private static func library(_ directory: URL, _ edition: inout FNV1a) throws -> MustacheLibrary {
        var library = MustacheLibrary()
        let files = try FileManager.default.contentsOfDirectory(at: directory, includingPropertiesForKeys: nil)
        for file in files.sorted(by: { $0.path < $1.path }) where file.pathExtension == "mustache" {
            let template = try String(contentsOf: file, encoding: .utf8)
            try library.register(template, named: file.deletingPathExtension().lastPathComponent)
            edition.addField(template)
        }
        return library
    }

    /// The size and build time of the program.
    ///
    /// If the program cannot be read, only its resources are in the edition.
    private static func programEdition() -> FNV1a {
        var edition = FNV1a()
        if let path = Bundle.main.executablePath,
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        {
            edition.addField("\(attributes[.size] ?? "") \(attributes[.modificationDate] ?? "")")
        }
        return edition
    }

    /// The text of a page.
    func render(_ view: some PageView, template: String? = nil) -> String {
        library.render(TemplateValues.values(of: view), withTemplate: template ?? type(of: view).template) ?? ""
    }
}
