/// Parses coordinates as people and programs write them.
///
///     CoordinateText.angle("3°12'30\" LS")                              // -3.2083..., latitude
///     CoordinateText.coordinate("04°03'45.00\" S 114°36'59.00\" E")     // 114.616..., -4.0625
///     CoordinateText.coordinate("-3,41; 114,84")                        // latitude first, as people type
///
/// Angles are decimal numbers or degrees, minutes and seconds. Units may be marked by symbols, letters, words, colons,
/// hyphens or spaces. Hemispheres are N S E W, LU LS BT BB, U T B, and the English and Indonesian words, before or
/// after the numbers. "lat" and "lon", "lintang" and "bujur" name an axis. A pair may also be the address of a web map
/// or a point in well-known text.
///
/// These are rejected: minutes or seconds of 60 and more, a fraction before a smaller unit, a sign that contradicts the
/// hemisphere, and two hemispheres of one axis.
///
/// Units: degrees.
package enum CoordinateText {
    /// An axis of a geographic coordinate.
    package enum Axis: Hashable, Sendable { case longitude, latitude }

    /// An angle, and the axis that its hemisphere letter names.
    package struct Angle: Hashable, Sendable {
        package var degrees: Double
        package var axis: Axis?

        package init(degrees: Double, axis: Axis?) {
            self.degrees = degrees
            self.axis = axis
        }
    }

    /// Parses one angle.
    ///
    /// Returns nil if the text is not an angle, or has more than one.
    ///
    ///     CoordinateText.angle("250.123,45")?.degrees      // 250123.45
    ///
    /// The value may be beyond ±180, because a lost decimal point is for the caller to detect. A single point or comma
    /// is a decimal sign; several are thousands separators.
    package static func angle(_ text: String) -> Angle? {
        if let number = plainNumber(text) { return Angle(degrees: number, axis: nil) }
        return CoordinateScanner.pieces(of: text, count: .one).flatMap { CoordinateGrammar.angle($0[...]) }
    }

    /// Parses a pair.
    ///
    /// The latitude comes first, as people type it, unless hemispheres tell otherwise.
    ///
    ///     CoordinateText.coordinate("E 115°2' S 3°12'")      // 115.0333..., -3.2
    ///
    /// Returns nil if the text is not a pair. The values may be out of range: check `isValid`.
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

    /// Parses a plain decimal number, the most frequent form, without the scanner.
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
