import CPROJ

/// A PROJ context that collects log messages and never uses the network.
///
/// It is not thread-safe. The owner must guard it.
final class PROJContext {
    let pointer: OpaquePointer
    private let log = MessageLog()

    /// - Throws: `ProjectionError` if there is no memory, or the PROJ database is not installed.
    init() throws(ProjectionError) {
        guard let pointer = proj_context_create() else { throw .noContext }
        self.pointer = pointer
        proj_log_func(pointer, Unmanaged.passUnretained(log).toOpaque()) { log, _, message in
            guard let log, let message else { return }
            Unmanaged<MessageLog>.fromOpaque(log).takeUnretainedValue().last = String(cString: message)
        }
        // Results must not depend on whether the machine is online.
        proj_context_set_enable_network(pointer, 0)
        guard proj_context_get_database_path(pointer) != nil else { throw .noDatabase }
    }

    deinit { proj_context_destroy(pointer) }

    /// The last message of PROJ as a clause.
    ///
    /// Clears the log.
    func reason() -> String? {
        defer { log.last = nil }
        // Remove the name of the C function from "proj_create: crs not found".
        if let message = log.last {
            return message.hasPrefix("proj_")
                ? message.split(separator: ": ").dropFirst().joined(separator: ": ") : message
        }
        let number = proj_context_errno(pointer)
        return number == 0 ? nil : Self.text(ofError: number)
    }

    static func text(ofError number: Int32) -> String {
        proj_errno_string(number).map { String(cString: $0) } ?? "error \(number)"
    }
}

private final class MessageLog {
    var last: String?
}

/// A PROJ object.
///
/// It is destroyed with this value, and keeps its context alive.
final class PROJObject {
    let pointer: OpaquePointer
    private let context: PROJContext

    /// Takes ownership of the result of a PROJ function.
    ///
    /// Returns nil if the result is null.
    init?(_ pointer: OpaquePointer?, _ context: PROJContext) {
        guard let pointer else { return nil }
        self.pointer = pointer
        self.context = context
    }

    deinit { proj_destroy(pointer) }
}
