import Foundation
import Geo

/// A way to read two numbers as a position other than as they are written.
package struct CoordinateReading: Hashable, Sendable {
    /// What must have gone wrong for this reading to be right.
    package struct Mistakes: OptionSet, Hashable, Sendable {
        package let rawValue: Int
        package init(rawValue: Int) { self.rawValue = rawValue }

        /// Longitude and latitude, or easting and northing, stand in each other's place.
        package static let swapped = Mistakes(rawValue: 1)
        /// A latitude south of the equator stands without its minus sign.
        package static let minusLost = Mistakes(rawValue: 2)
        /// A minus sign stands where none belongs.
        package static let minusAdded = Mistakes(rawValue: 4)
        /// 1148339 for 114.8339.
        package static let separatorLost = Mistakes(rawValue: 8)
        /// Degrees in a file said to be in metres.
        package static let degreesForMetres = Mistakes(rawValue: 16)
        /// Metres of a CRS that the file does not name, or not rightly: see `crs`.
        package static let otherCRS = Mistakes(rawValue: 32)
    }

    package let mistakes: Mistakes
    package let coordinate: Coordinate
    /// The CRS the numbers would be in, where that is the mistake.
    package let crs: String?

    init(_ mistakes: Mistakes, _ coordinate: Coordinate, crs: String? = nil) {
        self.mistakes = mistakes
        self.coordinate = coordinate
        self.crs = crs
    }
}

/// All readings of two numbers that give a position on Earth.
struct CoordinateReadings {
    /// Numbers beyond degrees are tried with a decimal separator only where that puts them in this box.
    let extent: BoundingBox

    /// Shape: the numbers as they are written left out; each position once, with the fewest mistakes.
    func ofDegrees(_ first: Double, _ second: Double) -> [CoordinateReading] {
        var readings: [Coordinate: CoordinateReading.Mistakes] = [:]
        let orders: [(Double, Double, CoordinateReading.Mistakes)] = [(first, second, []), (second, first, .swapped)]
        for (longitude, latitude, order) in orders {
            for (east, eastern) in values(longitude, limit: 180, within: extent.west...extent.east, isLongitude: true) {
                for (north, northern) in values(
                    latitude, limit: 90, within: extent.south...extent.north, isLongitude: false)
                {
                    let coordinate = Coordinate(longitude: east, latitude: north)
                    let mistakes = order.union(eastern).union(northern)
                    let known = readings[coordinate]
                    if known.map({ $0.count > mistakes.count }) ?? true { readings[coordinate] = mistakes }
                }
            }
        }
        return readings.filter { !$0.value.isEmpty }.map { CoordinateReading($0.value, $0.key) }.sorted {
            $0.order < $1.order
        }
    }

    /// What one number may have been: itself, with the other sign, or with a decimal separator somewhere.
    private func values(
        _ number: Double, limit: Double, within extent: ClosedRange<Double>, isLongitude: Bool
    ) -> [(value: Double, mistakes: CoordinateReading.Mistakes)] {
        guard number.isFinite else { return [] }
        var values: [(Double, CoordinateReading.Mistakes)] = []
        if abs(number) <= limit {
            values.append((number, []))
        } else if number.rounded() == number, abs(number) < 1e15 {
            // Dividing by a power of ten rounds once, so that 1148339 gives exactly what "114.8339" reads as.
            values = (1...13).map { (number / pow(10, Double($0)), CoordinateReading.Mistakes.separatorLost) }
        }
        let turned = values.compactMap { value, mistakes -> (Double, CoordinateReading.Mistakes)? in
            // All of Indonesia lies east of Greenwich.
            if isLongitude { return value < 0 ? (-value, mistakes.union(.minusAdded)) : nil }
            return value == 0 ? nil : (-value, mistakes.union(value > 0 ? .minusLost : .minusAdded))
        }
        return (values + turned).filter { $0.1.contains(.separatorLost) ? extent.contains($0.0) : true }
    }
}

extension CoordinateReading.Mistakes {
    var count: Int { rawValue.nonzeroBitCount }
}

extension CoordinateReading {
    /// Fewest mistakes first; then any fixed order, so that reports do not change from run to run.
    fileprivate var order: (Int, Int, Double, Double) {
        (mistakes.count, mistakes.rawValue, coordinate.longitude, coordinate.latitude)
    }
}
