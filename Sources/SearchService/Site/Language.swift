/// The languages of the pages.
///
/// Indonesian, and English where the address says so: one address shows everyone the same, also on the many phones here
/// that are set to English.
enum Language: String, Sendable, CaseIterable {
    case indonesian = "id"
    case english = "en"

    var other: Language { self == .indonesian ? .english : .indonesian }

    /// What `lang` says; Indonesian where it says nothing or something else.
    init(asked: String?) { self = asked.flatMap(Language.init) ?? .indonesian }
}
