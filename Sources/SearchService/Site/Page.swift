import Foundation
import Geo

/// What every page has: language, words, title, and the layout's values.
struct Page {
    let request: RouteRequest
    let words: PageWords
    var values: [String: Any]

    init(_ request: RouteRequest, title: String, description: String? = nil) {
        self.request = request
        let language = Language(request)
        words = PageWords(language: language, words: request.service.site.words(language))
        let site = request.service.site
        let isAsked = request.text("lang") != nil
        var others = request.values.filter { $0.key != "lang" && $0.key != "f" && !request.path.contains($0.value) }.sorted {
            $0.key < $1.key
        }
        others.append(("lang", language.other.rawValue))
        values = [
            "language": language.rawValue, "t": words.words, "title": title, "description": description ?? words["tagline"],
            "otherLanguage": language.other.rawValue, "languageQuery": isAsked ? "?lang=\(language.rawValue)" : "",
            "otherLanguageURL": request.path + "?" + others.map { "\($0.key)=\(FeatureLinks.escaped($0.value))" }.joined(separator: "&"),
            "leaflet": site.hasLeaflet, "cluster": site.hasClusters,
            "mapSettings": ["tiles": site.configuration.tileURL, "attribution": HitView.escaped(site.configuration.tileAttribution)],
        ]
        values["languageField"] = isAsked ? language.rawValue : nil
        values["generation"] = request.index?.name
    }

    /// `?lang=en` to carry on a chosen language, else nothing.
    var languageQuery: String { values["languageQuery"] as? String ?? "" }

    func reply(_ template: String) -> Reply { Reply(.html, text: request.service.site.render(template, values)) }
}
