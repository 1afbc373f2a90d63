import Foundation
import Geo
import TestSupport
import Testing

@Suite("CoordinateText")
struct CoordinateTextTests {
    typealias Angle = CoordinateText.Angle
    private static let south = -(3 + 12.0 / 60 + 30.0 / 3_600)

    @Test(
        "parses one angle in every notation",
        arguments: [
            // Decimal
            ("-3.41", -3.41, nil), ("-3,41", -3.41, nil), (" 114.84 ", 114.84, nil), ("+114,84", 114.84, nil),
            ("\u{2212}3.41", -3.41, nil),
            ("\u{2013}3,41", -3.41, nil), ("- 3.41", -3.41, nil), (".5", 0.5, nil), ("-,5", nil, nil),
            ("1e-05", 0.00001, nil),
            ("3.41°", 3.41, nil),
            ("-0.0", -0.0, nil), ("114", 114, nil), ("3.41.", 3.41, nil), ("3.41 LS", -3.41, .latitude),
            ("LS 3,41", -3.41, .latitude),
            ("-3.41 S", -3.41, .latitude), ("114.84E", 114.84, .longitude), ("E114.84", 114.84, .longitude),
            ("114,84° BT", 114.84, .longitude),
            ("Lat: -3.41", -3.41, .latitude), ("longitude = 114.84", 114.84, .longitude),
            ("Bujur: 114,84", 114.84, .longitude),
            // Thousands, as spreadsheets write lost decimal points and metres
            ("1.148.339", 1_148_339, nil), ("-34.843", -34.843, nil), ("250.123,45", 250_123.45, nil),
            ("250,123.45", 250_123.45, nil),
            ("9,613,000", 9_613_000, nil), ("1148339", 1_148_339, nil),
            // Degrees, minutes, seconds
            ("3°12'30\" LS", south, .latitude), ("3° 12' 30\" LS", south, .latitude), ("3°12′30″S", south, .latitude),
            ("3º12’30” S", south, .latitude), ("3˚12´30´´ S", south, .latitude), ("3°12'30'' LS", south, .latitude),
            ("03°12'30.00\"\" S", south, .latitude), ("3*12`30`` LS", south, .latitude),
            ("3°12'30' LS", south, .latitude),
            ("3o12'30\" LS", south, .latitude), ("3°12'30,00\" L.S.", south, .latitude),
            ("3°12'30\" Lintang Selatan", south, .latitude),
            ("Lintang Selatan 3°12'30\"", south, .latitude), ("Lintang: 3°12'30\" S", south, .latitude),
            ("S 3 12 30", south, .latitude),
            ("S3°12'30\"", south, .latitude), ("3 12 30 S", south, .latitude), ("3:12:30 S", south, .latitude),
            ("-3:12:30", south, nil),
            ("3d12m30s S", south, .latitude), ("3d 12m 30s", -south, nil), ("3d12'30\"S", south, .latitude),
            ("3-12-30 S", south, .latitude), ("03.12.30 LS", south, .latitude), ("LS 3.12.30,0", south, .latitude),
            ("-3.12.30", south, nil),
            ("3 derajat 12 menit 30 detik LS", south, .latitude), ("3 deg 12 min 30 sec south", south, .latitude),
            ("-3° 12' 30\"", south, nil), ("3 12.5 S", south, .latitude), ("3°12.5'S", south, .latitude),
            ("3° 12,5' ls.", south, .latitude),
            ("115° 2' BT", 115 + 2.0 / 60, .longitude), ("115 2 BUJUR TIMUR", 115 + 2.0 / 60, .longitude),
            ("115° 02' B.T.", 115 + 2.0 / 60, .longitude),
            ("115°2' T", 115 + 2.0 / 60, .longitude), ("115°2' Timur", 115 + 2.0 / 60, .longitude),
            ("8°30' BB", -8.5, .longitude),
            ("1°30' LU", 1.5, .latitude), ("1°30' U", 1.5, .latitude), ("1°30'N", 1.5, .latitude),
            ("8°30' W", -8.5, .longitude),
            ("-0°30'", -0.5, nil), ("04°03'45.00\" S", -4.0625, .latitude), ("115 E", 115, .longitude),
            ("3d 12m S", -3.2, .latitude),
        ] as [(String, Double?, CoordinateText.Axis?)])
    func oneAngle(text: String, degrees: Double?, axis: CoordinateText.Axis?) throws {
        guard let degrees else { return #expect(CoordinateText.angle(text) == nil) }
        let angle = try #require(CoordinateText.angle(text))
        #expect(abs(angle.degrees - degrees) < 1e-12)
        #expect(angle.degrees.sign == degrees.sign)
        #expect(angle.axis == axis)
    }

    @Test(
        "rejects texts that are not an angle or are ambiguous",
        arguments: [
            "", " ", "-", "°", "LS", "abc", "3°60' LS", "3°12'60\" LS", "3 75 S", "3:12:61 S", "3.5°12' LS",
            "3°12.5'30\" LS",
            "3.41 114.84",
            "-3.41, 114.84", "3°12'30\" LS BT", "S 3 12 30 N", "S 3 12 30 S", "-3.41 N", "-115 BT", "Lat 3.41 E",
            "3°30\"", "12'30\"",
            "3\"12'",
            "3°°12'", "3°12'''", "--3.41", "3..41", "3:12:", ":3:12", "3 12 30 5 S", "91° LS", "181 E", "90°30' S",
            "3.41 km", "nan", "inf",
            "0x10",
            "1.14.339", "3°-12'", "-3 -12 -30", "Desa Hiyung, Kec. Tapin Tengah", "٣٫٤١", "3 LS 12", "6305032005Q",
        ])
    func noAngle(text: String) {
        #expect(CoordinateText.angle(text) == nil)
    }

    @Test(
        "parses a pair with the latitude first, unless letters tell otherwise",
        arguments: [
            "-3.25, 115.5", "-3.25,115.5", "-3.25 115.5", "-3.25;115.5", "-3,25; 115,5", "-3,25, 115,5", "-3,25 115,5",
            "-3,25,115,5",
            "(-3.25, 115.5)", "[-3.25 , 115.5]", "-3.25/115.5", "-3.25 | 115.5", "-3.25\t115.5", "\u{2212}3.25, 115.5",
            "-3.25 +115.5",
            "-3.25, 115.5,",
            "3.25 S, 115.5 E", "3.25S 115.5E", "S3.25 E115.5", "115.5 E, 3.25 S", "E115.5 S3.25", "115.5 BT 3.25 LS",
            "3,25 LS dan 115,5 BT",
            "3°15'00\" S 115°30'00\" E", "3°15' LS, 115°30' BT", "3°15' LS - 115°30' BT",
            "3° 15' 0\" LS 115° 30' 0\" BT", "3°15'S115°30'E",
            "S 3 15 0 E 115 30 0", "3 15 0 S 115 30 0 E", "3 15 0 S E 115 30 0", "S 3 15 0 115 30 0 E",
            "-3 15 0 115 30 0", "-3 15 115 30",
            "-3°15'0\" 115°30'0\"", "-3:15:00 115:30:00", "-3:15, 115:30", "3-15-0 S 115-30-0 E", "3d15m S, 115d30m E",
            "Lat: -3.25, Lon: 115.5", "Lat -3.25 Lon 115.5", "lat=-3.25 lng=115.5", "Lon: 115.5 Lat: -3.25",
            "x: 115.5; y: -3.25",
            "Lintang Selatan 3°15' Bujur Timur 115°30'", "3°15' Lintang Selatan 115°30' Bujur Timur",
            "Lat 3°15' S Lon 115°30' E",
            "Lat 3°15' S 115°30' E", "Bujur 115° 30' T Lintang 3° 15' S", "3°15' LS bujur 115°30' timur",
            "-3.25 lat 115.5 lon",
            "03.15.00 LS 115.30.00 BT", "3.15.0 S, 115.30.0 E", "POINT (115.5 -3.25)", "Point(115.5 -3.25)",
            "geo:-3.25,115.5",
            "https://www.google.com/maps?q=-3.25,115.5", "https://maps.google.com/?q=-3.25%2C115.5&z=15",
            "https://www.google.com/maps/place/Desa+Hiyung/@-3.1,115.1,15z/data=!4m5!3d-3.25!4d115.5",
            "https://www.google.com/maps/@-3.25,115.5,12z",
            "https://www.openstreetmap.org/?mlat=-3.25&mlon=115.5#map=15/-3.2/115.4",
            "https://www.openstreetmap.org/#map=15/-3.25/115.5",
            "-3.25, 115.5 BT", "3.25 LS, 115.5", "LS : 3°15'00.0\"   BT : 115°30'00.0\"",
            "3°15'00\"\" S 115°30'00\"\" E",
        ])
    func pair(text: String) throws {
        let coordinate = try #require(CoordinateText.coordinate(text))
        #expect(abs(coordinate.latitude - -3.25) < 1e-12)
        #expect(abs(coordinate.longitude - 115.5) < 1e-12)
    }

    @Test("parses whole numbers, swapped pairs and out-of-range pairs as typed")
    func rawPairs() {
        #expect(CoordinateText.coordinate("-3,114") == Coordinate(longitude: 114, latitude: -3))
        #expect(CoordinateText.coordinate("114.84, -3.41") == Coordinate(longitude: -3.41, latitude: 114.84))
        #expect(CoordinateText.coordinate("9613000 250123") == Coordinate(longitude: 250_123, latitude: 9_613_000))
        #expect(CoordinateText.coordinate("-0.5, 109.3") == Coordinate(longitude: 109.3, latitude: -0.5))
    }

    @Test(
        "rejects texts that are not a pair",
        arguments: [
            "", "3.41", "-3,41,114", "1,2,3,4,5", "3.41, 114.84, 20", "3 S 115 N", "3 LS, 4 LS", "115 E 116 E",
            "3°61' S 115° E", "Rantau",
            "Kampung Baru, Tanah Bumbu", "3 12 30 115 2", ",", "3,", "E 3.41, N 4 N", "63.05.02.2005",
            "3.41; 114.84; 5",
            "https://maps.app.goo.gl/abc123", "https://www.google.com/maps/@-3.25", "https://example.org/?q=200,300",
            "POINT (115.5)",
            "63.05.02",
            "POINT (115.5 -3.25", "https://example.org/#map=15/-3.25", "lat 3 lat 4", "3.41 -", "3.41, ,114.84",
            String(repeating: "1 ", count: 150),
        ])
    func noPair(text: String) {
        #expect(CoordinateText.coordinate(text) == nil)
    }

    @Test("parses any coordinate in any notation", arguments: [UInt64(1), 2, 3])
    func roundTrip(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let seconds = (
                Int.random(in: -90 * 3_600...90 * 3_600, using: &random),
                Int.random(in: -180 * 3_600...180 * 3_600, using: &random)
            )
            let expected = Coordinate(longitude: Double(seconds.1) / 3_600, latitude: Double(seconds.0) / 3_600)
            for text in Self.spellings(seconds.0, seconds.1) {
                let read = try #require(CoordinateText.coordinate(text), "\(text), seed \(seed)")
                #expect(
                    abs(read.latitude - expected.latitude) < 1e-9 && abs(read.longitude - expected.longitude) < 1e-9,
                    "\(text), seed \(seed)")
            }
        }
    }

    private static func spellings(_ latitude: Int, _ longitude: Int) -> [String] {
        let (south, west) = (latitude < 0, longitude < 0)
        func parts(_ seconds: Int, _ marks: [String]) -> String {
            let values = [abs(seconds) / 3_600, abs(seconds) / 60 % 60, abs(seconds) % 60]
            return zip(values, marks).map { "\($0)\($1)" }.joined()
        }
        return [
            ["°", "'", "\""], ["° ", "′ ", "″"], [" ", " ", ""], [":", ":", ""], ["d", "m", "s"], ["º", "’", "’’"],
        ].flatMap { marks in
            [
                "\(parts(latitude, marks)) \(south ? "LS" : "LU"), \(parts(longitude, marks)) \(west ? "BB" : "BT")",
                "\(south ? "S" : "N") \(parts(latitude, marks)) \(west ? "W" : "E") \(parts(longitude, marks))",
                "\(parts(longitude, marks)) \(west ? "Bujur Barat" : "Bujur Timur") \(parts(latitude, marks)) Lintang \(south ? "Selatan" : "Utara")",
                "\(south ? "-" : "")\(parts(latitude, marks)), \(west ? "-" : "")\(parts(longitude, marks))",
            ]
        }
    }

    @Test("accepts random text without a crash", arguments: [UInt64(11), 12])
    func noise(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let alphabet = Array("0123456789 .,-+°'\"′″:;/LSBTEWNUlsbt()dm=\u{2212}xé\u{0301}🌏\n")
        for _ in 0..<5_000 {
            let text = String(
                (0..<Int.random(in: 0...24, using: &random)).compactMap { _ in alphabet.randomElement(using: &random) })
            if let angle = CoordinateText.angle(text) { #expect(angle.degrees.isFinite, "\(text), seed \(seed)") }
            if let pair = CoordinateText.coordinate(text) {
                #expect(pair.longitude.isFinite && pair.latitude.isFinite, "\(text), seed \(seed)")
            }
        }
    }
}
