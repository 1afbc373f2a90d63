import ServiceLifecycle

/// Interrupts overdue queries, ten times a second, while the service runs.
struct DeadlineMonitor: Service {
    let workers: Workers

    func run() async throws {
        try? await cancelWhenGracefulShutdown {  // It ends by cancellation, which is no error.
            while !Task.isCancelled {
                try await Task.sleep(for: .milliseconds(100))
                workers.interruptOverdue()
            }
        }
    }
}
