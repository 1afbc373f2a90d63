import Base
import Foundation
import TestSupport
import Testing

@testable import SearchService

@Suite("configuration")
struct ConfigurationTests {
    @Test("options come before variables, variables before the file, the file before the defaults")
    func precedence() async throws {
        let directory = try TemporaryDirectory()
        let file = try directory.write(
            #"{"http": {"host": "file", "port": 1, "idleTimeout": 7, "mostConnections": 9}, "log": {"queries": true}, "data": "/file"}"#,
            to: "banua.json")
        let read = try await ServiceConfiguration.read(
            options: ["http.host": "option"],
            environment: [
                "BANUA_HTTP_HOST": "variable", "BANUA_HTTP_PORT": "2", "BANUA_DATA": "/variable",
                "BANUA_HTTP_IDLE_TIMEOUT": "8",
            ],
            file: file.path)
        #expect(read.host == "option" && read.port == 2 && read.dataDirectory == "/variable")
        #expect(read.idleTimeout == .seconds(8) && read.maxConnections == 9 && read.logsQueries)
        #expect(read.maxWaiting == ServiceConfiguration().maxWaiting)
    }

    @Test("without any setting it listens on loopback only")
    func defaults() async throws {
        let read = try await ServiceConfiguration.read(options: [:], environment: [:], file: nil)
        #expect(
            read.host == "127.0.0.1" && read.port == 8080 && read.dataDirectory == "./banua-data"
                && read.requestsPerSecond == 0)
    }

    @Test(
        "an invalid setting is reported with value, variable and expectation",
        arguments: [
            ("http.port", "99999", "BANUA_HTTP_PORT", "a whole number from 0 to 65535"),
            ("search.timeLimit", "soon", "BANUA_SEARCH_TIME_LIMIT", "a number of seconds"),
            ("log.queries", "maybe", "BANUA_LOG_QUERIES", "true or false"),
            ("log.level", "loud", "BANUA_LOG_LEVEL", "one of"),
            ("http.publicUrl", "https://example.org/banua", "BANUA_HTTP_PUBLIC_URL", "without a path"),
            ("http.publicUrl", "banua", "BANUA_HTTP_PUBLIC_URL", "scheme"),
        ])
    func complaints(_ key: String, _ value: String, _ variable: String, _ expected: String) async throws {
        await #expect {
            try await ServiceConfiguration.read(options: [key: value], environment: [:], file: nil)
        } throws: { error in
            let text = "\(error)"
            return text.contains("'\(value)'") && text.contains("'\(key)'") && text.contains(variable)
                && text.contains(expected)
        }
    }

    @Test("the documentation lists every setting once, and no other")
    func documentation() throws {
        let text = try Self.operatingGuide()
        let start = try #require(text.range(of: "| setting |")?.upperBound)
        let end = text.range(of: "\n\n", range: start..<text.endIndex)?.lowerBound ?? text.endIndex
        let rows = text[start..<end].split(separator: "\n").filter { $0.hasPrefix("| `") }
        let listed = rows.flatMap { row in
            row.split(separator: "|")[0].matches(of: /`([a-zA-Z.]+)`/).map { String($0.1) }
        }
        #expect(listed.sorted() == Setting.all.map(\.name).sorted())
    }

    @Test("documentation, problem and code agree on how soon a new index is used")
    func noticedWithin() throws {
        #expect(ServiceConfiguration.indexNoticedWithinSeconds == 1)
        #expect(Problem.notReady.detail.contains("within 1 second"))
        let text = try Self.operatingGuide()
        #expect(text.contains("to the new index within a second"))
        #expect(!text.contains("two seconds"))
    }

    @Test("the help lists every setting with the values it accepts")
    func help() {
        let lines = ServiceConfiguration.help.split(separator: "\n")
        #expect(lines.count == Setting.all.count)
        #expect(lines.contains("  http.port: a whole number from 0 to 65535"))
    }

    @Test("every setting changes its own value", arguments: Setting.all.map(\.name))
    func stored(_ name: String) throws {
        let setting = try #require(Setting.named(name))
        let sample =
            switch setting.value {
            case .text: "sample"
            case .integer(let range, _), .optionalInteger(let range, _): "\(range.upperBound)"
            case .seconds(let range, _): "\(range.upperBound)"
            case .flag(let target): "\(!ServiceConfiguration()[keyPath: target])"
            case .choice(let choices, _): choices[0]
            case .origin: "https://example.org"
            }
        var configuration = ServiceConfiguration()
        try setting.apply(sample, to: &configuration)
        let before = Mirror(reflecting: ServiceConfiguration()).children.map { "\($0.value)" }
        let after = Mirror(reflecting: configuration).children.map { "\($0.value)" }
        #expect(zip(before, after).count { $0 != $1 } == 1)
    }

    private static func operatingGuide() throws -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try String(contentsOf: root.appendingPathComponent("Documentation/operating.md"), encoding: .utf8)
    }

    @Test("a setting that does not exist is refused from every source")
    func unknown() async throws {
        let directory = try TemporaryDirectory()
        let file = try directory.write(#"{"http": {"prot": 1}}"#, to: "banua.json").path
        let given: [(options: [String: String], environment: [String: String], file: String?, name: String)] = [
            (["http.prot": "1"], [:], nil, "http.prot"), ([:], ["BANUA_HTTP_PROT": "1"], nil, "BANUA_HTTP_PROT"),
            ([:], [:], file, "http.prot"),
        ]
        for (options, environment, file, name) in given {
            await #expect {
                try await ServiceConfiguration.read(options: options, environment: environment, file: file)
            } throws: { error in
                (error as? ServiceConfigurationError)?.kind == .usage && "\(error)".contains("'\(name)'")
                    && "\(error)".contains("There are ")
            }
        }
        _ = try await ServiceConfiguration.read(
            options: [:], environment: ["BANUA_STRICT": "1", "HTTP_PORT": "x"], file: nil)
    }

    @Test("a value of a type that no setting has is refused")
    func strangeValue() async throws {
        let file = try TemporaryDirectory().write(#"{"http": {"port": [1]}}"#, to: "banua.json").path
        await #expect(throws: ServiceConfigurationError.self) {
            try await ServiceConfiguration.read(options: [:], environment: [:], file: file)
        }
    }

    @Test("an error names a configuration file that is missing or not JSON")
    func badFile() async throws {
        let directory = try TemporaryDirectory()
        let bad = try directory.write("{bad", to: "bad.json").path
        for (path, kind) in [(bad, FailureKind.data), (directory.path + "/none.json", .noInput)] {
            await #expect {
                try await ServiceConfiguration.read(options: [:], environment: [:], file: path)
            } throws: { error in
                (error as? ServiceConfigurationError)?.kind == kind && "\(error)".contains("'\(path)'")
            }
        }
    }

    @Test("the error about an unusable address says what to do")
    func cannotListen() async throws {
        let fixture = try await ServiceFixture(isEmpty: true)
        var configuration = fixture.service.configuration
        configuration.host = "300.1.1.1"
        let service = try BanuaService(configuration: configuration, logger: ServiceFixture.silent)
        await #expect {
            try await service.run()
        } throws: { error in
            (error as? ServiceConfigurationError)?.kind == .inputOutput
                && "\(error)".contains("Cannot listen on 300.1.1.1, port 0")
        }
    }
}
