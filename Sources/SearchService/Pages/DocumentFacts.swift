import Foundation
import IndexDefinition
import JSON
import Search

/// The properties of a document as label and value, their sources, and how accurate its position is.
enum DocumentFacts {
    /// Properties that the page shows in another way, or that only programs need.
    private static let hidden: Set = [
        "source_url", "sources", "source", "more_sources", "kind", "postcode_source", "place_text", "price_min_idr",
        "price_max_idr",
        "price_unit", "certification_text",
    ]

    static func facts(_ stored: StoredHit, _ words: PageWords) -> [FactView] {
        var facts: [FactView] = []
        if stored.hit.kind == .village { facts.append(FactView(label: words["fact.code"], value: stored.hit.id)) }
        for (name, value) in stored.properties where !hidden.contains(name) && isForReaders(name, words) {
            if let links = links(name, value, words) {
                facts.append(FactView(label: words.label(name), value: "", links: links))
                continue
            }
            guard let text = StoredHit.text(value), let shown = shown(name, text, stored, words) else { continue }
            facts.append(
                FactView(
                    label: words.label(name), value: shown, url: isLink(text) ? text : nil,
                    foreign: foreign(name, text, words)))
        }
        return facts
    }

    /// False for a text that only readers of another language are meant to see.
    private static func isForReaders(_ name: String, _ words: PageWords) -> Bool {
        name != "note_en" || words.language.code == "en"
    }

    /// The pages of the documents that a property lists; nil if it lists none.
    private static func links(_ name: String, _ value: JSONValue, _ words: PageWords) -> FactLinksView? {
        let kinds: [String: DocumentKind] = ["products": .product, "sentra": .sentra]
        guard let collection = kinds[name]?.description.plural, let documents = value.array else { return nil }
        let links = documents.compactMap { document -> LinkView? in
            guard let id = document["id"]?.string, let name = document["name"]?.string else { return nil }
            return LinkView(
                label: name, url: words.link("/collections/\(collection)/items/\(PercentEncoding.encoded(id))"))
        }
        return links.isEmpty ? nil : FactLinksView(items: links)
    }

    /// A value as people read it.
    ///
    /// Returns nil if another fact shows it.
    private static func shown(_ name: String, _ text: String, _ stored: StoredHit, _ words: PageWords) -> String? {
        switch name {
        case "category": return words.category(text)
        case "price": return stored.price(words) ?? text
        case "business_units", "workers":
            let number = stored.number(name).map(words.grouped) ?? text
            return number + (stored.property("figures_year").map { " (\($0))" } ?? "")
        case "figures_year":
            let hasFigures = ["business_units", "workers"].contains { stored.number($0) != nil }
            return hasFigures ? nil : text
        case "certifications":
            guard let written = stored.property("certification_text"), written != text else { return text }
            return "\(text) (\(written))"
        case "figures_source_url", "ovop_source_url": return isLink(text) ? host(text) : text
        default: return text
        }
    }

    /// The language of a text that is not in the language of the page.
    private static func foreign(_ name: String, _ text: String, _ words: PageWords) -> ForeignTextView? {
        let code: String
        switch name {
        case "english_name", "note_en": code = "en"
        case "note", "description": code = WrittenLanguage.code(of: text)
        default: return nil
        }
        guard code != words.language.code else { return nil }
        // The label of an English name says its language already.
        return ForeignTextView(language: code, remark: name == "english_name" ? nil : words["writtenIn.\(code)"])
    }

    static func sources(_ stored: StoredHit, _ words: PageWords) -> SourcesView {
        let links = ["source_url", "source", "sources", "more_sources"].compactMap { stored.property($0) }
            .flatMap { $0.split(separator: " ").map { String($0.hasSuffix(",") ? $0.dropLast() : $0) } }.filter(isLink)
        let unnamed = words[stored.hit.kind == .village ? "sourceVillage" : "sourceUnknown"]
        return SourcesView(
            links: links.map { LinkView(label: host($0), url: $0) }, unnamed: links.isEmpty ? unnamed : nil,
            placeText: stored.property("place_text"))
    }

    /// Only web addresses become links.
    ///
    /// A `javascript:` address in the data stays text.
    static func isLink(_ text: String) -> Bool {
        (text.hasPrefix("https://") || text.hasPrefix("http://"))
            && !text.contains { $0.isWhitespace || $0 == "\"" || $0 == "<" }
    }

    static func precision(_ stored: StoredHit, _ words: PageWords) -> String {
        guard stored.hit.coordinate != nil else { return words["precisionNone"] }
        let area = { (level: String) in stored.area(level)?.name ?? "" }
        switch stored.positionSource {
        case "district": return words.filled("precisionDistrict", area("district"))
        case "regency": return words.filled("precisionRegency", area("regency"))
        case "own" where stored.hit.kind != .village: return words["precisionOwn"]
        default:
            let village = stored.hit.kind == .village ? stored.hit.name : area("village")
            let point = words.filled("precisionVillage", village)
            return point + (stored.accuracyMetres.map { " " + words.filled("precisionMetres", words.length($0)) } ?? "")
        }
    }

    private static func host(_ url: String) -> String {
        let host = URL(string: url)?.host() ?? url
        return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    }
}
