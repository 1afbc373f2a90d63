import Foundation
import Hummingbird
import Logging

/// Hummingbird with one route and nothing of Banua: the upper limit of the machine, for Tools/checks/load.py.
@main
struct BanuaFloor {
    static func main() async throws {
        let router = Router()
        router.get("/") { _, _ in "hello" }
        var logger = Logger(label: "banua-floor")
        logger.logLevel = .error
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in
                FileHandle.standardError.write(
                    Data("hello at http://127.0.0.1:\(channel.localAddress?.port ?? 0)/\n".utf8))
            }, logger: logger)
        try await application.runService()
    }
}
