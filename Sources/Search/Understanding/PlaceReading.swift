import Gazetteer

/// Words of a question that may name a place, and how the question relates to it.
struct PlaceReading {
    enum Relation: Equatable {
        /// "di", "dari", "in": held to the area.
        case inside
        /// "dekat", "sekitar", "near": measured from it.
        case near
        /// "dalam radius 10 km dari": held to a circle.
        case within(metres: Double)
        /// The name alone, as in "purun tapin".
        case bare
    }

    /// Of the question's words: the name and what leads to it.
    var words: Range<Int>
    /// The name alone.
    var name: Range<Int>
    var relation: Relation
    var meaning: PlaceMeaning
}
