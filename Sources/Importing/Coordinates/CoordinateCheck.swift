import Gazetteer
import Geo

/// Checks positions against the places that rows name, and repairs a wrong one if only one reading is plausible.
///
///     let check = CoordinateCheck(places)
///     check.check(.degrees(longitude: -3.0301, latitude: 115.1073), claim: resolution).finding?.cause      // .swapped
///
/// A position is valid if it is plausible within the smallest area that the row names, or within the whole gazetteer if
/// the row names no area.
package struct CoordinateCheck: Sendable {
    /// Transforms projected coordinates to WGS 84.
    ///
    /// Returns nil if they have no position there.
    package typealias Projector = @Sendable (_ crs: String, _ easting: Double, _ northing: Double) -> Coordinate?

    private let places: PlaceTable
    private let project: Projector
    private let readings: CoordinateReadings

    package init(_ places: PlaceTable, project: @escaping Projector = { _, _, _ in nil }) {
        self.places = places
        self.project = project
        readings = CoordinateReadings(extent: places.extent)
    }

    package func check(_ written: WrittenPosition, claim: PlaceResolution? = nil) -> CoordinateVerdict {
        let area = claim?.code.flatMap(checkable)
        if let coordinate = written.coordinate, !isNullIsland(coordinate), isPlausible(coordinate, within: area) {
            return CoordinateVerdict(coordinate: coordinate, finding: nil)
        }
        if let coordinate = written.coordinate, isNullIsland(coordinate) {
            return rejected(.nullIsland, written, area, [])
        }
        let all = otherReadings(than: written, near: area)
        let plausible = all.filter { isPlausible($0.coordinate, within: area) }
        guard plausible.count == 1, let only = plausible.first, !only.mistakes.contains(.otherCRS) else {
            let possible = plausible.isEmpty ? all.filter { isPlausible($0.coordinate, within: nil) } : plausible
            return rejected(cause(written, plausible), written, area, possible)
        }
        let finding = CoordinateFinding(
            cause: CoordinateCause(only.mistakes), written: written, claimed: area.map(label), metres: nil,
            nearest: nil,
            suggestions: [suggestion(only, area)], isRepaired: true)
        return CoordinateVerdict(coordinate: only.coordinate, finding: finding)
    }

    /// The place with the code, or the smallest region around it, that has a known position.
    private func checkable(_ code: String) -> Int? {
        var place = places.index(of: code)
        while let here = place, places.isPlausible(Coordinate(longitude: 0, latitude: 0), within: here) == nil {
            place = places.parent(of: here)
        }
        return place
    }

    /// Whether a position is plausible within the area, or within the whole gazetteer.
    ///
    /// Returns true if there is nothing to compare it with.
    private func isPlausible(_ coordinate: Coordinate, within area: Int?) -> Bool {
        guard coordinate.isValid else { return false }
        return (area.map { places.isPlausible(coordinate, within: $0) } ?? places.isPlausible(coordinate)) ?? true
    }

    /// Whether the position is close to 0, 0, which many files have in place of no position.
    private func isNullIsland(_ coordinate: Coordinate) -> Bool {
        abs(coordinate.longitude) < 0.001 && abs(coordinate.latitude) < 0.001
    }

    /// All other readings of the numbers.
    private func otherReadings(than written: WrittenPosition, near area: Int?) -> [CoordinateReading] {
        let (first, second) = written.numbers
        switch written {
        case .degrees:
            return readings.ofDegrees(first, second) + metreReadings(first, second, near: area)
        case .projected(let crs, _, _, let coordinate):
            let asDegrees = [CoordinateReading(.degreesForMetres, Coordinate(longitude: first, latitude: second))]
                .filter {
                    $0.coordinate.isValid
                }
            let turned = readings.ofDegrees(first, second).filter { !$0.mistakes.contains(.separatorLost) }
                .map { CoordinateReading($0.mistakes.union(.degreesForMetres), $0.coordinate) }
            let swapped = project(crs, second, first).map { [CoordinateReading(.swapped, $0)] } ?? []
            return (asDegrees + turned + swapped + metreReadings(first, second, near: area).filter { $0.crs != crs })
                .filter { $0.coordinate != coordinate }
        }
    }

    /// The readings of the numbers as metres in the zones around the area, in both orders.
    private func metreReadings(_ first: Double, _ second: Double, near area: Int?) -> [CoordinateReading] {
        guard first.isFinite, second.isFinite, min(abs(first), abs(second)) >= 1_000 else { return [] }
        let middle = area.flatMap { places.places[$0].coordinate?.longitude }
        let (west, east) = middle.map { ($0 - 1.5, $0 + 1.5) } ?? (readings.extent.west, readings.extent.east)
        return ProjectedZones.codes(west: west, east: east).flatMap { crs in
            [
                project(crs, first, second).map { CoordinateReading(.otherCRS, $0, crs: crs) },
                project(crs, second, first).map { CoordinateReading([.otherCRS, .swapped], $0, crs: crs) },
            ].compactMap(\.self)
        }
    }

    private func cause(_ written: WrittenPosition, _ plausible: [CoordinateReading]) -> CoordinateCause {
        if !plausible.isEmpty {
            guard plausible.allSatisfy({ $0.mistakes.contains(.otherCRS) }) else { return .ambiguous }
            guard case .degrees = written else { return .otherCRS }
            return .metresWithoutCRS
        }
        guard let coordinate = written.coordinate else {
            let (first, second) = written.numbers
            return first.isFinite && second.isFinite && min(abs(first), abs(second)) >= 10_000
                ? .metresWithoutCRS : .outOfRange
        }
        return isPlausible(coordinate, within: nil) ? .farFromPlace : .outside
    }

    private func rejected(
        _ cause: CoordinateCause, _ written: WrittenPosition, _ area: Int?, _ readings: [CoordinateReading]
    )
        -> CoordinateVerdict
    {
        var finding = CoordinateFinding(
            cause: cause, written: written, claimed: area.map(label), metres: nil, nearest: nil,
            suggestions: readings.prefix(3).map { suggestion($0, area) }, isRepaired: false)
        if let coordinate = written.coordinate, cause != .nullIsland {
            finding.metres = area.flatMap { places.places[$0].coordinate }.map {
                PointTree.metres(from: $0, to: coordinate)
            }
            finding.nearest = cause == .farFromPlace ? nearest(to: coordinate) : nil
        }
        return CoordinateVerdict(coordinate: nil, finding: finding)
    }

    private func suggestion(_ reading: CoordinateReading, _ area: Int?) -> CoordinateSuggestion {
        CoordinateSuggestion(
            reading: reading, nearest: nearest(to: reading.coordinate),
            isWhereClaimed: isPlausible(reading.coordinate, within: area))
    }

    private func nearest(to coordinate: Coordinate) -> String? {
        places.positions.finestLevel
            .flatMap { places.positions.nearest(1, at: $0, to: coordinate).first }
            .map { label(of: $0.place) }
    }

    private func label(of index: Int) -> String { places.places[index].label }
}
