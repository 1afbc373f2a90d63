import Base
import Foundation
import TestSupport
import Testing

@testable import SearchService

@Suite("configuration")
struct ConfigurationTests {
    @Test("flags come before variables, variables before the file, the file before the defaults")
    func precedence() async throws {
        let directory = try TemporaryDirectory()
        let file = try directory.write(
            #"{"http": {"host": "file", "port": 1, "idleTimeout": 7, "mostConnections": 9}, "log": {"queries": true}, "data": "/file"}"#,
            to: "banua.json")
        let read = try await ServiceConfiguration.read(
            flags: ["http.host": "flag"],
            environment: [
                "BANUA_HTTP_HOST": "variable", "BANUA_HTTP_PORT": "2", "BANUA_DATA": "/variable",
                "BANUA_HTTP_IDLE_TIMEOUT": "8",
            ],
            file: file.path)
        #expect(read.host == "flag" && read.port == 2 && read.dataDirectory == "/variable")
        #expect(read.idleTimeout == .seconds(8) && read.mostConnections == 9 && read.logQueries)
        #expect(read.mostWaiting == ServiceConfiguration().mostWaiting)
    }

    @Test("without any setting it listens on loopback only")
    func defaults() async throws {
        let read = try await ServiceConfiguration.read(flags: [:], environment: [:], file: nil)
        #expect(
            read.host == "127.0.0.1" && read.port == 8080 && read.dataDirectory == "./banua-data"
                && read.requestsPerSecond == 0)
    }

    @Test(
        "a setting that cannot be used is named with its value, its variable and what was expected",
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
            try await ServiceConfiguration.read(flags: [key: value], environment: [:], file: nil)
        } throws: { error in
            let text = "\(error)"
            return text.contains("'\(value)'") && text.contains("'\(key)'") && text.contains(variable)
                && text.contains(expected)
        }
    }

    @Test("the documentation lists every setting, and no other")
    func documentation() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(contentsOf: root.appendingPathComponent("Documentation/operating.md"), encoding: .utf8)
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `") && $0.contains("` |") }
        let listed = rows.flatMap { row in
            row.split(separator: "|")[0].matches(of: /`([a-zA-Z.]+)`/).map { String($0.1) }
        }
        #expect(SettingNames.all.subtracting(listed) == [])
    }

    @Test("a setting that does not exist is refused, wherever it is given")
    func unknown() async throws {
        let directory = try TemporaryDirectory()
        let file = try directory.write(#"{"http": {"prot": 1}}"#, to: "banua.json").path
        let given: [(flags: [String: String], environment: [String: String], file: String?, name: String)] = [
            (["http.prot": "1"], [:], nil, "http.prot"), ([:], ["BANUA_HTTP_PROT": "1"], nil, "BANUA_HTTP_PROT"),
            ([:], [:], file, "http.prot"),
        ]
        for (flags, environment, file, name) in given {
            await #expect {
                try await ServiceConfiguration.read(flags: flags, environment: environment, file: file)
            } throws: { error in
                (error as? ServiceConfigurationError)?.kind == .usage && "\(error)".contains("'\(name)'")
                    && "\(error)".contains("There are ")
            }
        }
        _ = try await ServiceConfiguration.read(
            flags: [:], environment: ["BANUA_STRICT": "1", "HTTP_PORT": "x"], file: nil)
    }

    @Test("a value of a kind that no setting has is refused")
    func strangeValue() async throws {
        let file = try TemporaryDirectory().write(#"{"http": {"port": [1]}}"#, to: "banua.json").path
        await #expect(throws: ServiceConfigurationError.self) {
            try await ServiceConfiguration.read(flags: [:], environment: [:], file: file)
        }
    }

    @Test("a configuration file that is missing or no JSON is named")
    func badFile() async throws {
        let directory = try TemporaryDirectory()
        let bad = try directory.write("{bad", to: "bad.json").path
        for (path, kind) in [(bad, FailureKind.data), (directory.path + "/none.json", .noInput)] {
            await #expect {
                try await ServiceConfiguration.read(flags: [:], environment: [:], file: path)
            } throws: { error in
                (error as? ServiceConfigurationError)?.kind == kind && "\(error)".contains("'\(path)'")
            }
        }
    }

    @Test("an address that cannot be listened at is told with what to do")
    func cannotListen() async throws {
        let fixture = try await ServiceFixture(isEmpty: true)
        var configuration = fixture.service.configuration
        configuration.host = "300.1.1.1"
        let service = try BanuaService(configuration: configuration, logger: ServiceFixture.silent)
        await #expect {
            try await service.run()
        } throws: { error in
            (error as? ServiceConfigurationError)?.kind == .inputOutput
                && "\(error)".contains("Cannot listen at 300.1.1.1, port 0")
        }
    }
}
