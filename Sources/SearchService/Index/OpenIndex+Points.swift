import Geo
import IndexDefinition
import IndexStore
import Search

extension OpenIndex {
    /// The points of the villages that have one, ordered by code.
    var villagePoints: [Coordinate] {
        let values = engine.generation.values
        return (0..<values.count).lazy.filter { values.kinds[$0] == DocumentKind.village.ordinal }.compactMap {
            values.coordinate(at: $0)
        }
    }
}
