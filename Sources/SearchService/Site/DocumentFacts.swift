import Foundation
import Geo
import IndexDefinition
import Search

/// The facts of a document as label and value, where they come from, and how exactly it is placed.
enum DocumentFacts {
    /// Properties that the page tells in another way, or that only programs want.
    private static let elsewhere: Set = [
        "source_url", "sources", "source", "kind", "postcode_source", "place_text", "price_min_idr", "price_max_idr",
        "price_unit",
        "certification_text",
    ]

    static func facts(_ stored: StoredHit, _ words: PageWords) -> [[String: Any]] {
        var facts: [[String: Any]] = []
        if stored.hit.kind == .village { facts.append(["label": words["fact.code"], "value": stored.hit.id]) }
        for (name, value) in stored.properties where !elsewhere.contains(name) {
            guard let text = StoredHit.text(value), let shown = shown(name, text, stored, words) else { continue }
            var fact: [String: Any] = ["label": words.label(name), "value": shown]
            if name == "sentra_id" {
                fact["url"] = words.link("/collections/sentra/items/\(FeatureLinks.escaped(text))")
            }
            if isLink(text) { fact["url"] = text }
            if isForeign(name, text, words) {
                let isSaid = name == "english_name"
                fact["foreign"] =
                    ["language": words.language.other.rawValue, "remark": isSaid ? false : words["foreign"]]
                    as [String: Any]
            }
            facts.append(fact)
        }
        return facts
    }

    /// A property's value as people read it; nil where another fact tells it.
    private static func shown(_ name: String, _ text: String, _ stored: StoredHit, _ words: PageWords) -> String? {
        let isCounted = ["business_units", "workers"].contains { stored.number($0) != nil }
        switch name {
        case "category": return words.category(text)
        case "price": return stored.price(words) ?? text
        case "business_units", "workers":
            let number = stored.number(name).map(words.grouped) ?? text
            return number + (stored.property("figures_year").map { " (\($0))" } ?? "")
        case "figures_year": return isCounted ? nil : text
        case "certifications":
            guard let written = stored.property("certification_text"), written != text else { return text }
            return "\(text) (\(written))"
        default: return text
        }
    }

    /// Whether free text is in the language that the page is not in.
    private static func isForeign(_ name: String, _ text: String, _ words: PageWords) -> Bool {
        switch name {
        case "english_name": words.language == .indonesian
        case "note", "description": WrittenLanguage.isEnglish(text) != (words.language == .english)
        default: false
        }
    }

    /// Where the facts and the position come from.
    static func sources(_ stored: StoredHit, _ words: PageWords) -> [String: Any] {
        let links = ["source_url", "source", "sources"].compactMap { stored.property($0) }.flatMap {
            $0.split(separator: ", ").map(String.init)
        }.filter(isLink)
        var values: [String: Any] = ["links": links.map { ["url": $0, "label": host($0)] }]
        if links.isEmpty { values["unnamed"] = words[stored.hit.kind == .village ? "sourceVillage" : "sourceUnknown"] }
        values["placeText"] = stored.property("place_text")
        return values
    }

    /// Only web addresses become links: a `javascript:` in somebody's list must stay text.
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
