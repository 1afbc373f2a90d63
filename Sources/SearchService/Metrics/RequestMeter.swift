import CoreMetrics
import Synchronization

/// Counts and times requests, by route and status.
///
/// It keeps the series, because finding one by its labels costs more than a short request.
final class RequestMeter: Sendable {
    private struct Key: Hashable {
        var route: String
        var status: Int
    }

    private let metrics: PrometheusMetrics
    private let known = Mutex<[Key: (count: Counter, time: Timer)]>([:])

    init(metrics: PrometheusMetrics) { self.metrics = metrics }

    /// Counts a request of a route: a path of the route table, or "none", but never a text of the client.
    func record(route: String, status: Int, took: Duration) {
        let series = known.withLock { known in
            let key = Key(route: route, status: status)
            if let series = known[key] { return series }
            let made = (
                Counter(
                    label: "banua_http_requests_total", dimensions: [("route", route), ("status", "\(status)")],
                    factory: metrics),
                Timer(label: "banua_http_request_duration_seconds", dimensions: [("route", route)], factory: metrics)
            )
            known[key] = made
            return made
        }
        series.count.increment()
        series.time.recordNanoseconds(Int64(took / .nanoseconds(1)))
    }
}
