import NIOHTTP1
import NIOHTTPTypesHTTP1

extension Problem {
    /// The problem of bytes that are not a request.
    ///
    /// Returns nil for other errors of a connection.
    init?(connection error: any Error) {
        switch error {
        case HTTPParserError.headerOverflow: self = .headerTooLarge
        case HTTPParserError.invalidMethod: self = .methodNotAllowed(nil)
        case is RequestHeadRules.NotOneHost: self = .notOneHost
        case is HTTPParserError, is HTTP1TypeConversionError: self = .notHTTP
        default: return nil
        }
    }
}
