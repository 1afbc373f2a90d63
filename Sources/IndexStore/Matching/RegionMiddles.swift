import CRanking
import Geo

/// Where the regencies and districts of a generation have their middles, by the ordinals of its facet tables.
///
/// A document that is known by its regency or district only is placed there.
package final class RegionMiddles: Sendable {
    let regencies: Level
    let districts: Level

    /// - Parameter coordinate: the middle of the region of a code; nil where it is not known.
    package init(_ generation: Generation, coordinate: (String) throws -> Coordinate?) rethrows {
        regencies = Level(try generation.regencies.values.map(coordinate))
        districts = Level(try generation.districts.values.map(coordinate))
    }

    /// The middles of one level in memory that C reads.
    final class Level: @unchecked Sendable {  // nothing writes to the buffers once they are filled
        private let longitudes: UnsafeMutableBufferPointer<Double>
        private let latitudes: UnsafeMutableBufferPointer<Double>

        init(_ coordinates: [Coordinate?]) {
            longitudes = .allocate(capacity: coordinates.count)
            latitudes = .allocate(capacity: coordinates.count)
            _ = longitudes.initialize(from: coordinates.map { $0?.longitude ?? .nan })
            _ = latitudes.initialize(from: coordinates.map { $0?.latitude ?? .nan })
        }

        deinit {
            longitudes.deallocate()
            latitudes.deallocate()
        }

        func native(spread: Double) -> banua_regions {
            banua_regions(
                longitude: UnsafePointer(longitudes.baseAddress), latitude: UnsafePointer(latitudes.baseAddress),
                count: UInt32(longitudes.count), spread: spread)
        }
    }
}
