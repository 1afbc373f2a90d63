/// Builds angles from the pieces of a coordinate text.
enum CoordinateGrammar {
    typealias Piece = CoordinateScanner.Piece

    /// Reads two angles.
    ///
    /// Returns nil if the pieces are not two angles.
    ///
    /// A separator, a name, a sign, a second degree mark or the middle of the pieces tells where the second angle
    /// begins.
    static func pair(_ pieces: [Piece]) -> (CoordinateText.Angle, CoordinateText.Angle)? {
        var pieces = pieces[...]
        while pieces.first == .separator { pieces.removeFirst() }
        while pieces.last == .separator { pieces.removeLast() }
        let numbers = pieces.indices.filter { pieces[$0].isNumber }
        guard numbers.count >= 2 else { return nil }
        if let separator = pieces.firstIndex(of: .separator) {
            return angles(pieces[..<separator], pieces[(separator + 1)...])
        }
        guard
            let cut = cutAtName(pieces) ?? cutAtSign(pieces, numbers) ?? cutAtDegrees(pieces, numbers)
                ?? cutInMiddle(numbers)
        else {
            return nil
        }
        return angles(pieces[..<cut], pieces[cut...])
    }

    private static func angles(_ first: ArraySlice<Piece>, _ second: ArraySlice<Piece>) -> (
        CoordinateText.Angle, CoordinateText.Angle
    )? {
        guard let first = angle(first), let second = angle(second) else { return nil }
        return (first, second)
    }

    /// Decides whether a name between the numbers belongs to the first or the second angle, by the names at both ends.
    private static func cutAtName(_ pieces: ArraySlice<Piece>) -> Int? {
        let between = pieces.indices.first { $0 > pieces.startIndex && pieces[$0].isName && !pieces[$0 - 1].isName }
        guard let start = between, pieces[start...].contains(where: \.isNumber) else { return nil }
        let names = pieces[start...].prefix(while: \.isName)
        if pieces.first?.isName == true {
            // "lat 3° S lon 115° E", "lat 3° S 115° E", "S 3° E 115°"
            return names.lastIndex(where: \.isAxis) ?? (pieces.last?.isName == true ? names.endIndex : start)
        }
        // "3° lintang selatan 115° ...", "3° S 115° ...", "3° S E 115°"
        return start + (names.first?.isAxis == true && names.count > 1 ? 2 : 1)
    }

    private static func cutAtSign(_ pieces: ArraySlice<Piece>, _ numbers: [Int]) -> Int? {
        pieces.indices.first { if case .sign = pieces[$0] { $0 > numbers[0] } else { false } }
    }

    private static func cutAtDegrees(_ pieces: ArraySlice<Piece>, _ numbers: [Int]) -> Int? {
        numbers.dropFirst().first { $0 + 1 < pieces.endIndex && pieces[$0 + 1] == .mark(.degree) }
    }

    private static func cutInMiddle(_ numbers: [Int]) -> Int? {
        numbers.count.isMultiple(of: 2) ? numbers[numbers.count / 2] : nil
    }

    /// Reads one angle: names, a sign, up to three numbers with unit marks, names.
    static func angle(_ pieces: ArraySlice<Piece>) -> CoordinateText.Angle? {
        var draft = AngleDraft()
        for piece in pieces {
            guard draft.add(piece) else { return nil }
        }
        return draft.angle
    }
}

/// The parts of an angle that were read so far.
private struct AngleDraft {
    private var parts: [(value: Double, isWhole: Bool, mark: CoordinateScanner.Unit?)] = []
    private var isNegative: Bool?
    private var axis: CoordinateText.Axis?
    private var hemisphereIsNegative: Bool?
    private var endsWithColon = false
    private var isClosed = false

    /// Adds a piece.
    ///
    /// Returns false if the piece is not allowed here.
    mutating func add(_ piece: CoordinateScanner.Piece) -> Bool {
        if endsWithColon, !piece.isNumber { return false }
        endsWithColon = false
        switch piece {
        case .number(let value, let isWhole):
            guard !isClosed, parts.count < 3 else { return false }
            parts.append((value, isWhole, nil))
        case .sign(let isNegative):
            guard parts.isEmpty, self.isNegative == nil else { return false }
            self.isNegative = isNegative
        case .mark(let unit): return add(unit)
        case .colon:
            guard let last = parts.last, last.mark == nil else { return false }
            endsWithColon = true
        case .hemisphere(let axis, let isNegative):
            guard hemisphereIsNegative == nil else { return false }
            hemisphereIsNegative = isNegative
            return add(axis)
        case .axis(let axis): return add(axis)
        case .separator: return false
        }
        return true
    }

    /// Adds a unit mark.
    ///
    /// It must fit the number before it; only a single quote in place of a double one is accepted.
    private mutating func add(_ unit: CoordinateScanner.Unit) -> Bool {
        guard let last = parts.indices.last, parts[last].mark == nil else { return false }
        let isSloppySecond = last == 2 && unit == .minute && parts[1].mark == .minute
        parts[last].mark = unit
        return unit.rawValue == last || isSloppySecond
    }

    private mutating func add(_ axis: CoordinateText.Axis) -> Bool {
        guard self.axis == nil || self.axis == axis else { return false }
        self.axis = axis
        isClosed = !parts.isEmpty
        return true
    }

    var angle: CoordinateText.Angle? {
        guard !parts.isEmpty, !endsWithColon, parts.dropLast().allSatisfy(\.isWhole),
            parts.dropFirst().allSatisfy({ $0.value < 60 })
        else {
            return nil
        }
        // Adding the smallest first and dividing once makes 4°03'45" the Double nearest to 4.0625.
        let seconds = parts.count > 2 ? parts[2].value : 0
        let minutes = parts.count > 1 ? parts[1].value : 0
        let degrees = parts.count > 1 ? (parts[0].value * 3_600 + minutes * 60 + seconds) / 3_600 : parts[0].value
        if parts.count > 1 || hemisphereIsNegative != nil, degrees > (axis == .latitude ? 90 : 180) { return nil }
        // "-3.2 S" is redundant, but "-3.2 N" is a contradiction.
        if isNegative == true, hemisphereIsNegative == false { return nil }
        return CoordinateText.Angle(
            degrees: isNegative == true || hemisphereIsNegative == true ? -degrees : degrees, axis: axis)
    }
}
