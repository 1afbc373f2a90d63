import Geo
import IndexDefinition
import IndexStore
import Search

extension LoadedIndex {
    /// The points of the villages that have one, in the order of their codes.
    var villagePoints: [Coordinate] {
        let values = engine.generation.values
        return (0..<values.count).lazy.filter { values.kinds[$0] == DocumentKind.village.ordinal }.compactMap { values.coordinate(at: $0) }
    }

    static func extents(of values: ValuesFile) -> [DocumentKind: BoundingBox] {
        var extents: [DocumentKind: BoundingBox] = [:]
        for ordinal in 0..<values.count {
            guard let kind = DocumentKind(ordinal: values.kinds[ordinal]), let point = values.coordinate(at: ordinal) else { continue }
            let box =
                extents[kind] ?? BoundingBox(west: point.longitude, south: point.latitude, east: point.longitude, north: point.latitude)
            extents[kind] = BoundingBox(
                west: min(box.west, point.longitude), south: min(box.south, point.latitude), east: max(box.east, point.longitude),
                north: max(box.north, point.latitude))
        }
        return extents
    }
}
