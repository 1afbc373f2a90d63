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
        "writtenIn.", "value.", "ovopNeed.", "ovopVerdict.",
    ]
    /// Keys that are values of the data.
    private static let values = ["desa", "kelurahan"] + DocumentKind.allCases.map(\.rawValue)

    @Test("all languages have the same keys, and a text for each")
    func sameKeys() throws {
        let strings = try SiteFiles.strings()
        #expect(try Set(strings.keys) == Set(SiteFiles.languages().all.map(\.code)))
        let first = try #require(strings["id"])
        for (code, texts) in strings {
            #expect(Set(texts.keys) == Set(first.keys), "\(code) has other keys")
            for (key, text) in texts {
                #expect(!text.isEmpty, "no text for \(key) in \(code)")
                for mark in ["#", "%"] {
                    #expect(text.contains(mark) == first[key]?.contains(mark), "\(mark) in one language only: \(key)")
                }
            }
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
        for (name, text) in try SiteFiles.code() {
            for match in text.matches(of: /(?:words\[|filled\(|words\.words\[)"([A-Za-z.]+)"/) {
                #expect(known.contains(String(match.1)), "\(name) uses \(match.1)")
            }
        }
    }

    @Test("every key is in use")
    func noKeyUnused() throws {
        let templates = try SiteFiles.templates().values.joined()
        let code = try SiteFiles.code().values.joined()
        for key in try #require(SiteFiles.strings()["id"]).keys where !Self.values.contains(key) {
            let isUsed =
                templates.contains("t.\(key)}}") || code.contains("\"\(key)\"")
                || Self.families.contains { key.hasPrefix($0) && code.contains("\"\($0)\\(") }
            #expect(isUsed, "nothing uses \(key)")
        }
    }

    @Test("every kind, order and layer has a text")
    func valuesHaveWords() throws {
        let languages = try SiteFiles.languages()
        for language in languages.all {
            let words = languages.words(language)
            let keys =
                DocumentKind.allCases.flatMap { ["kind.\($0.rawValue)", "kinds.\($0.rawValue)", $0.rawValue] }
                + SearchRequest.Sort.allCases.map { "sort.\($0.rawValue)" } + ["sort.", "near.sentra", "near.product"]
                + FeatureCollection.all.flatMap { ["layer.\($0.id)", "layer.\($0.id).about"] }
            for key in keys { #expect(words.words[key] != nil, "no text for \(key) in \(language.code)") }
        }
    }

    @Test("every fact has a label in every language, and every text of a value names a value of a fact")
    func factsHaveWords() throws {
        let facts = try IndexDefinition.facts()
        for (code, texts) in try SiteFiles.strings() {
            for fact in facts.facts { #expect(fact.labels[code]?.isEmpty == false, "\(fact.name), \(code)") }
            for key in texts.keys where key.hasPrefix("value.") {
                let parts = key.split(separator: ".").map(String.init)
                #expect(facts[parts[1]]?.values.contains { $0.name == parts[2] } == true, "\(key)")
            }
        }
    }

    @Test("only escaped text goes unescaped into a template")
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
