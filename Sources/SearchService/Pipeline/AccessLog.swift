import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging

/// Counts and logs the requests.
struct AccessLog: Sendable {
    private let meter: RequestMeter
    private let logsQueries: Bool

    init(service: ServiceContext) {
        meter = RequestMeter(metrics: service.metrics)
        logsQueries = service.configuration.logsQueries
    }

    func record(_ request: Request, _ status: HTTPResponse.Status, took: Duration, _ context: BanuaRequestContext) {
        let route = context.endpointPath.flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "none"
        meter.record(route: route, status: status.code, took: took)
        guard context.logger.logLevel <= .info else { return }
        var metadata: Logger.Metadata = [
            "method": "\(request.method.rawValue)", "route": "\(route)", "status": "\(status.code)",
            "ms": "\(took / .milliseconds(1))",
        ]
        if logsQueries { metadata["query"] = "\(request.uri.query ?? "")" }
        context.logger.info("request", metadata: metadata)
    }
}
