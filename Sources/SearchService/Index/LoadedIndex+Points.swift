import Geo
import IndexDefinition
import IndexStore
import Search

extension LoadedIndex {
    /// The points of the villages that have one, in the order of their codes.
    var villagePoints: [Coordinate] {
        let values = engine.generation.values
        return (0..<values.count).lazy.filter { values.kinds[$0] == DocumentKind.village.ordinal }.compactMap {
            values.coordinate(at: $0)
        }
    }
}
