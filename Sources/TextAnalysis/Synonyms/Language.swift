/// The languages people ask in.
package enum Language: String, Sendable, Hashable, CaseIterable {
    case indonesian = "id"
    case banjar = "bjn"
    case english = "en"
}
