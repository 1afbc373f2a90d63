import Base
import HTTPTypes
import Hummingbird
import Search

extension Problem {
    /// The problem that tells a client about an error.
    ///
    /// An error that is not known is internal.
    init(_ error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let error as SearchError: self.init(search: error)
        case let failure as any Failure: self.init(failure: failure)
        case let response as any HTTPResponseError where response.status == .notFound: self = .notFound
        default: self = .internal
        }
    }

    private init(search error: SearchError) {
        switch error.code {
        case .placeAmbiguous:
            self.init(.conflict, "ambiguous-place", "Several places have this name", error)
        case .placeNotFound: self.init(.notFound, "no-such-place", "No such place", error)
        case .documentNotFound: self.init(.notFound, "no-such-document", "No such document", error)
        case .cursorStale: self.init(.gone, "stale-cursor", "The index has changed since this page", error)
        case .interrupted: self = .tooSlow
        default: self.init(failure: error)
        }
        parameter = error.parameter ?? parameter
        offset = error.offset
        candidates = error.candidates
    }

    private init(_ status: HTTPResponse.Status, _ type: String, _ title: String, _ error: SearchError) {
        self.init(status: status, type: type, title: title, detail: error.message)
    }

    /// The only place that turns the kind of a failure into a status.
    private init(failure: any Failure) {
        switch failure.kind {
        case .usage: self = .invalid("q", failure.message)
        case .noInput:
            self.init(status: .notFound, type: "not-found", title: "There is no such thing", detail: failure.message)
        case .busy: self = .busy
        case .data, .internal, .inputOutput: self = .internal
        }
    }
}
