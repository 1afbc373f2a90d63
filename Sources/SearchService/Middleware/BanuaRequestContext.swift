import Hummingbird
import Logging
import NIOCore

/// What travels with a request: Hummingbird's own storage and who asks.
struct BanuaRequestContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The client's address without its port; nil on a socket that has none.
    let client: String?

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        client = source.channel.remoteAddress?.ipAddress
    }
}
