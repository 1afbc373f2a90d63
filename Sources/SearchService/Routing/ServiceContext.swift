import JSON
import Logging

/// The objects that all request handlers share.
///
/// It is made once, when the service starts.
struct ServiceContext: Sendable {
    var configuration: ServiceConfiguration
    var currentIndex: CurrentIndex
    var workers: Workers
    var disconnectedClients = DisconnectedClients()
    var metrics: PrometheusMetrics
    var site: Site
    var routes: [Route]
    /// The schemas of the answers, for the API description.
    var schemas: JSONValue
    var logger: Logger
}
