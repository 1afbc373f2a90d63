/// Planar measures of lines and rings.
extension [Coordinate] {
    /// The positions with the first one repeated at the end.
    var closed: [Coordinate] { first == last ? self : self + prefix(1) }

    var length: Double { zip(self, dropFirst()).reduce(0) { $0 + $1.0.planarDistance(to: $1.1) } }

    /// The area of a closed ring by the shoelace formula; positive if counterclockwise.
    var signedArea: Double {
        // Relative to one corner, because large projected numbers would lose digits.
        guard let origin = first else { return 0 }
        return zip(self, dropFirst()).reduce(0) { sum, edge in
            sum + (edge.0.longitude - origin.longitude) * (edge.1.latitude - origin.latitude)
                - (edge.1.longitude - origin.longitude) * (edge.0.latitude - origin.latitude)
        } / 2
    }

    /// The position at half the length of a line.
    var middle: Coordinate? {
        var left = length / 2
        for (from, to) in zip(self, dropFirst()) {
            let step = from.planarDistance(to: to)
            if step >= left, step > 0 { return from.between(to, part: left / step) }
            left -= step
        }
        return first
    }
}

extension Coordinate {
    func planarDistance(to other: Coordinate) -> Double {
        let (x, y) = (longitude - other.longitude, latitude - other.latitude)
        return (x * x + y * y).squareRoot()
    }

    /// The position on the straight line to another one, at a fraction from 0 (here) to 1 (there).
    func between(_ other: Coordinate, part: Double) -> Coordinate {
        Coordinate(
            longitude: longitude + (other.longitude - longitude) * part,
            latitude: latitude + (other.latitude - latitude) * part)
    }
}
