import Foundation
import HTTPTypes
import HummingbirdTesting
import IndexDefinition
import Logging
import TestSupport
import Testing

@testable import SearchService

@Suite("Languages of the pages")
struct LanguageTests {
    /// The resources of the program with a third language: one more row, and one more file of texts.
    private static func resources() throws -> TemporaryDirectory {
        let directory = try TemporaryDirectory()
        for name in ["Templates", "Static", "Strings", "Languages.json"] {
            try FileManager.default.copyItem(
                at: SiteFiles.folder.appending(path: name), to: directory.url.appending(path: name))
        }
        let row = #"{ "code": "bjn", "name": "Bahasa Banjar", "decimalMark": ",", "groupingMark": "_" }"#
        let table = try String(contentsOf: SiteFiles.folder.appending(path: "Languages.json"), encoding: .utf8)
        try directory.write(table.replacing("\n]", with: ",\n  \(row)\n]"), to: "Languages.json")
        let texts = try #require(SiteFiles.strings()["id"]).mapValues { "Bjn \($0)" }
        let json = String(decoding: try JSONEncoder().encode(texts), as: UTF8.self)
        try directory.write(json, to: "Strings/bjn.json")
        return directory
    }

    @Test("a third language needs one file of texts and one row of the table")
    func third() async throws {
        let resources = try Self.resources()
        let fixture = try await ServiceFixture()
        let service = try BanuaService(
            configuration: fixture.service.configuration, logger: ServiceFixture.silent,
            pageResources: resources.url)
        try await service.application(onRunning: { _ in }).test(.router) { client in
            let page: HTTPFields = [.accept: "text/html"]
            let body = try await client.get("/?q=purun&lang=bjn", page).body
            #expect(body.contains("<html lang=\"bjn\">") && body.contains("Bjn Cari"))
            #expect(body.contains("href=\"/?q=purun\" hreflang=\"id\" lang=\"id\">Bahasa Indonesia</a>"))
            #expect(body.contains("href=\"/?q=purun&amp;lang=en\" hreflang=\"en\""))
            #expect(body.contains("href=\"/collections?lang=bjn\""))
            #expect(body.contains("name=\"lang\" value=\"bjn\""))
            let other = try await client.get("/?q=purun", page).body
            #expect(other.contains("href=\"/?q=purun&amp;lang=bjn\" hreflang=\"bjn\" lang=\"bjn\">Bahasa Banjar</a>"))
            let start = try await client.get("/?lang=bjn", page).body
            #expect(start.contains("<strong>2_0"))
            #expect(try await client.get("/api?f=json").body.contains(#"["id","en","bjn"]"#))
            let document = try await client.get("/collections/sentra/items/sentra-0026?lang=bjn", page).body
            #expect(document.contains("<span lang=\"id\">Satu-satunya desa"))
            #expect(try await client.get("/?lang=xx", page).status == 400)
        }
    }

    @Test("the region of the data is in the texts, not in the program")
    func region() async throws {
        let page: HTTPFields = [.accept: "text/html"]
        let full = try await ServiceFixture.shared().test { try await $0.get("/", page).body }
        #expect(full.contains("sentra IKM Kalimantan Selatan</span>"))
        #expect(full.contains("Apa yang dibuat di Kalimantan Selatan, dan di mana?"))
        let empty = try await ServiceFixture(isEmpty: true).test { try await $0.get("/nowhere", page).body }
        #expect(empty.contains("sentra IKM Indonesia</span>"))
        let code = try SiteFiles.code().values.joined() + SiteFiles.strings().values.flatMap(\.values).joined()
        #expect(!code.contains("Kalimantan"))
    }

    @Test("a table without a language is refused")
    func none() throws {
        let directory = try TemporaryDirectory()
        try directory.write("[]", to: "Languages.json")
        #expect(throws: PageLanguages.Missing.self) { try PageLanguages(directory: directory.url) }
    }
}
