/// The languages of queries.
package enum Language: String, Sendable, Hashable, CaseIterable {
    case indonesian = "id"
    case banjar = "bjn"
    case english = "en"
}
