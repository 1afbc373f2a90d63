import Geo

/// Decodes a geometry from well-known binary: ISO and extended (EWKB), in both byte orders.
///
/// Heights and measures are ignored.
///
/// Curves become straight lines between their control points. Polyhedral surfaces become multipolygons.
///
/// Source: OGC 06-103r4, chapter 8; GeoPackage 1.4, 2.1.3.
struct WKB {
    /// The reason why bytes are not a geometry, as a clause for a message.
    struct Failure: Error {
        var reason: String
    }

    private let bytes: UnsafeRawBufferPointer
    private var position: Int
    private static let depthLimit = 16

    /// The geometry at `position`.
    ///
    /// Returns nil if it is empty.
    static func geometry(in bytes: UnsafeRawBufferPointer, from position: Int = 0) throws(Failure) -> Geometry? {
        var reader = WKB(bytes: bytes, position: position)
        return try reader.geometry(depth: 0)
    }

    private init(bytes: UnsafeRawBufferPointer, position: Int) {
        self.bytes = bytes
        self.position = position
    }

    /// The header of a geometry.
    private struct Header {
        var isLittleEndian: Bool
        var type: UInt32
        /// Number of values in a position: 2, 3 or 4.
        var dimensions: Int
    }

    private mutating func header() throws(Failure) -> Header {
        guard position < bytes.count, bytes[position] <= 1 else {
            throw Failure(reason: "its binary form does not begin with a byte order")
        }
        let isLittleEndian = bytes[position] == 1
        position += 1
        let code = try integer(isLittleEndian)
        if code & 0x2000_0000 != 0 { _ = try integer(isLittleEndian) }
        let thousands = code & 0xFFFF / 1000
        let hasZ = code & 0x8000_0000 != 0 || thousands == 1 || thousands == 3
        let hasM = code & 0x4000_0000 != 0 || thousands == 2 || thousands == 3
        return Header(
            isLittleEndian: isLittleEndian, type: code & 0xFFFF % 1000, dimensions: 2 + (hasZ ? 1 : 0) + (hasM ? 1 : 0))
    }

    private mutating func geometry(depth: Int) throws(Failure) -> Geometry? {
        guard depth < Self.depthLimit else {
            throw Failure(reason: "collections are nested more than \(Self.depthLimit) deep")
        }
        let header = try header()
        switch header.type {
        case 1: return try coordinate(header).map(Geometry.point)
        case 2, 8: return try some(Geometry.lineString, coordinates(header))
        case 3, 17: return try some(Geometry.polygon, rings(header))
        case 9:
            let lines = try parts(header, depth: depth).flatMap(Self.lines)
            return some(Geometry.lineString, Array(lines.joined()))
        case 10: return try some(Geometry.polygon, parts(header, depth: depth).flatMap(Self.lines))
        case 4: return try some(Geometry.multiPoint, parts(header, depth: depth).flatMap(Self.points))
        case 5, 11: return try some(Geometry.multiLineString, parts(header, depth: depth).flatMap(Self.lines))
        case 6, 12, 15, 16: return try some(Geometry.multiPolygon, parts(header, depth: depth).flatMap(Self.polygons))
        case 7: return try some(Geometry.collection, parts(header, depth: depth))
        default: throw Failure(reason: "geometry type \(header.type) is not known")
        }
    }

    /// A geometry with these parts.
    ///
    /// Returns nil if there are none.
    private func some<Part>(_ make: ([Part]) -> Geometry, _ parts: [Part]) -> Geometry? {
        parts.isEmpty ? nil : make(parts)
    }

    private mutating func parts(_ header: Header, depth: Int) throws(Failure) -> [Geometry] {
        let count = try self.count(header, bytesEach: 5)
        var parts: [Geometry] = []
        for _ in 0..<count {
            if let part = try geometry(depth: depth + 1) { parts.append(part) }
        }
        return parts
    }

    private mutating func rings(_ header: Header) throws(Failure) -> [[Coordinate]] {
        let count = try self.count(header, bytesEach: 4)
        var rings: [[Coordinate]] = []
        for _ in 0..<count {
            let ring = try coordinates(header)
            if !ring.isEmpty { rings.append(ring) }
        }
        return rings
    }

    private mutating func coordinates(_ header: Header) throws(Failure) -> [Coordinate] {
        let count = try self.count(header, bytesEach: header.dimensions * 8)
        var coordinates: [Coordinate] = []
        coordinates.reserveCapacity(count)
        for _ in 0..<count {
            if let coordinate = try coordinate(header) { coordinates.append(coordinate) }
        }
        return coordinates
    }
}

// MARK: - Numbers

extension WKB {
    /// A position.
    ///
    /// Returns nil for the NaN values of an empty point.
    private mutating func coordinate(_ header: Header) throws(Failure) -> Coordinate? {
        guard bytes.count - position >= header.dimensions * 8 else { throw Self.cutShort }
        let x = double(header.isLittleEndian, at: position)
        let y = double(header.isLittleEndian, at: position + 8)
        position += header.dimensions * 8
        return x.isNaN || y.isNaN ? nil : Coordinate(longitude: x, latitude: y)
    }

    private func double(_ isLittleEndian: Bool, at offset: Int) -> Double {
        let bits = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        return Double(bitPattern: isLittleEndian ? UInt64(littleEndian: bits) : UInt64(bigEndian: bits))
    }

    private mutating func integer(_ isLittleEndian: Bool) throws(Failure) -> UInt32 {
        guard bytes.count - position >= 4 else { throw Self.cutShort }
        let bits = bytes.loadUnaligned(fromByteOffset: position, as: UInt32.self)
        position += 4
        return isLittleEndian ? UInt32(littleEndian: bits) : UInt32(bigEndian: bits)
    }

    /// A count of elements of `bytesEach` bytes.
    ///
    /// It must fit the remaining bytes.
    private mutating func count(_ header: Header, bytesEach: Int) throws(Failure) -> Int {
        let count = Int(try integer(header.isLittleEndian))
        guard count <= (bytes.count - position) / bytesEach else { throw Self.cutShort }
        return count
    }

    private static var cutShort: Failure { Failure(reason: "its binary form is cut short") }
}

// MARK: - Parts of parts

extension WKB {
    private static func points(_ geometry: Geometry) -> [Coordinate] {
        if case .point(let coordinate) = geometry { [coordinate] } else { [] }
    }

    private static func lines(_ geometry: Geometry) -> [[Coordinate]] {
        switch geometry {
        case .lineString(let line): [line]
        case .multiLineString(let lines): lines
        default: []
        }
    }

    private static func polygons(_ geometry: Geometry) -> [[[Coordinate]]] {
        switch geometry {
        case .polygon(let rings): [rings]
        case .multiPolygon(let polygons): polygons
        default: []
        }
    }
}
