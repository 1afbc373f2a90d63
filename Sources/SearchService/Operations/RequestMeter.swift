import CoreMetrics
import Synchronization

/// Counts requests and times them, by route and status.
///
/// Looking a series up by its labels costs more than a short request; so each is looked up once.
final class RequestMeter: Sendable {
    private struct Key: Hashable {
        var route: String
        var status: Int
    }

    private let metrics: PrometheusMetrics
    private let known = Mutex<[Key: (count: Counter, time: Timer)]>([:])

    init(metrics: PrometheusMetrics) { self.metrics = metrics }

    /// `route` is a path of the route table or "none", never what a client wrote.
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
