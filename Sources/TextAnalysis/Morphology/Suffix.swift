/// The suffixes that make new words.
enum Suffix: Sendable {
    case none, an, i, kan
}
