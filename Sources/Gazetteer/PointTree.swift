import Base
import Foundation
import Geo

/// Finds the nearest of many points on Earth, with a k-d tree in one array (Bentley 1975).
///
/// The median of each part of the array is in its middle.
///
/// Units: metres, from the chord: within a ten-thousandth of the geodesic up to 300 km, which is enough to decide
/// whether a point is near. Complexity: O(n log² n) to build, O(log n) on average a query; 32 bytes a point.
package struct PointTree: Sendable {
    package struct Neighbour: Sendable {
        package let place: Int
        package let metres: Double
    }

    private struct Node: Sendable {
        let vector: SIMD3<Float64>
        let place: Int32
    }

    private static let radius = 6_371_008.8
    private var nodes: [Node]

    init(_ points: [(place: Int, coordinate: Coordinate)]) {
        nodes = points.map { Node(vector: Self.vector($0.coordinate), place: Int32($0.place)) }
        arrange(nodes.indices, axis: 0)
    }

    var isEmpty: Bool { nodes.isEmpty }

    /// The nearest points, nearest first; at most `count`.
    func nearest(_ count: Int, to coordinate: Coordinate) -> [Neighbour] {
        guard count > 0, coordinate.isValid else { return [] }
        var search = Search(target: Self.vector(coordinate), count: count)
        visit(nodes.indices, axis: 0, &search)
        return search.found.map { Neighbour(place: Int($0.place), metres: Self.arc(chordSquared: $0.distance)) }
    }

    package static func metres(from: Coordinate, to: Coordinate) -> Double {
        let difference = vector(from) - vector(to)
        return arc(chordSquared: (difference * difference).sum())
    }

    private struct Search {
        let target: SIMD3<Float64>
        let count: Int
        var found: [(distance: Double, place: Int32)] = []

        var limit: Double { found.count < count ? .infinity : found[found.count - 1].distance }

        mutating func offer(_ node: Node) {
            let difference = node.vector - target
            let distance = (difference * difference).sum()
            guard distance < limit else { return }
            if found.count == count { found.removeLast() }
            let position = found.indices.partitionPoint { found[$0].distance <= distance }
            found.insert((distance, node.place), at: position)
        }
    }

    private func visit(_ range: Range<Int>, axis: Int, _ search: inout Search) {
        guard !range.isEmpty else { return }
        let middle = range.lowerBound + range.count / 2
        search.offer(nodes[middle])
        let offset = search.target[axis] - nodes[middle].vector[axis]
        let next = (axis + 1) % 3
        let (before, after) = (range.lowerBound..<middle, middle + 1..<range.upperBound)
        visit(offset < 0 ? before : after, axis: next, &search)
        if offset * offset < search.limit { visit(offset < 0 ? after : before, axis: next, &search) }
    }

    private mutating func arrange(_ range: Range<Int>, axis: Int) {
        guard range.count > 1 else { return }
        nodes[range].sort { ($0.vector[axis], $0.place) < ($1.vector[axis], $1.place) }
        let middle = range.lowerBound + range.count / 2
        arrange(range.lowerBound..<middle, axis: (axis + 1) % 3)
        arrange(middle + 1..<range.upperBound, axis: (axis + 1) % 3)
    }

    private static func vector(_ coordinate: Coordinate) -> SIMD3<Float64> {
        let point = GeocentricPoint(coordinate)
        return SIMD3(point.x, point.y, point.z)
    }

    /// The arc over a chord of a circle with the mean radius of the Earth.
    ///
    /// The chord to an antipode may be a little longer than the diameter of that circle.
    private static func arc(chordSquared: Double) -> Double {
        2 * radius * asin(min(1, chordSquared.squareRoot() / (2 * radius)))
    }
}
