import Base
import Foundation
import Geo

/// What every page has: language, words, title, and the layout's values.
struct Page {
    let site: Site
    let words: PageWords
    var values: [String: Any]

    init(_ request: RouteRequest, title: String, description: String? = nil) {
        let parameters = request.values.filter { !["collectionId", "featureId", "f", "part"].contains($0.key) }
        self.init(
            request.service.site, path: request.path, parameters: parameters, title: title, description: description,
            generation: request.index?.name)
        let query = parameters.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        values["address"] = FeatureLinks(request).url(request.path, query)
    }

    init(
        _ site: Site, path: String, parameters: [String: String] = [:], title: String, description: String? = nil,
        generation: String? = nil
    ) {
        self.site = site
        let language = Language(asked: parameters["lang"])
        words = PageWords(language: language, words: site.words(language))
        var others = parameters.filter { $0.key != "lang" && !$0.value.isEmpty }.sorted { $0.key < $1.key }
        if language.other != .indonesian { others.append(("lang", language.other.rawValue)) }
        values = [
            "language": language.rawValue, "t": words.words, "title": title,
            "description": description ?? words["tagline"],
            "otherLanguage": language.other.rawValue,
            "otherLanguageURL": path + (others.isEmpty ? "" : "?")
                + others.map { "\($0.key)=\(FeatureLinks.escaped($0.value))" }.joined(separator: "&"),
            "leaflet": site.hasLeaflet, "cluster": site.hasClusters,
            "mapSettings": [
                "tiles": site.configuration.tileURL,
                "attribution": HTMLEscape.escaped(site.configuration.tileAttribution),
            ],
        ]
        values["languageField"] = language == .indonesian ? nil : language.rawValue
        values["generation"] = generation
        for (name, address) in [("home", "/"), ("layers", "/collections"), ("api", "/api")] {
            values["\(name)URL"] = words.link(address)
        }
    }

    func reply(_ template: String) -> Reply { Reply(.html, text: site.render(template, values)) }
}
