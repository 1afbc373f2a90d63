import Base
import Foundation

/// The common part of all pages: language, texts, region of the data, and layout.
struct Page {
    let words: PageWords
    /// The name of the region of the data.
    let region: String
    var layout: LayoutView
    private let site: Site

    init(_ request: RouteRequest, title: String) {
        let parameters = request.values.filter {
            !["collectionId", "featureId", "regencyId", CommonParameters.formatName, "part"].contains($0.key)
        }
        self.init(request.service.site, path: request.path, parameters: parameters, title: title, index: request.index)
        let query = parameters.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        layout.address = request.links.url(request.path, query)
    }

    init(_ site: Site, path: String, parameters: [String: String] = [:], title: String, index: OpenIndex?) {
        self.site = site
        words = site.languages.words(site.languages.language(parameters["lang"]))
        region = index?.regionName ?? words["country"]
        layout = LayoutView(site, words, region: region, title: title)
        layout.otherLanguages = Self.otherLanguages(site.languages, words.language, path: path, parameters)
        layout.generation = index?.name
    }

    func reply(_ view: some PageView, template: String? = nil) -> Reply {
        Reply(.html, text: site.render(view, template: template))
    }

    /// Links to the same page in the other languages.
    private static func otherLanguages(
        _ languages: PageLanguages, _ current: PageLanguage, path: String, _ parameters: [String: String]
    ) -> [LanguageLinkView] {
        let kept = parameters.filter { $0.key != "lang" && !$0.value.isEmpty }.sorted { $0.key < $1.key }.map {
            ($0.key, $0.value)
        }
        return languages.all.filter { $0 != current }.map { language in
            let query = kept + (languages.isDefault(language) ? [] : [("lang", language.code)])
            return LanguageLinkView(
                url: ServiceLinks.address(path, query), code: language.code, name: language.name)
        }
    }
}
