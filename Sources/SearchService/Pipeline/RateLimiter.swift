import Synchronization

/// A token bucket for each client: a number of requests per second on average, and twice as many in a burst.
///
/// It has at most `maxClients` buckets. At that limit it removes the buckets that are full again.
final class RateLimiter: Sendable {
    private struct Bucket {
        var tokens: Double
        var filledAt: ContinuousClock.Instant
    }

    private let rate: Double
    private let burst: Double
    private let maxClients: Int
    private let buckets = Mutex<[String: Bucket]>([:])

    init(requestsPerSecond: Int, maxClients: Int = 100_000) {
        rate = Double(requestsPerSecond)
        burst = Double(requestsPerSecond) * 2
        self.maxClients = maxClients
    }

    /// Takes one token of a client.
    ///
    /// Returns nil if there was one, else the whole seconds until there is one.
    func secondsToWait(for client: String, now: ContinuousClock.Instant = .now) -> Int? {
        buckets.withLock { buckets in
            if buckets.count >= maxClients, buckets[client] == nil {
                buckets = buckets.filter {
                    ($0.value.filledAt.duration(to: now) / .seconds(1)) * rate + $0.value.tokens < burst
                }
                if buckets.count >= maxClients { return 1 }
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
