import CPROJ

/// A PROJ context of its own: what PROJ would print, it keeps; it never asks the network.
///
/// Not for several threads at once: whoever has one guards it.
final class PROJContext {
    let pointer: OpaquePointer
    private let log = MessageLog()

    /// Throws: `ProjectionError` where there is no memory, or PROJ's database is not installed.
    init() throws(ProjectionError) {
        guard let pointer = proj_context_create() else { throw .noContext }
        self.pointer = pointer
        proj_log_func(pointer, Unmanaged.passUnretained(log).toOpaque()) { log, _, message in
            guard let log, let message else { return }
            Unmanaged<MessageLog>.fromOpaque(log).takeUnretainedValue().last = String(cString: message)
        }
        // Which grid a shift uses must not hang on whether the machine is online.
        proj_context_set_enable_network(pointer, 0)
        guard proj_context_get_database_path(pointer) != nil else { throw .noDatabase }
    }

    deinit { proj_context_destroy(pointer) }

    /// What PROJ said last, as a clause; empties the log.
    func reason() -> String? {
        defer { log.last = nil }
        // "proj_create: crs not found" says in whose code it was found, which is nobody's concern.
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

/// An object of PROJ, destroyed with this value, which keeps its context alive.
final class PROJObject {
    let pointer: OpaquePointer
    private let context: PROJContext

    /// Takes over what a function of PROJ returned; nil where that is nothing.
    init?(_ pointer: OpaquePointer?, _ context: PROJContext) {
        guard let pointer else { return nil }
        self.pointer = pointer
        self.context = context
    }

    deinit { proj_destroy(pointer) }
}
