import Hummingbird
import Logging
import NIOCore

/// Hummingbird's own storage of a request, and its client.
struct BanuaRequestContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The client's address without its port.
    ///
    /// Nil on a socket that has none.
    let client: String?
    /// The connection, as ``DisconnectedClients`` knows it.
    let connection: ObjectIdentifier
    /// The id of the request in the log.
    ///
    /// Empty if the log keeps no metadata.
    var requestID: String { logger[metadataKey: "hb.request.id"]?.description ?? "" }

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        client = source.channel.remoteAddress?.ipAddress
        connection = ObjectIdentifier(source.channel)
    }
}
