import Base
import Catalog
import Foundation
import Importing
import TestSupport
import Testing

@Suite("Data packages")
struct DataPackageTests {
    /// A package of Tapin with one change of its manifest.
    private func package(_ change: (String, String)? = nil) throws -> ImportFixture {
        let fixture = try ImportFixture(hasAreas: false)
        try fixture.directory.write(ImportFixture.regions + "\n", to: "tapin/regions.csv")
        try fixture.directory.write(ImportFixture.villages + "\n", to: "tapin/lists/villages.csv")
        let manifest = """
            {"format": 1, "name": "tapin", "date": "2026-11-23", "crs": "EPSG:4326", "files": [
              {"file": "regions.csv", "kind": "regions", "rows": 4},
              {"file": "lists/villages.csv", "kind": "villages", "rows": 3, "map": {"postcode": "postcode"}}]}
            """
        try fixture.directory.write(
            change.map { manifest.replacing($0.0, with: $0.1) } ?? manifest, to: "tapin/manifest.json")
        return fixture
    }

    private func run(_ fixture: ImportFixture, _ adjust: (inout ImportOptions) -> Void = { _ in }) throws {
        var options = ImportOptions()
        adjust(&options)
        try fixture.importer(options).run([fixture.directory.path + "/tapin"]) { _ in }
    }

    @Test("import their files in the order of the manifest, under the name of the package")
    func order() throws {
        let fixture = try package()
        try run(fixture)
        #expect(
            try fixture.catalog.read { try $0.batches().map(\.file) } == [
                "tapin/lists/villages.csv", "tapin/regions.csv",
            ])
        #expect(try fixture.state()[.villages].count == 3)
    }

    @Test("with a changed file keep the files before it, and nothing of that file")
    func promises() throws {
        for (change, words) in [
            (
                ("\"rows\": 3", "\"rows\": 4"),
                "has 3 rows, but the manifest of the package says 4: the file is incomplete or the manifest out of date."
            ),
            (
                ("\"rows\": 3", "\"rows\": 3, \"sha256\": \"\(String(repeating: "0", count: 64))\""),
                "the file was changed after the manifest was made."
            ),
        ] {
            let fixture = try package(change)
            let error = #expect(throws: ImportingError.self) { try run(fixture) }
            #expect(error?.kind == .data && error?.message.contains(words) == true, "\(error?.message ?? "")")
            let state = try fixture.state()
            #expect(state[.regions].count == 4 && state[.villages].count == 0)
        }
    }

    @Test(
        "that are invalid are rejected with a message",
        arguments: [
            (("\"format\": 1", "\"format\": 2"), "its format is 2, and this release knows format 1"),
            (("\"rows\": 4", "\"row\": 4"), "'files.[0].rows' is missing"),
            (("\"rows\": 4", "\"rows\": \"4\""), "'files.[0].rows' has a value of another type"),
            (("\"kind\": \"regions\"", "\"kind\": \"places\""), "'files.[0].kind' has an unknown value"),
            (("{\"format\"", "\"format\""), "it is not JSON"),
            (("\"regions.csv\"", "\"region.csv\""), "names 'region.csv', and there is no such file"),
            (("\"regions.csv\"", "\"../regions.csv\""), "names '../regions.csv', which is not in the package's folder"),
        ])
    func manifests(change: (String, String), words: String) throws {
        let fixture = try package(change)
        let error = #expect(throws: ImportingError.self) { try run(fixture) }
        #expect(error?.kind == .data && error?.message.contains(words) == true, "\(error?.message ?? "")")
        #expect(try fixture.state() == CatalogState())
    }

    @Test("define their files, which options cannot change; a folder without a manifest is not a package")
    func options() throws {
        let fixture = try package()
        let error = #expect(throws: ImportingError.self) { try run(fixture) { $0.kind = .sentra } }
        #expect(
            error?.kind == .usage
                && error?.message.hasSuffix("whose manifest says what its files are: leave out --kind.") == true)
        try FileManager.default.removeItem(atPath: fixture.directory.path + "/tapin/manifest.json")
        let none = #expect(throws: ImportingError.self) { try run(fixture) }
        #expect(none?.kind == .data && none?.message.contains("it has no manifest.json") == true)
    }
}
