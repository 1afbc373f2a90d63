import Foundation
import IndexDefinition
import Search
import Testing

@testable import SearchService

@Suite("Words of the pages")
struct StringsTests {
    /// Keys that the code makes from a value: every key with the prefix is in use.
    private static let families = [
        "sort.", "kind.", "kinds.", "near.", "area.", "category.", "fact.", "few.", "layer.", "problem.", "error.",
    ]
    /// Keys that are values of the data.
    private static let values = ["desa", "kelurahan", "village", "sentra", "product"]

    @Test("both languages have the same keys, and a text for each")
    func sameKeys() throws {
        let strings = try SiteFiles.strings()
        #expect(Set(strings.keys) == Set(Language.allCases.map(\.rawValue)))
        let indonesian = try #require(strings["id"])
        let english = try #require(strings["en"])
        #expect(Set(indonesian.keys) == Set(english.keys))
        for (key, text) in indonesian {
            #expect(!text.isEmpty && english[key]?.isEmpty == false, "no text for \(key)")
            #expect(
                text.contains("#") == english[key]?.contains("#"), "a place for a value in one language only: \(key)")
        }
    }

    @Test("every key that a template or the code uses has a text")
    func usedKeysExist() throws {
        let known = Set(try #require(SiteFiles.strings()["id"]).keys)
        for (name, text) in try SiteFiles.templates() {
            for match in text.matches(of: /\{\{[#^&]?t\.([A-Za-z.]+)\}\}/) {
                #expect(known.contains(String(match.1)), "\(name) uses t.\(match.1)")
            }
        }
        for (name, text) in try SiteFiles.texts("swift") {
            for match in text.matches(of: /(?:words\[|filled\(|words\.words\[)"([A-Za-z.]+)"/) {
                #expect(known.contains(String(match.1)), "\(name) uses \(match.1)")
            }
        }
    }

    @Test("no key is left over")
    func noKeyUnused() throws {
        let templates = try SiteFiles.templates().values.joined()
        let code = try SiteFiles.texts("swift").values.joined()
        for key in try #require(SiteFiles.strings()["id"]).keys where !Self.values.contains(key) {
            let isUsed =
                templates.contains("t.\(key)}}") || code.contains("\"\(key)\"") || key == "Conformance"
                || Self.families.contains { key.hasPrefix($0) && code.contains("\"\($0)\\(") }
            #expect(isUsed, "nothing uses \(key)")
        }
    }

    @Test("every kind, order and layer has its words")
    func valuesHaveWords() throws {
        for language in Language.allCases {
            let words = PageWords(language: language, words: try #require(SiteFiles.strings()[language.rawValue]))
            let keys =
                DocumentKind.allCases.flatMap { ["kind.\($0.rawValue)", "kinds.\($0.rawValue)", $0.rawValue] }
                + SearchRequest.Sort.allCases.map { "sort.\($0.rawValue)" } + ["sort.", "near.sentra", "near.product"]
                + FeatureCollection.all.flatMap { ["layer.\($0.id)", "layer.\($0.id).about"] }
            for key in keys { #expect(words.words[key] != nil, "no text for \(key) in \(language.rawValue)") }
        }
    }

    @Test("only text that was escaped before goes into a template raw")
    func rawValues() throws {
        let allowed: Set = ["nameHTML", "snippetHTML", "html"]
        for (name, text) in try SiteFiles.templates() {
            for match in text.matches(of: /\{\{(?:\{|&)([^}]*)\}/) {
                let isStructuredData =
                    match.1 == "." && text.contains("{{#structuredData}}<script type=\"application/ld+json\">{{{.}}}")
                #expect(allowed.contains(String(match.1)) || isStructuredData, "\(name) writes \(match.1) raw")
            }
        }
    }
}
