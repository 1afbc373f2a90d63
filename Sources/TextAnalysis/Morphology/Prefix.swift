/// The prefixes of Indonesian and Banjar by function.
///
/// `ber` includes be-, bel- and Banjar ba-, bar-.
enum Prefix: Sendable {
    /// meN-
    case active
    /// peN-
    case agent
    case ber, per, ter
    /// di-
    case passive
    case ke, se
    /// ku-, kau-
    case person

    /// Whether `inner` may follow this prefix directly: `ke` before `ber` in keberhasilan.
    func canPrecede(_ inner: Prefix) -> Bool {
        switch self {
        case .active, .passive, .agent, .person:
            inner == .per || inner == .ber || inner == .ter || inner == .ke || inner == .se
        case .ke: inner == .ber || inner == .ter || inner == .se || inner == .agent
        case .ber: inner == .agent || inner == .per || inner == .ke || inner == .se
        case .ter: inner == .per || inner == .ke
        case .per: inner == .se || inner == .ber
        case .se: inner == .agent || inner == .ke || inner == .per || inner == .ber || inner == .ter
        }
    }

    /// Whether a word with this prefix may end in `suffix`.
    ///
    /// For example, meN-...-an does not exist.
    func allows(_ suffix: Suffix) -> Bool {
        switch self {
        case .active, .passive, .person, .ter: suffix != .an
        case .agent, .ke, .se: suffix == .none || suffix == .an
        case .ber: suffix != .i
        case .per: true
        }
    }

    /// Whether a suffix that this outermost prefix does not allow rules out the reading, whatever prefix follows.
    var rejectsOtherSuffixes: Bool {
        self == .active || self == .passive || self == .person || self == .ter
    }
}
