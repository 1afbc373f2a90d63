import Foundation
import Geo
import TestSupport
import Testing

@testable import Importing

@Suite("WKB")
struct WKBTests {
    /// Writes WKB for the tests.
    struct Writer {
        var isLittleEndian = true
        /// 0, 1000 (Z), 2000 (M), 3000 (ZM), or the flags of EWKB.
        var dimensionCode: UInt32 = 0
        var extraNumbers = 0
        private(set) var bytes: [UInt8] = []

        init(isLittleEndian: Bool, dimensionCode: UInt32 = 0, extraNumbers: Int = 0) {
            (self.isLittleEndian, self.dimensionCode, self.extraNumbers) = (isLittleEndian, dimensionCode, extraNumbers)
        }

        mutating func write(_ geometry: Geometry) {
            switch geometry {
            case .point(let at): header(1); position(at)
            case .lineString(let line): header(2); positions(line)
            case .polygon(let rings): header(3); list(rings) { $0.positions($1) }
            case .multiPoint(let points): header(4); list(points) { $0.write(.point($1)) }
            case .multiLineString(let lines): header(5); list(lines) { $0.write(.lineString($1)) }
            case .multiPolygon(let polygons): header(6); list(polygons) { $0.write(.polygon($1)) }
            case .collection(let parts): header(7); list(parts) { $0.write($1) }
            }
        }

        private mutating func header(_ type: UInt32) {
            bytes.append(isLittleEndian ? 1 : 0)
            integer(dimensionCode < 10_000 ? type + dimensionCode : type | dimensionCode)
            if dimensionCode & 0x2000_0000 != 0 { integer(4326) }
        }

        private mutating func list<Element>(_ elements: [Element], _ write: (inout Writer, Element) -> Void) {
            integer(UInt32(elements.count))
            for element in elements { write(&self, element) }
        }

        private mutating func positions(_ coordinates: [Coordinate]) { list(coordinates) { $0.position($1) } }

        private mutating func position(_ at: Coordinate) {
            for number in [at.longitude, at.latitude] + [Double](repeating: 77, count: extraNumbers) {
                withUnsafeBytes(of: isLittleEndian ? number.bitPattern.littleEndian : number.bitPattern.bigEndian) {
                    bytes += $0
                }
            }
        }

        private mutating func integer(_ value: UInt32) {
            withUnsafeBytes(of: isLittleEndian ? value.littleEndian : value.bigEndian) { bytes += $0 }
        }
    }

    static let ring = [(0, 0), (4, 0), (4, 4), (0, 0)].map { Coordinate(longitude: $0.0, latitude: $0.1) }
    static let geometries: [Geometry] = [
        .point(ring[1]), .lineString(ring), .polygon([ring, ring]), .multiPoint(ring), .multiLineString([ring, ring]),
        .multiPolygon([[ring], [ring, ring]]), .collection([.point(ring[0]), .collection([.lineString(ring)])]),
    ]

    @Test("decodes every type, byte order and dimension", arguments: geometries)
    func roundTrip(geometry: Geometry) throws {
        let dimensions: [(code: UInt32, extra: Int)] = [
            (0, 0), (1000, 1), (2000, 1), (3000, 2), (0x8000_0000, 1), (0x4000_0000, 1), (0xC000_0000, 2),
            (0x2000_0000, 0),
            (0xE000_0000, 2),
        ]
        for isLittleEndian in [true, false] {
            for (code, extra) in dimensions {
                var writer = Writer(isLittleEndian: isLittleEndian, dimensionCode: code, extraNumbers: extra)
                writer.write(geometry)
                #expect(try writer.bytes.withUnsafeBytes { try WKB.geometry(in: $0) } == geometry, "\(code)")
            }
        }
    }

    @Test("rejects truncated or corrupt bytes, and never reads beyond their end", arguments: geometries)
    func damaged(geometry: Geometry) {
        var writer = Writer(isLittleEndian: true)
        writer.write(geometry)
        for count in 0..<writer.bytes.count {
            #expect(throws: WKB.Failure.self) {
                try writer.bytes[..<count].withUnsafeBytes { try WKB.geometry(in: $0) }
            }
        }
        var random = SeededGenerator(seed: 5)
        for _ in 0..<2000 {
            var bytes = writer.bytes
            for _ in 0..<3 {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            // Any result is accepted, but no crash.
            _ = try? bytes.withUnsafeBytes { try WKB.geometry(in: $0) }
        }
    }

    @Test("rejects endlessly nested collections")
    func deepNesting() {
        let bytes = [UInt8]((0..<1000).flatMap { _ in [1, 7, 0, 0, 0, 1, 0, 0, 0] as [UInt8] })
        #expect(throws: WKB.Failure.self) { try bytes.withUnsafeBytes { try WKB.geometry(in: $0) } }
    }
}
