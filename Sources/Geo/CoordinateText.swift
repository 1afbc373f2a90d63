/// Coordinates as people and programs write them: decimal or degrees, minutes and seconds, with or without hemisphere, one number or two.
///
///     CoordinateText.angle("3°12'30\" LS")                              // -3.2083..., latitude
///     CoordinateText.coordinate("04°03'45.00\" S 114°36'59.00\" E")     // 114.616..., -4.0625
///     CoordinateText.coordinate("-3.41, 114.84")                        // latitude first, as people type
///
/// Units: degrees. Decimal comma or point. Hemispheres: N S E W, LU LS BT BB, and the Indonesian words, before or after the numbers.
public enum CoordinateText {
    public enum Axis: Hashable, Sendable { case longitude, latitude }

    /// One angle, and the axis its hemisphere letter names.
    public struct Angle: Hashable, Sendable {
        public var degrees: Double
        public var axis: Axis?
    }

    /// One angle; nil where the text is none, or holds more than one.
    ///
    /// The number is not held to ±180: what a lost decimal point made of it is for the caller to see.
    public static func angle(_ text: String) -> Angle? {
        guard let angles = angles(text), angles.count == 1 else { return nil }
        return angles[0]
    }

    /// A pair from one text: latitude first as people type it, unless hemispheres say otherwise. nil where the text is no pair.
    public static func coordinate(_ text: String) -> Coordinate? {
        guard let angles = angles(text), angles.count == 2 else { return nil }
        switch (angles[0].axis, angles[1].axis) {
        case (.latitude?, .longitude?), (nil, .longitude?), (.latitude?, nil), (nil, nil):
            return Coordinate(longitude: angles[1].degrees, latitude: angles[0].degrees)
        case (.longitude?, .latitude?), (nil, .latitude?), (.longitude?, nil):
            return Coordinate(longitude: angles[0].degrees, latitude: angles[1].degrees)
        default: return nil
        }
    }

    /// The angles of a text, one or two; nil where something in it is not part of an angle.
    private static func angles(_ text: String) -> [Angle]? {
        guard let pieces = CoordinateScanner.pieces(of: text) else { return nil }
        var groups: [AngleGroup] = []
        var group = AngleGroup()
        for piece in pieces {
            if group.ends(before: piece) {
                groups.append(group)
                group = AngleGroup()
            }
            guard group.add(piece) else { return nil }
        }
        if !group.isEmpty { groups.append(group) }
        guard (1...2).contains(groups.count) else { return nil }
        var angles: [Angle] = []
        for group in groups {
            guard let angle = group.angle else { return nil }
            angles.append(angle)
        }
        return angles
    }
}

/// The numbers, marks and hemisphere of one angle, as they come.
private struct AngleGroup {
    private var parts: [(value: Double, isNegative: Bool, hasFraction: Bool, unit: CoordinateScanner.Unit?)] = []
    private var hemisphere: CoordinateScanner.Hemisphere?
    private var hemisphereCameFirst = false

    var isEmpty: Bool { parts.isEmpty && hemisphere == nil }

    /// Whether the angle is complete, and `piece` begins another.
    func ends(before piece: CoordinateScanner.Piece) -> Bool {
        guard !parts.isEmpty else { return false }
        switch piece {
        case .separator: return true
        case .hemisphere: return hemisphere != nil
        case .unit: return false
        case .number(_, let isNegative, _):
            if hemisphere != nil && !hemisphereCameFirst { return true }
            // A sign, degrees after a fraction, and anything after seconds begin the next angle.
            return isNegative || parts.count == 3 || parts.contains { $0.hasFraction } || (parts.last?.unit == .degree && parts.count > 1)
                || parts.last?.unit == .second
        }
    }

    /// False where the piece cannot belong to an angle here.
    mutating func add(_ piece: CoordinateScanner.Piece) -> Bool {
        switch piece {
        case .separator: return true
        case .number(let value, let isNegative, let hasFraction):
            parts.append((value, isNegative, hasFraction, nil))
            return true
        case .unit(let unit):
            guard let last = parts.indices.last, parts[last].unit == nil else { return false }
            parts[last].unit = unit
            return true
        case .hemisphere(let named):
            guard hemisphere == nil else { return false }
            hemisphereCameFirst = parts.isEmpty
            hemisphere = named
            return true
        }
    }

    var angle: CoordinateText.Angle? {
        guard (1...3).contains(parts.count) else { return nil }
        var degrees = 0.0
        for (place, part) in parts.enumerated() {
            // Marks must agree with the order: degrees, minutes, seconds.
            if let unit = part.unit, unit.rawValue != place { return nil }
            if place > 0, part.value >= 60 || part.isNegative || parts[place - 1].hasFraction { return nil }
            degrees += part.value / [1.0, 60, 3_600][place]
        }
        let isNegative = parts[0].isNegative
        guard let hemisphere else { return CoordinateText.Angle(degrees: isNegative ? -degrees : degrees, axis: nil) }
        // "-3.2 S" says the same thing twice; "-3.2 N" contradicts itself.
        if isNegative && !hemisphere.isNegative { return nil }
        return CoordinateText.Angle(degrees: hemisphere.isNegative ? -degrees : degrees, axis: hemisphere.axis)
    }
}
