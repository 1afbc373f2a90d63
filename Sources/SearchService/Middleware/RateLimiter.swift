import Synchronization

/// A token bucket for each client: so many requests a second on average, twice as many in a burst.
///
/// Memory is bounded: at most `mostClients` are remembered, and where that is full those whose bucket is full again are
/// forgotten.
final class RateLimiter: Sendable {
    private struct Bucket {
        var tokens: Double
        var filledAt: ContinuousClock.Instant
    }

    private let rate: Double
    private let burst: Double
    private let mostClients: Int
    private let buckets = Mutex<[String: Bucket]>([:])

    init(requestsPerSecond: Int, mostClients: Int = 100_000) {
        rate = Double(requestsPerSecond)
        burst = Double(requestsPerSecond) * 2
        self.mostClients = mostClients
    }

    /// Takes one request from a client's share; nil: it may go on, else the whole seconds until there is a share again.
    func wait(for client: String, now: ContinuousClock.Instant = .now) -> Int? {
        buckets.withLock { buckets in
            if buckets.count >= mostClients, buckets[client] == nil {
                buckets = buckets.filter {
                    ($0.value.filledAt.duration(to: now) / .seconds(1)) * rate + $0.value.tokens < burst
                }
                if buckets.count >= mostClients { return 1 }
            }
            var bucket = buckets[client] ?? Bucket(tokens: burst, filledAt: now)
            bucket.tokens = min(burst, bucket.tokens + bucket.filledAt.duration(to: now) / .seconds(1) * rate)
            bucket.filledAt = now
            defer { buckets[client] = bucket }
            guard bucket.tokens >= 1 else { return max(1, Int(((1 - bucket.tokens) / rate).rounded(.up))) }
            bucket.tokens -= 1
            return nil
        }
    }
}
