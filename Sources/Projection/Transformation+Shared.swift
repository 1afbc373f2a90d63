import Synchronization

extension Transformation {
    /// A transformation from a cache that all callers share.
    ///
    /// For servers: creating a transformation costs more than a request.
    ///
    /// - Throws: `ProjectionError`, see `init(from:to:)`.
    package static func shared(from source: String, to target: String) throws(ProjectionError) -> Transformation {
        let key = [source, target]
        if let known = pool.withLock({ $0[key] }) { return known }
        let made = try Transformation(from: source, to: target)
        pool.withLock { pool in
            // The limit keeps requests with many different names from filling the memory.
            if pool.count < poolLimit { pool[key] = made }
        }
        return made
    }

    private static let poolLimit = 64
    private static let pool = Mutex<[[String]: Transformation]>([:])
}
