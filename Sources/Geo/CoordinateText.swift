/// Coordinates as people and programs write them: decimal or degrees, minutes and seconds, with or without hemisphere,
/// one number or two.
///
///     CoordinateText.angle("3°12'30\" LS")                              // -3.2083..., latitude
///     CoordinateText.coordinate("04°03'45.00\" S 114°36'59.00\" E")     // 114.616..., -4.0625
///     CoordinateText.coordinate("-3,41; 114,84")                        // latitude first, as people type
///
/// Degrees, minutes and seconds may be marked by symbols of any typography, by letters or words, by colons or hyphens,
/// or by spaces alone. Hemispheres are N S E W, LU LS BT BB, U T B, and the English and Indonesian words, before or
/// after the numbers; "lat" and "lon", "lintang" and "bujur" name an axis. Minutes or seconds of 60 and more, a
/// fraction before a smaller unit, a sign against its hemisphere, and two hemispheres of one axis are refused. A pair
/// may also be pasted as the address of a web map or as a point in well-known text.
///
/// Units: degrees.
package enum CoordinateText {
    package enum Axis: Hashable, Sendable { case longitude, latitude }

    /// One angle, and the axis its hemisphere letter names.
    package struct Angle: Hashable, Sendable {
        package var degrees: Double
        package var axis: Axis?

        package init(degrees: Double, axis: Axis?) {
            self.degrees = degrees
            self.axis = axis
        }
    }

    /// One angle; nil where the text is none, or holds more than one.
    ///
    ///     CoordinateText.angle("250.123,45")?.degrees      // 250123.45
    ///
    /// A bare number is not held to ±180: what a lost decimal point made of it is for the caller to see. A single point
    /// or comma is the decimal sign; several part thousands.
    package static func angle(_ text: String) -> Angle? {
        if let number = plainNumber(text) { return Angle(degrees: number, axis: nil) }
        return CoordinateScanner.pieces(of: text, count: .one).flatMap { CoordinateGrammar.angle($0[...]) }
    }

    /// A pair from one text: latitude first as people type it, unless hemispheres say otherwise.
    ///
    ///     CoordinateText.coordinate("E 115°2' S 3°12'")      // 115.0333..., -3.2
    ///
    /// Shape: nil where the text is no pair. Bare numbers are not held to ±180 and ±90: `isValid` of the answer is for
    /// the caller to ask.
    package static func coordinate(_ text: String) -> Coordinate? {
        guard let pieces = CoordinateScanner.pieces(of: text, count: .two), let angles = CoordinateGrammar.pair(pieces)
        else {
            return MapLink.coordinate(text)
        }
        let (first, second) = angles
        guard first.axis == nil || first.axis != second.axis else { return nil }
        return first.axis == .longitude || second.axis == .latitude
            ? Coordinate(longitude: first.degrees, latitude: second.degrees)
            : Coordinate(longitude: second.degrees, latitude: first.degrees)
    }

    /// What nearly every row holds, read without looking further.
    private static func plainNumber(_ text: String) -> Double? {
        let isPlain = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"),
                UInt8(ascii: "e"),
                UInt8(ascii: "E"):
                true
            default: false
            }
        }
        guard isPlain, let number = Double(text), number.isFinite else { return nil }
        return number
    }
}
