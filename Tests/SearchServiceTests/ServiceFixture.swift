import Catalog
import Foundation
import Gazetteer
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Importing
import IndexDefinition
import IndexStore
import Indexing
import Logging
import NIOCore
import TestSupport
import Testing

@testable import SearchService

/// A service over an index of the bundled package, in a data directory of its own.
struct ServiceFixture: Sendable {
    let directory: TemporaryDirectory
    let service: BanuaService

    /// Starts a service with settings, by their names in the configuration file.
    ///
    /// If `isEmpty` is true, no index is published yet.
    init(_ settings: [String: String] = [:], isEmpty: Bool = false, logger: Logger = ServiceFixture.silent) async throws
    {
        directory = try TemporaryDirectory()
        if !isEmpty { try Self.copyIndex(to: directory.url) }
        service = try await Self.service(directory.url, settings, logger: logger)
    }

    var data: URL { directory.url }
    var generations: Generations { Generations(dataDirectory: directory.url) }

    /// Sends a request without a socket.
    func test<Value>(_ body: @Sendable (any TestClientProtocol) async throws -> Value) async throws -> Value {
        try await service.application(onRunning: { _ in }).test(.router, body)
    }

    /// Sends a request over a socket.
    func testLive<Value>(_ body: @Sendable (any TestClientProtocol) async throws -> Value) async throws -> Value {
        try await service.application(onRunning: { _ in }).test(.live, body)
    }

    /// Publishes one more generation of the same catalog, and returns its name.
    @discardableResult
    func publishAnother() throws -> String { try Self.build(in: directory.url) }

    static let silent: Logger = {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return logger
    }()

    static func service(_ data: URL, _ settings: [String: String], logger: Logger = ServiceFixture.silent) async throws
        -> BanuaService
    {
        let options = settings.merging(["data": data.path, "http.port": "0"]) { given, _ in given }
        return try BanuaService(
            configuration: try await ServiceConfiguration.read(options: options, environment: [:], file: nil),
            logger: logger)
    }

    /// The index with its catalog, built once for the whole run.
    private static let original = Result {
        let directory = try TemporaryDirectory()
        let words = try IndexDefinition.analyzerFiles()
        let catalog = try CatalogStore(path: directory.path + "/" + CatalogStore.fileName)
        try Importer(
            catalog: catalog,
            words: try PlaceWords(files: words)
        ).run([IndexDefinition.packageURL("kalsel").path]) { _ in }
        try catalog.close()
        try build(in: directory.url)
        return directory
    }

    @discardableResult
    private static func build(in data: URL) throws -> String {
        let catalog = try CatalogStore(path: data.appendingPathComponent(CatalogStore.fileName).path, creating: false)
        defer { try? catalog.close() }  // the test's own catalog: it goes away with its folder
        return try Rebuild(catalog: catalog, dataDirectory: data).run().generation
    }

    private static func copyIndex(to data: URL) throws {
        let from = try original.get().url
        for name in try FileManager.default.contentsOfDirectory(atPath: from.path) {
            try FileManager.default.copyItem(
                at: from.appendingPathComponent(name), to: data.appendingPathComponent(name))
        }
    }

    /// One service for all tests that only send requests.
    static func shared() async throws -> ServiceFixture { try await common.value }
    private static let common = Task { try await ServiceFixture() }

    static func file(_ name: String) throws -> String {
        let folder = try #require(Bundle.module.resourceURL)
        return try String(contentsOf: folder.appendingPathComponent("Fixtures/\(name)"), encoding: .utf8)
    }
}

/// An answer with its body.
struct Answer {
    let status: Int
    let headers: HTTPFields
    let body: String

    init(_ response: TestResponse) {
        status = Int(response.status.code)
        headers = response.headers
        body = String(buffer: response.body)
    }

    func json() throws -> [String: Any] {
        try #require(
            try JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any],
            "not a JSON object: \(body.prefix(200))")
    }

    func objects(_ name: String) throws -> [[String: Any]] { try #require(try json()[name] as? [[String: Any]]) }
}

extension TestClientProtocol {
    func get(_ uri: String, _ headers: HTTPFields = [:], method: HTTPRequest.Method = .get) async throws -> Answer {
        Answer(try await executeRequest(uri: uri, method: method, headers: headers, body: nil))
    }
}

extension Answer {
    /// The text of a header; the test fails if it is missing.
    func header(_ name: String) throws -> String {
        let name = try #require(HTTPField.Name(name))
        return try #require(headers[name], "no \(name) in \(headers)")
    }
}
