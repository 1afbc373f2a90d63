import Base
import Geo

/// The values of layout.mustache, which surrounds every page.
struct LayoutView: MergedView {
    var language: String
    /// The texts of the language by key.
    var t: [String: String]
    var title: String
    var description: String
    var tagline: String
    var isProblem = false
    /// The address that search engines keep for the page.
    var canonical: String?
    /// JSON-LD.
    var structuredData: String?
    var leaflet: Bool
    var cluster: Bool
    var mapSettings: MapSettingsView
    var homeURL: String
    var layersURL: String
    var apiURL: String
    var otherLanguages: [LanguageLinkView] = []
    /// The value of the hidden field `lang` of forms.
    ///
    /// Nil for the default language.
    var languageField: String?
    var generation: String?
    /// The address of the page, for print.
    var address: String?

    init(_ site: Site, _ words: PageWords, region: String, title: String) {
        language = words.language.code
        t = words.words
        self.title = title
        tagline = words.filled("tagline", region)
        description = tagline
        leaflet = site.hasLeaflet
        cluster = site.hasClusters
        mapSettings = MapSettingsView(
            tiles: site.configuration.tileURL, attribution: HTMLEscape.escaped(site.configuration.tileAttribution))
        homeURL = words.link("/")
        layersURL = words.link("/collections")
        apiURL = words.link("/api")
        languageField = words.languageParameter
    }
}

struct MapSettingsView: TemplateView {
    var tiles: String
    var attribution: String
}

/// The page in another language.
struct LanguageLinkView: TemplateView {
    var url: String
    var code: String
    var name: String
}

/// A link with its text.
struct LinkView: TemplateView {
    var label: String
    var url: String
}

/// A link with its text and the number of documents behind it.
struct CountLinkView: TemplateView {
    var label: String
    var count: String
    var url: String
}

/// A point of the map, as text.
struct PointView: TemplateView {
    var longitude: String
    var latitude: String

    init(_ coordinate: Coordinate) {
        longitude = "\(coordinate.longitude)"
        latitude = "\(coordinate.latitude)"
    }
}
