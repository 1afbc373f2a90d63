import Catalog
import Foundation
import Gazetteer
import Importing
import IndexDefinition
import TestSupport
import Testing

/// A catalog in a temporary folder with a few places of Tapin, and imports into it.
struct ImportFixture {
    let directory: TemporaryDirectory
    let catalog: CatalogStore

    /// Creates a catalog.
    ///
    /// `hasAreas` adds the province, a regency, two districts and three villages.
    init(hasAreas: Bool = true) throws {
        directory = try TemporaryDirectory()
        catalog = try CatalogStore(path: directory.path + "/data/" + CatalogStore.fileName)
        guard hasAreas else { return }
        try importing(Self.regions, named: "regions.csv", as: .regions)
        try importing(Self.villages, named: "villages.csv", as: .villages)
    }

    /// A catalog with the bundled package.
    ///
    /// It is imported once and copied for each test.
    static func kalsel() throws -> ImportFixture {
        let whole = try importedPackage.get()
        let fixture = try ImportFixture(copyOf: whole.catalog.path)
        return fixture
    }

    private static let importedPackage = Result {
        let fixture = try ImportFixture(hasAreas: false)
        try fixture.importer().run([KalselPackageTests.package]) { _ in }
        try fixture.catalog.close()
        return fixture
    }

    private init(copyOf path: String) throws {
        directory = try TemporaryDirectory()
        let file = try directory.write(
            Data(contentsOf: URL(fileURLWithPath: path)), to: "data/" + CatalogStore.fileName)
        catalog = try CatalogStore(path: file.path)
    }

    static let regions = """
        code,name,kind,parent_code,latitude,longitude
        63,Kalimantan Selatan,provinsi,,-3.48,114.83
        63.05,Kabupaten Tapin,kabupaten,63,-2.92,115.02
        63.05.04,Tapin Utara,kecamatan,63.05,-2.9271,115.1576
        63.05.05,Candi Laras Selatan,kecamatan,63.05,-2.86,115.01
        """
    static let villages = """
        code,name,kind,latitude,longitude,position_accuracy_m,postcode
        63.05.04.1001,Rantau Kiwa,kelurahan,-2.9312,115.1551,120,71111
        63.05.05.2001,Margasari Hulu,desa,-2.8467,114.9812,,71162
        63.05.05.2003,Baringin A,desa,-2.8631,115.0125,600,71162
        """

    /// The folder of the repository.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func fixture(_ name: String) -> String {
        Bundle.module.resourceURL?.appendingPathComponent("Fixtures/\(name)").path ?? name
    }

    /// Abbreviations and by-names of places, as the command line program passes them.
    static func placeWords() throws -> PlaceWords {
        try PlaceWords(files: IndexDefinition.analyzerFiles())
    }

    func importer(_ options: ImportOptions = ImportOptions()) throws -> Importer {
        Importer(
            catalog: catalog, words: try Self.placeWords(), options: options,
            now: { Date(timeIntervalSince1970: 1_795_000_000) })
    }

    /// Imports one file and returns its report.
    @discardableResult
    func importing(path: String, as kind: ImportKind? = nil, _ adjust: (inout ImportOptions) -> Void = { _ in }) throws
        -> ImportReport
    {
        var options = ImportOptions()
        options.kind = kind
        adjust(&options)
        var reports: [ImportReport] = []
        try importer(options).run([path]) { reports.append($0) }
        return try #require(reports.last)
    }

    /// Imports a text as a file with the given name.
    @discardableResult
    func importing(
        _ text: String, named name: String = "list.csv", as kind: ImportKind? = nil,
        _ adjust: (inout ImportOptions) -> Void = { _ in }
    ) throws -> ImportReport {
        try importing(path: directory.write(text + "\n", to: name).path, as: kind, adjust)
    }

    func state() throws -> CatalogState { try catalog.read { try $0.state() } }

    func documents() throws -> [CatalogDocument] {
        var documents: [CatalogDocument] = []
        try catalog.read { snapshot in try snapshot.forEachDocument { document, _ in documents.append(document) } }
        return documents
    }

    func sentra() throws -> [Sentra] {
        try documents().compactMap { if case .sentra(let sentra) = $0 { sentra } else { nil } }
    }

    func products() throws -> [Product] {
        try documents().compactMap { if case .product(let product) = $0 { product } else { nil } }
    }

    func outlets() throws -> [Outlet] {
        try documents().compactMap { if case .outlet(let outlet) = $0 { outlet } else { nil } }
    }

    func villages() throws -> [Village] {
        try documents().compactMap { if case .village(let village) = $0 { village } else { nil } }
    }
}

extension ImportReport {
    /// Each cause with its number of problems.
    var causes: [ImportCause: Int] {
        Dictionary(groups.map { ($0.cause, $0.count) }, uniquingKeysWith: +)
    }

    /// Every message with its remedy, in the order of the report.
    var messages: [String] {
        groups.flatMap { $0.examples.map { "\($0.problem.message) \($0.problem.remedy)" } }
    }
}
