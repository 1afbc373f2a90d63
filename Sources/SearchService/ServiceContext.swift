import Foundation
import Logging

/// What every request handler may use; made once when the service starts.
struct ServiceContext: Sendable {
    var configuration: ServiceConfiguration
    var index: LivingIndex
    var workers: Workers
    var hangUps = HangUps()
    var metrics: PrometheusMetrics
    var site: Site
    var logger: Logger
}
