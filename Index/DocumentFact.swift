/// The value of one fact of one document.
package enum DocumentFact: Sendable, Hashable {
    /// A number, such as workers.
    case number(Double)
    /// The least and the greatest of several numbers, such as prices.
    case range(Double, Double)
    /// One or more values, such as certificates.
    case values([String])
}
