import Hummingbird
import Logging
import NIOCore

/// What travels with a request: Hummingbird's own storage and who asks.
struct BanuaRequestContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The client's address without its port; nil on a socket that has none.
    let client: String?
    /// The connection, as `HangUps` knows it.
    let connection: ObjectIdentifier
    /// The id that the log knows the request by; empty where the log keeps no metadata.
    var requestID: String { logger[metadataKey: "hb.request.id"]?.description ?? "" }

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        client = source.channel.remoteAddress?.ipAddress
        connection = ObjectIdentifier(source.channel)
    }
}
