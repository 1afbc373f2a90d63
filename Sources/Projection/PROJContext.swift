import CPROJ
import Synchronization

/// A PROJ context, used by one thread at a time; it says nothing on standard error.
final class PROJContext: Sendable {
    static let shared = PROJContext()

    private struct Handle: @unchecked Sendable { let pointer: OpaquePointer? }  // only touched under the lock
    private let handle: Mutex<Handle>

    init() {
        let context = proj_context_create()
        proj_log_func(context, nil) { _, _, _ in }  // errors are thrown, not printed
        handle = Mutex(Handle(pointer: context))
    }

    deinit { handle.withLock { _ = proj_context_destroy($0.pointer) } }

    /// Runs work with the context, alone.
    func use<Result>(_ work: (OpaquePointer) throws(ProjectionError) -> Result) throws(ProjectionError) -> Result {
        let outcome: Swift.Result<UncheckedBox<Result>, ProjectionError> = handle.withLock { handle in
            guard let pointer = handle.pointer else {
                return .failure(ProjectionError(kind: .internal, message: "PROJ could not make a context: is there memory left?"))
            }
            do throws(ProjectionError) { return .success(UncheckedBox(try work(pointer))) } catch { return .failure(error) }
        }
        return try outcome.get().value
    }

    static func lastError(_ context: OpaquePointer) -> String {
        let number = proj_context_errno(context)
        return number == 0 ? "no reason given" : proj_errno_string(number).map { String(cString: $0) } ?? "error \(number)"
    }
}

/// Carries a value out of the lock that it was made under.
private struct UncheckedBox<Value>: @unchecked Sendable {
    let value: Value
    init(_ value: Value) { self.value = value }
}
