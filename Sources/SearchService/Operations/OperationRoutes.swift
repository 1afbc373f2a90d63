import CoreMetrics
import Foundation
import Geo
import HTTPTypes
import JSON

/// Whether the service lives, whether it can answer, and what it measures.
enum OperationRoutes {
    static let all = [live, ready, metrics]

    static let live = Route(
        path: "/health/live", operation: "getLive", summary: "Says that the process answers", tag: .operations,
        formats: [.json],
        schemas: [.json: "Health"], changesWith: .time
    ) { _ in Reply(.json, text: #"{"status":"live"}"#) }

    static let ready = Route(
        path: "/health/ready", operation: "getReady",
        summary: "Says whether an index is open, and whether a newer one was refused",
        tag: .operations,
        formats: [.json], schemas: [.json: "Health"], changesWith: .time
    ) { request in
        let refusal = request.service.index.refusal
        var fields: [(String, JSONValue)] = [
            (
                "status",
                .string(
                    request.index == nil
                        ? "not ready" : refusal == nil ? "ready" : "ready, but a newer index was refused")
            ),
            ("generation", request.index.map { .string($0.name) } ?? .null),
        ]
        if let refusal {
            fields.append(
                (
                    "refused",
                    .object([("generation", .string(refusal.generation)), ("reason", .string(refusal.reason))])
                ))
        }
        guard request.index != nil else {
            var problem = Problem.notReady
            if let refusal {
                problem.detail =
                    "The published index \(refusal.generation) was refused: \(refusal.reason) Run banua-rebuild, or banua-rebuild rollback."
            }
            throw problem
        }
        return Reply(.json, text: JSONValue.object(fields).text)
    }

    /// What the process holds in memory; 0 where the system does not tell it as Linux does.
    private static var residentBytes: Double {
        let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ")
        return (pages?.dropFirst().first.flatMap { Double($0) } ?? 0) * Double(sysconf(Int32(_SC_PAGESIZE)))
    }

    static let metrics = Route(
        path: "/metrics", operation: "getMetrics", summary: "Counts and latencies for Prometheus", tag: .operations,
        formats: [.prometheus],
        changesWith: .time
    ) { request in
        let service = request.service
        let load = service.workers.currentLoad
        let gauges: [(String, Double)] = [
            ("banua_up_generation", request.index.flatMap { Double($0.name) } ?? 0),
            ("banua_generation_age_seconds", request.index?.created.map { Date.now.timeIntervalSince($0) } ?? 0),
            ("banua_generation_serving_seconds", service.index.servingFor / .seconds(1)),
            ("banua_generation_refused", service.index.refusal == nil ? 0 : 1),
            ("banua_search_threads", Double(service.workers.threads)),
            ("banua_search_under_way", Double(load.underWay)),
            ("banua_search_turned_away", Double(load.turnedAway)),
            ("banua_answers_from_cache", Double(request.index?.answers.found ?? 0)),
            ("process_resident_memory_bytes", residentBytes),
        ]
        for (label, value) in gauges { Gauge(label: label, factory: service.metrics).record(value) }
        return Reply(.prometheus, text: service.metrics.text)
    }
}
