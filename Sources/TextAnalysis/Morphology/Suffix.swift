/// The derivational suffixes.
enum Suffix: Sendable {
    case none, an, i, kan
}
