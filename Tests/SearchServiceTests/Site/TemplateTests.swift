import Foundation
import Geo
import IndexDefinition
import Testing

@testable import Search
@testable import SearchService

/// Every name that a template uses must be a member of a view.
@Suite("Templates and views")
struct TemplateTests {
    /// A page of each template, with every optional member set and every list filled.
    private static func samples() throws -> [(template: String, view: any PageView)] {
        let site = try Site(configuration: ServiceConfiguration(), resources: SiteFiles.folder)
        let words = try PageWordsTests.words("en")
        var layout = LayoutView(site, words, region: "R", title: "T")
        layout.canonical = "/"
        layout.structuredData = "{}"
        layout.otherLanguages = [LanguageLinkView(url: "/", code: "id", name: "N")]
        layout.generation = "1"
        layout.address = "/"
        let link = LinkView(label: "L", url: "/")
        let hit = try Self.hit(words)
        let group = GroupView(title: "G", hits: [hit], empty: "E", moreURL: "/")
        let search = try Self.search(layout, words, hit)
        return [
            ("search", search), ("part", search),
            (
                "message",
                MessageView(layout: layout, heading: "H", detail: "D", technical: "T", status: "404")
            ),
            (
                "document",
                DocumentPageView(
                    layout: layout, name: "N", kind: "sentra", kindLabel: "K", place: "P", crumbs: [link],
                    facts: [
                        FactView(
                            label: "L", value: "V", url: "/", foreign: .init(language: "en", remark: "R"),
                            links: FactLinksView(items: [link]))
                    ],
                    hasFacts: true, sources: SourcesView(links: [link], unnamed: "U", placeText: "P"), precision: "P",
                    position: DocumentPositionView(
                        longitude: "1", latitude: "2", name: "N", accuracy: "3", text: "T", mapURL: "/", nearURL: "/"),
                    leading: group, groups: [group])
            ),
            (
                "items",
                ItemsView(
                    layout: layout, collectionTitle: "T", collectionURL: "/", summary: "S", hits: [hit], nextURL: "/")
            ),
            (
                "collections",
                CollectionsView(
                    layout: layout, heading: "H", layersHint: .init(base: "/"),
                    collections: [CollectionView(title: "T", url: "/", description: "D", links: [link])])
            ),
            (
                "ovop",
                OVOPPageView(
                    layout: layout, heading: "H", crumbs: [link], summary: "S",
                    regencies: .init(rows: [
                        .init(name: "N", url: "/", sentra: "1", products: "2", villages: "3", empty: "4")
                    ]),
                    candidates: .init(
                        csvURL: "/",
                        rows: [
                            .init(
                                name: "N", url: "/", place: "P", group: "G", status: "S", isExcluded: true,
                                verdicts: [
                                    .init(verdict: "lacking", title: "T", findings: [.init(label: "L", detail: "D")])
                                ])
                        ]),
                    groups: [.init(name: "N", sentra: "1", products: "2")],
                    villages: .init(districts: [.init(name: "N", villages: "V")]), villagesText: "T",
                    unplacedText: "U",
                    rules: [
                        .init(label: "L", need: "N", source: "S", fulfilled: "1", lacking: "2", unknown: "3")
                    ])
            ),
            (
                "api",
                APIView(
                    layout: layout,
                    groups: [
                        .init(
                            title: "T", summary: "S",
                            routes: [
                                .init(
                                    path: "/", summary: "S", parameters: [.init(name: "q")], hasParameters: true,
                                    url: "/")
                            ])
                    ])
            ),
        ]
    }

    private static func search(_ layout: LayoutView, _ words: PageWords, _ hit: HitView) throws -> SearchPageView {
        let link = LinkView(label: "L", url: "/")
        let count = CountLinkView(label: "L", count: "1", url: "/")
        let state = PageState(
            [
                "q": "a", "district": "63.05.02", "category": "kain", "regency": "63.05", "sort": "name",
                "price": "1..2", "gi": "true", "certification": "halal,pirt",
            ], defaultLanguage: "id")
        var counts = FilterCounts()
        counts.facts = ["gi": [FacetCount(value: "true", label: "true", count: 1)]]
        let results = ResultsView(
            start: StartView(
                heading: "H", examples: [link], kinds: [.init(kind: "k", count: "1", label: "L", url: "/")],
                categories: [count], regencies: [count], ovopURL: "/"),
            summary: "S", reading: "R", chosen: [link], hasChosen: true,
            notices: [NoticeView(text: "T", url: "/", action: "A")], problem: "P",
            candidates: ChoicesView(title: "T", items: [link]),
            empty: EmptyResultView(title: "T", understood: "U", offers: [link]),
            origin: OriginView(longitude: "1", latitude: "2", name: "N"), hits: [hit], nextURL: "/", firstURL: "/")
        return SearchPageView(
            layout: layout, form: SearchFormView(state, words),
            filters: FiltersView(counts, state, words, try IndexDefinition.facts()), results: results)
    }

    private static func hit(_ words: PageWords) throws -> HitView {
        let item = DocumentFactsTests.sample
        var view = try HitView(item, words)
        view.category = "C"
        view.distance = "D"
        view.coarse = "C"
        view.position = PointView(.init(longitude: 1, latitude: 2))
        let made = Hit(
            kind: .sentra, id: "x-2", name: "N", body: Array(#"{"properties":{"commodity":"purun"}}"#.utf8))
        view.about = try AboutView(StoredHit(made), words)
        view.snippetHTML = "S"
        return view
    }

    @Test("every variable of a template is a member of its view")
    func variables() throws {
        let templates = try SiteFiles.templates()
        for (name, view) in try Self.samples() {
            let missing = try TemplateChecker(templates: templates).unknownNames(
                in: name, values: TemplateValues.values(of: view))
            #expect(missing == [], "in \(name)")
        }
    }

    @Test("the check finds a misspelt name")
    func finds() throws {
        let checker = TemplateChecker(templates: [
            "a.mustache": "{{x}}{{#list}}{{y}}{{x}}{{.}}{{/list}}{{^list}}{{z}}{{/list}}"
        ])
        #expect(try checker.unknownNames(in: "a", values: ["x": "1", "list": [["y": "2"]]]) == ["z"])
        #expect(try checker.unknownNames(in: "a", values: ["x": "1", "list": [["w": "2"]]]) == ["y", "z"])
        #expect(try checker.unknownNames(in: "a", values: ["list": [["y": "2"]]]) == ["x", "x", "z"])
    }

    @Test("a member that is nil hides the same name of the view around it")
    func hidden() throws {
        struct Inner: TemplateView {
            var name: String?
        }
        struct Outer: TemplateView {
            var name: String
            var inner: [Inner]
        }
        let values = TemplateValues.values(of: Outer(name: "outer", inner: [Inner(name: nil), Inner(name: "inner")]))
        let inner = try #require(values["inner"] as? [[String: Any]])
        #expect(inner[0]["name"] is Absent && inner[1]["name"] as? String == "inner")
        #expect(values["name"] as? String == "outer")
    }
}

/// Walks through a template with a view, and reports the names that no view has.
struct TemplateChecker {
    let templates: [String: String]

    func unknownNames(in template: String, values: [String: Any]) throws -> [String] {
        var blocks: [String: Substring] = [:]
        var rest = try #require(templates["\(template).mustache"])[...]
        return try check(&rest, until: nil, stack: [values], &blocks)
    }

    /// Checks up to the end of a section and returns the unknown names.
    ///
    /// An unknown section is checked as if it were the view around it.
    private func check(
        _ text: inout Substring, until end: String?, stack: [Any], _ blocks: inout [String: Substring]
    ) throws -> [String] {
        var unknown: [String] = []
        while let match = text.firstMatch(of: /\{?\{\{([#^\/>&<$]?)\s*([A-Za-z.]+)\s*\}\}\}?/) {
            text = text[match.range.upperBound...]
            let name = String(match.2)
            switch match.1 {
            case "/":
                #expect(name == end)
                return unknown
            case ">": unknown += try partial(name, stack, &blocks)
            case "<": unknown += try inherit(name, &text, stack, &blocks)
            case "$":
                unknown += try check(&text, until: name, stack: stack, &blocks)
                if var block = blocks[name] {
                    unknown += try check(&block, until: name, stack: stack, &blocks)
                }
            case "#":
                let value = try find(name, stack)
                if value == nil { unknown.append(name) }
                unknown += try check(&text, until: name, stack: stack + (value.map { [first(of: $0)] } ?? []), &blocks)
            case "^":
                if try find(name, stack) == nil { unknown.append(name) }
                unknown += try check(&text, until: name, stack: stack, &blocks)
            default: if try find(name, stack) == nil { unknown.append(name) }
            }
        }
        #expect(end == nil)
        return unknown
    }

    private func partial(_ name: String, _ stack: [Any], _ blocks: inout [String: Substring]) throws -> [String] {
        var text = try #require(templates["\(name).mustache"])[...]
        return try check(&text, until: nil, stack: stack, &blocks)
    }

    /// Stores the blocks of an inheriting template, and checks its parent template.
    private func inherit(
        _ name: String, _ text: inout Substring, _ stack: [Any], _ blocks: inout [String: Substring]
    ) throws -> [String] {
        let end = try #require(text.range(of: "{{/\(name)}}"))
        var content = text[..<end.lowerBound]
        text = text[end.upperBound...]
        while let match = content.firstMatch(of: /\{\{\$([a-z]+)\}\}/) {
            content = content[match.range.upperBound...]
            blocks[String(match.1)] = content
        }
        return try partial(name, stack, &blocks)
    }

    private func find(_ name: String, _ stack: [Any]) throws -> Any? {
        if name == "." { return stack.last }
        var found: Any? = nil
        for (index, part) in name.split(separator: ".").map(String.init).enumerated() {
            let views = index == 0 ? stack.reversed() : [found as Any]
            found = views.lazy.compactMap { ($0 as? [String: Any])?[part] ?? ($0 as? [String: String])?[part] }.first
            if found == nil { return nil }
        }
        return found
    }

    private func first(of value: Any) -> Any {
        if let list = value as? [Any], let first = list.first { return first }
        return value
    }
}
