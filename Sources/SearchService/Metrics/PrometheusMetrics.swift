import CoreMetrics
import Synchronization

/// A swift-metrics backend that writes counters, gauges and histograms in the text format of Prometheus.
///
/// Its memory is bounded, because labels come from the route table and never from a request.
/// Source: prometheus.io, exposition formats, text format version 0.0.4.
final class PrometheusMetrics: MetricsFactory {
    /// Upper bounds of every histogram, in seconds.
    static let bounds: [Double] = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

    private let series = Mutex<[SeriesKey: Series]>([:])

    func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        find(label, dimensions, .counter)
    }
    func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        find(label, dimensions, aggregate ? .histogram : .gauge)
    }
    func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        find(label, dimensions, .histogram)
    }
    // Series live as long as the service: a counter that begins again would look like a restart.
    func destroyCounter(_ handler: any CounterHandler) {}
    func destroyRecorder(_ handler: any RecorderHandler) {}
    func destroyTimer(_ handler: any TimerHandler) {}

    private func find(_ label: String, _ dimensions: [(String, String)], _ kind: Series.Kind) -> Series {
        let key = SeriesKey(
            label: label, dimensions: dimensions.map { "\($0)=\"\(Self.escaped($1))\"" }.joined(separator: ","))
        return series.withLock { series in
            if let known = series[key] { return known }
            let made = Series(kind: kind)
            series[key] = made
            return made
        }
    }

    private static func escaped(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }

    /// The text of `/metrics`, sorted by name and labels.
    var text: String {
        let sorted = series.withLock { Array($0) }.sorted {
            ($0.key.label, $0.key.dimensions) < ($1.key.label, $1.key.dimensions)
        }
        var lines: [String] = []
        var label = ""
        for (key, series) in sorted {
            if key.label != label {
                label = key.label
                if let help = MetricHelp.texts[label] { lines.append("# HELP \(label) \(help)") }
                lines.append("# TYPE \(label) \(series.kind.rawValue)")
            }
            lines += series.lines(key.label, key.dimensions)
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

private struct SeriesKey: Hashable {
    var label: String
    var dimensions: String
}

/// One series: a number, or a histogram of seconds.
private final class Series: CounterHandler, RecorderHandler, TimerHandler {
    enum Kind: String { case counter, gauge, histogram }
    private struct State {
        var value = 0.0
        var counts = [Int](repeating: 0, count: PrometheusMetrics.bounds.count + 1)
    }

    let kind: Kind
    private let state = Mutex(State())

    init(kind: Kind) { self.kind = kind }

    func increment(by amount: Int64) { state.withLock { $0.value += Double(amount) } }
    func reset() { state.withLock { $0.value = 0 } }
    func record(_ value: Int64) { record(Double(value)) }
    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }
    func record(_ value: Double) {
        let bucket = PrometheusMetrics.bounds.firstIndex { value <= $0 } ?? PrometheusMetrics.bounds.count
        state.withLock { state in
            if kind == .histogram { state.value += value } else { state.value = value }
            state.counts[bucket] += 1
        }
    }

    private static func text(_ value: Double) -> String { Int(exactly: value).map(String.init) ?? "\(value)" }

    func lines(_ label: String, _ dimensions: String) -> [String] {
        let state = state.withLock { $0 }
        let braces = dimensions.isEmpty ? "" : "{\(dimensions)}"
        guard kind == .histogram else { return ["\(label)\(braces) \(Self.text(state.value))"] }
        var total = 0
        var lines: [String] = []
        for (bound, count) in zip(PrometheusMetrics.bounds.map { "\($0)" } + ["+Inf"], state.counts) {
            total += count
            lines.append("\(label)_bucket{\(dimensions.isEmpty ? "" : dimensions + ",")le=\"\(bound)\"} \(total)")
        }
        return lines + ["\(label)_sum\(braces) \(state.value)", "\(label)_count\(braces) \(total)"]
    }
}
