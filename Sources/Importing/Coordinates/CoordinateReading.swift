import Foundation
import Geo

/// An alternative reading of two numbers as a position.
package struct CoordinateReading: Hashable, Sendable {
    /// The mistakes that the reading assumes.
    package struct Mistakes: OptionSet, Hashable, Sendable {
        package let rawValue: Int
        package init(rawValue: Int) { self.rawValue = rawValue }

        /// Longitude and latitude, or easting and northing, are swapped.
        package static let swapped = Mistakes(rawValue: 1)
        /// A latitude south of the equator has no minus sign.
        package static let minusLost = Mistakes(rawValue: 2)
        /// A minus sign is wrong.
        package static let minusAdded = Mistakes(rawValue: 4)
        /// The decimal separator is missing: 1148339 for 114.8339.
        package static let separatorLost = Mistakes(rawValue: 8)
        /// The file states a CRS in metres, but the numbers are degrees.
        package static let degreesForMetres = Mistakes(rawValue: 16)
        /// The numbers are metres in a CRS that the file does not state: see `crs`.
        package static let otherCRS = Mistakes(rawValue: 32)
    }

    package let mistakes: Mistakes
    package let coordinate: Coordinate
    /// The CRS that the reading assumes, if it differs.
    package let crs: String?

    init(_ mistakes: Mistakes, _ coordinate: Coordinate, crs: String? = nil) {
        self.mistakes = mistakes
        self.coordinate = coordinate
        self.crs = crs
    }
}

/// Generates the readings of two numbers that are positions on Earth.
struct CoordinateReadings {
    /// The area in which a number beyond the range of degrees is read with a decimal separator.
    let extent: BoundingBox

    /// All readings except the numbers as written.
    ///
    /// Each position occurs once, with the fewest mistakes.
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

    /// The values that a number may stand for: itself, with the other sign, or with a decimal separator.
    private func values(
        _ number: Double, limit: Double, within extent: ClosedRange<Double>, isLongitude: Bool
    ) -> [(value: Double, mistakes: CoordinateReading.Mistakes)] {
        guard number.isFinite else { return [] }
        var values: [(Double, CoordinateReading.Mistakes)] = []
        if abs(number) <= limit {
            values.append((number, []))
        } else if number.rounded() == number, abs(number) < 1e15 {
            // Dividing by a power of ten rounds once, so 1148339 gives exactly the value of "114.8339".
            values = (1...13).map { (number / pow(10, Double($0)), CoordinateReading.Mistakes.separatorLost) }
        }
        let turned = values.compactMap { value, mistakes -> (Double, CoordinateReading.Mistakes)? in
            // Indonesia is entirely east of Greenwich.
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
    /// Orders by number of mistakes, then in a fixed order, so that reports are reproducible.
    fileprivate var order: (Int, Int, Double, Double) {
        (mistakes.count, mistakes.rawValue, coordinate.longitude, coordinate.latitude)
    }
}
