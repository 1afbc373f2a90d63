import Foundation
import Hummingbird
import HummingbirdCore
import IndexDefinition
import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

/// The HTTP service.
///
/// It answers from the published generation of a data directory until it is told to stop.
package struct BanuaService: Sendable {
    package let configuration: ServiceConfiguration
    let context: ServiceContext

    /// Opens the published generation.
    ///
    /// If none is published, the service is live but not ready.
    /// - Throws: an error of reading the templates and texts of the pages.
    package init(configuration: ServiceConfiguration, logger: Logger) throws {
        try self.init(configuration: configuration, logger: logger, pageResources: nil)
    }

    /// Creates the service with the pages of a directory of templates, texts and static files.
    ///
    /// If it is nil, the directory of the program is used.
    init(configuration: ServiceConfiguration, logger: Logger, pageResources: URL?) throws {
        self.configuration = configuration
        let resources = try ResourceFolder.locate("SearchService")
        let site = try Site(configuration: configuration, resources: pageResources ?? resources)
        context = ServiceContext(
            configuration: configuration,
            currentIndex: CurrentIndex(
                dataDirectory: URL(fileURLWithPath: configuration.dataDirectory, isDirectory: true),
                cacheBytes: configuration.cacheMegabytes << 20, logger: logger),
            workers: Workers(
                threads: configuration.threads ?? max(1, ProcessInfo.processInfo.activeProcessorCount),
                maxWaiting: configuration.maxWaiting),
            metrics: PrometheusMetrics(), site: site, routes: RouteTable.routes(languages: site.languages),
            schemas: try OpenAPISchemas(resources: resources).value, logger: logger)
    }

    /// Serves until SIGTERM or SIGINT.
    ///
    /// Requests that have begun are finished.
    ///
    /// - Parameter onRunning: gets the port, which the system chooses if the configured port is 0.
    /// - Throws: ``ServiceConfigurationError`` if the service cannot listen on the address.
    package func run(onRunning: @escaping @Sendable (Int) async -> Void = { _ in }) async throws {
        var group = ServiceGroupConfiguration(
            services: [application(onRunning: onRunning)], gracefulShutdownSignals: [.sigterm, .sigint],
            logger: context.logger)
        // A client that does not read its answer must not delay the stop for ever.
        group.maximumGracefulShutdownDuration = configuration.timeLimit + .seconds(5)
        do {
            try await ServiceGroup(configuration: group).run()
        } catch let error as IOError {
            throw ServiceConfigurationError.cannotListen(
                host: configuration.host, port: configuration.port,
                String(cString: strerror(error.errnoCode)).lowercased())
        } catch let error as SocketAddressError.UnknownHost {
            throw ServiceConfigurationError.cannotListen(
                host: error.host, port: error.port, "no machine has this name")
        }
        try await context.workers.stop()
    }

    func application(onRunning: @escaping @Sendable (Int) async -> Void) -> some ApplicationProtocol {
        Application(
            router: RouteTable.router(context), server: .http1(configuration: channelConfiguration),
            configuration: .init(
                address: .hostname(configuration.host, port: configuration.port), serverName: "banua", backlog: 1_024,
                availableConnectionsDelegate: MaximumAvailableConnections(configuration.maxConnections)),
            services: [context.currentIndex, DeadlineMonitor(workers: context.workers)],
            onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? configuration.port) },
            logger: context.logger)
    }

    private var channelConfiguration: HTTP1Channel.Configuration {
        // The parser accepts a little more than the service, so that the answer can say which limit was exceeded.
        let parserLimit = 2 * max(configuration.maxHeaderBytes, configuration.maxAddressBytes)
        return .init(
            additionalChannelHandlers: [
                SlowClientTimeout(timeout: .seconds(60)), DisconnectObserver(context.disconnectedClients),
                ConnectionGuard(),
            ],
            idleTimeout: .nanoseconds(Int64(configuration.idleTimeout / .nanoseconds(1))),
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: parserLimit, maxHeaderListSize: parserLimit, maxHeaderFieldCount: 100))
    }
}
