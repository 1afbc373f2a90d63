import Synchronization

extension Transformation {
    /// The transformation of that name that everyone uses, made when first asked for.
    ///
    /// For servers, where making one for each request would cost more than the request.
    /// Throws: as `init(from:to:)` does.
    package static func shared(from source: String, to target: String) throws(ProjectionError) -> Transformation {
        let key = [source, target]
        if let known = pool.withLock({ $0[key] }) { return known }
        let made = try Transformation(from: source, to: target)
        pool.withLock { pool in
            // Whoever asks for ever new names must not fill the memory.
            if pool.count < poolLimit { pool[key] = made }
        }
        return made
    }

    private static let poolLimit = 64
    private static let pool = Mutex<[[String]: Transformation]>([:])
}
