import Gazetteer

/// One way to read the place of a query, and the scope to search for it.
struct PlaceCandidate {
    enum Role: Int {
        /// A place with a leading word, as in "di Tapin" or "dekat Tapin".
        case marked
        /// The surroundings of a marked place, used if the place itself has no matches.
        case surroundings
        /// A leading word with the name of several places. The words are not searched; the answer lists the places.
        case ambiguous
        /// A name without a leading word, as in "purun tapin". It may be part of a product's name.
        case bare
        /// The surroundings of a bare name that no document has, so that it can only be a place.
        case surroundingsOfBare
        /// No place: every word is a keyword.
        case none
    }

    var role: Role
    /// nil if the role is `none`.
    var reading: PlaceReading?
    var scope: Scope
    /// The position among candidates of the same role.
    var position = 0
    /// True if the place is known to be meant and to have matches: a bare name was compared with the names of products,
    /// or only this place of several with one name has any.
    var isAccepted = false

    /// The levels of an interpretation cost less than 10.
    var cost: Int { role.rawValue * 100 + position * 10 }

    /// The number of index runs reserved for later candidates if nothing is found.
    var reservedRuns: Int { isUnsure || role == .marked && reading?.relation != .near && !isAccepted ? 1 : 0 }

    /// True for a name that may be part of a product's name.
    var isUnsure: Bool { role == .bare && !isAccepted }

    /// True if only documents that name the village count as evidence for reading a word as its name.
    ///
    /// Many words are the name of some village.
    var mustBeNamed: Bool { isUnsure && reading?.meaning.areas.first?.level == .village }
}
