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

    /// The box around the placed documents of each kind; one pass, and nothing looked up for each of what may be
    /// millions.
    static func extents(of values: ValuesFile) -> [DocumentKind: BoundingBox] {
        var boxes: [BoundingBox?] = []
        for ordinal in 0..<values.count {
            guard let point = values.coordinate(at: ordinal) else { continue }
            let kind = Int(values.kinds[ordinal])
            while boxes.count <= kind { boxes.append(nil) }
            let box = boxes[kind] ?? BoundingBox(west: 180, south: 90, east: -180, north: -90)
            boxes[kind] = BoundingBox(
                west: min(box.west, point.longitude), south: min(box.south, point.latitude),
                east: max(box.east, point.longitude),
                north: max(box.north, point.latitude))
        }
        let known = DocumentKind.allCases.compactMap { kind in
            Int(kind.ordinal) < boxes.count ? boxes[Int(kind.ordinal)].map { (kind, $0) } : nil
        }
        return Dictionary(uniqueKeysWithValues: known)
    }
}
