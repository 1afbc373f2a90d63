import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

/// The query server: answers from the published generation of a data directory until it is told to stop.
package struct BanuaService: Sendable {
    package let configuration: ServiceConfiguration
    let context: ServiceContext

    /// Opens what is published; nothing published is no error, the service is then live but not ready.
    ///
    /// Throws: what reading the templates of the pages throws.
    package init(configuration: ServiceConfiguration, logger: Logger) throws {
        self.configuration = configuration
        context = ServiceContext(
            configuration: configuration,
            index: LivingIndex(
                dataDirectory: URL(fileURLWithPath: configuration.dataDirectory, isDirectory: true),
                cacheBytes: configuration.cacheMegabytes << 20, logger: logger),
            workers: Workers(
                threads: configuration.threads ?? max(1, ProcessInfo.processInfo.activeProcessorCount),
                mostWaiting: configuration.mostWaiting),
            metrics: PrometheusMetrics(), site: try Site(configuration: configuration), logger: logger)
    }

    /// Serves until SIGTERM or SIGINT; requests under way are finished.
    ///
    /// `onRunning` is told the port, which differs from the configured one where that is 0.
    /// Throws: ServiceConfigurationError where the address cannot be listened at.
    package func run(onRunning: @escaping @Sendable (Int) async -> Void = { _ in }) async throws {
        var group = ServiceGroupConfiguration(
            services: [application(onRunning: onRunning)], gracefulShutdownSignals: [.sigterm, .sigint],
            logger: context.logger)
        // Requests under way may take their time limit; a client that does not read its answer must not hold the stop
        // up for ever.
        group.maximumGracefulShutdownDuration = configuration.timeLimit + .seconds(5)
        do {
            try await ServiceGroup(configuration: group).run()
        } catch let error as IOError {
            throw ServiceConfigurationError.cannotListen(
                host: configuration.host, port: configuration.port,
                String(cString: strerror(error.errnoCode)).lowercased())
        } catch let error as SocketAddressError.UnknownHost {
            throw ServiceConfigurationError.cannotListen(
                host: error.host, port: error.port, "no machine is known by this name")
        }
        try await context.workers.stop()
    }

    func application(onRunning: @escaping @Sendable (Int) async -> Void) -> some ApplicationProtocol {
        // What is over our limits by less than this is parsed, so that the answer can say which limit it was.
        let parserLimit = 2 * max(configuration.largestHeader, configuration.longestAddress)
        return Application(
            router: RouteTable.router(context),
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [ConnectionGuard(longestWrite: .seconds(60), hangUps: context.hangUps)],
                    idleTimeout: .nanoseconds(Int64(configuration.idleTimeout / .nanoseconds(1))),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: parserLimit, maxHeaderListSize: parserLimit, maxHeaderFieldCount: 100))),
            configuration: .init(
                address: .hostname(configuration.host, port: configuration.port), serverName: "banua", backlog: 1_024,
                availableConnectionsDelegate: MaximumAvailableConnections(configuration.mostConnections)),
            services: [context.index, Overseer(workers: context.workers)],
            onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? configuration.port) },
            logger: context.logger)
    }
}
