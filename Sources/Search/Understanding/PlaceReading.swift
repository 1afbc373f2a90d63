import Gazetteer

/// Words of a query that may name a place, with their relation to the query.
struct PlaceReading {
    enum Relation: Equatable {
        /// "di", "dari", "in": limits the answer to the area.
        case inside
        /// "dekat", "sekitar", "near": distances are measured from the place.
        case near
        /// "dalam radius 10 km dari": limits the answer to a circle.
        case within(metres: Double)
        /// The name alone, as in "purun tapin".
        case bare
    }

    /// The range of the name and the words before it in the query.
    var words: Range<Int>
    /// The range of the name only.
    var name: Range<Int>
    var relation: Relation
    var meaning: PlaceMeaning
}
