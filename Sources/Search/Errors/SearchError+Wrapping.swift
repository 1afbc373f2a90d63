import Base
import IndexStore

extension SearchError {
    /// Converts an error of another module; a SearchError stays as it is.
    init(wrapping error: any Error) {
        switch error {
        case let error as SearchError: self = error
        case let error as IndexStoreError where error == .interrupted: self = .interrupted
        // A question that the index cannot be asked, such as one of too many words.
        case let error as IndexStoreError where error.kind == .usage:
            self.init(kind: .usage, code: .invalidValue, message: error.message, parameter: "q")
        case let error as any Failure:
            let isInternal = error.kind == .internal
            self.init(
                kind: isInternal ? .internal : .data, code: isInternal ? .failure : .indexDamaged,
                message: error.message)
        default:
            self.init(
                kind: .internal, code: .failure,
                message: "The search failed: \(error). This is a mistake in Banua: please report it.")
        }
    }
}
