import CoreMetrics
import Foundation
import JSON

/// The routes for operating the service: health and metrics.
enum OperationRoutes {
    static let all = [live, ready, metrics]

    private static let live = Route(
        path: "/health/live", operation: "getLive", summary: "Says that the process answers", tag: .operations,
        formats: [.json], schemas: [.json: "Health"], changesWith: .time, takesFormat: false
    ) { _ in Reply(.json, text: #"{"status":"live"}"#) }

    private static let ready = Route(
        path: "/health/ready", operation: "getReady",
        summary: "Says whether an index is open, and whether a newer one was refused", tag: .operations,
        formats: [.json], schemas: [.json: "Health"], changesWith: .time, takesFormat: false
    ) { request in
        let refusal = request.service.currentIndex.refusal
        guard let index = request.index else { throw notReady(refusal) }
        let status = refusal == nil ? "ready" : "ready, but a newer index was refused"
        var fields: [(String, JSONValue)] = [("status", .string(status)), ("generation", .string(index.name))]
        if let refusal {
            let refused = [("generation", refusal.generation), ("reason", refusal.reason)]
            fields.append(("refused", .object(refused.map { ($0.0, .string($0.1)) })))
        }
        return Reply(.json, text: JSONValue.object(fields).text)
    }

    private static func notReady(_ refusal: CurrentIndex.Refusal?) -> Problem {
        var problem = Problem.notReady
        if let refusal {
            problem.detail =
                "The published index \(refusal.generation) was refused: \(refusal.reason) Run banua-rebuild, or "
                + "banua-rebuild rollback."
        }
        return problem
    }

    private static let metrics = Route(
        path: "/metrics", operation: "getMetrics", summary: "Counts and latencies for Prometheus", tag: .operations,
        formats: [.prometheus], changesWith: .time, takesFormat: false
    ) { request in
        let service = request.service
        let load = service.workers.currentLoad
        let gauges: [(String, Double)] = [
            ("banua_up_generation", Double(number(ofGeneration: request.index?.name))),
            ("banua_generation_age_seconds", request.index?.created.map { Date.now.timeIntervalSince($0) } ?? 0),
            ("banua_generation_serving_seconds", service.currentIndex.servingFor / .seconds(1)),
            ("banua_generation_refused", service.currentIndex.refusal == nil ? 0 : 1),
            ("banua_search_threads", Double(service.workers.threads)),
            ("banua_search_under_way", Double(load.active)), ("banua_search_turned_away", Double(load.refused)),
            ("banua_answers_from_cache", Double(request.index?.answers.hits ?? 0)),
            ("process_resident_memory_bytes", residentBytes),
        ]
        for (label, value) in gauges { Gauge(label: label, factory: service.metrics).record(value) }
        return Reply(.prometheus, text: service.metrics.text)
    }

    /// The number that the name of a generation is: 7 for "000007".
    ///
    /// Returns 0 for nil and for other names.
    static func number(ofGeneration name: String?) -> Int {
        guard let name, name.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return 0 }
        return Int(name) ?? 0
    }

    /// The memory of the process.
    ///
    /// Returns 0 if the system does not tell it as Linux does.
    private static var residentBytes: Double {
        let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ")
        return (pages?.dropFirst().first.flatMap { Double($0) } ?? 0) * Double(sysconf(Int32(_SC_PAGESIZE)))
    }
}
