import Geo
import IndexDefinition
import IndexStore
import Search

extension OpenIndex {
    /// The points of the villages that have one, ordered by code.
    var villagePoints: [Coordinate] { engine.generation.coordinates(of: .village) }
}
