/// The prefixes of Indonesian and Banjar, by what they do; `ber` stands for ber-, be-, bel- and Banjar ba-, bar-.
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

    /// Whether `inner` may stand directly after this prefix: `ke` before `ber` in keberhasilan.
    func admits(_ inner: Prefix) -> Bool {
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

    /// Whether a word that begins with this prefix may end in `suffix`: never meN-...-an.
    func goes(with suffix: Suffix) -> Bool {
        switch self {
        case .active, .passive, .person, .ter: suffix != .an
        case .agent, .ke, .se: suffix == .none || suffix == .an
        case .ber: suffix != .i
        case .per: true
        }
    }

    /// Whether no other prefix can make up for a suffix that this one, standing first, does not go with.
    var isStrict: Bool {
        self == .active || self == .passive || self == .person || self == .ter
    }
}
