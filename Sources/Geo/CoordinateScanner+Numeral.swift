extension CoordinateScanner {
    /// Digits with points and commas between them: one number, or two that are separated by a comma.
    struct Numeral {
        typealias Number = (value: Double, isWhole: Bool)

        private var groups: [String] = [""]
        private var signs: [Unicode.Scalar] = []

        /// Reads the numeral at the position of the scanner.
        init(_ scanner: inout CoordinateScanner) {
            while let scalar = scanner.scalar() {
                if CoordinateScanner.isDigit(scalar) {
                    groups[groups.count - 1].unicodeScalars.append(scalar)
                } else if scalar == "." || scalar == ",", scanner.scalar(at: 1).map(CoordinateScanner.isDigit) == true {
                    signs.append(scalar)
                    groups.append("")
                } else {
                    break
                }
                scanner.position += 1
            }
        }

        /// The numeral as one number.
        ///
        /// Returns nil if it is not one.
        ///
        /// One sign is a decimal sign. Several equal signs are thousands separators, and a different last one is a
        /// decimal sign.
        var one: [Number]? {
            switch signs.count {
            case 0: return number([0])
            case 1: return number([0], fraction: 1)
            default:
                let isDecimal = signs.last != signs.first
                let whole = isDecimal ? groups.dropLast() : groups[...]
                let thousands = isDecimal ? signs.dropLast() : signs[...]
                guard Set(thousands).count == 1, (1...3).contains(groups[0].count),
                    whole.dropFirst().allSatisfy({ $0.count == 3 })
                else {
                    return nil
                }
                return number(Array(whole.indices), fraction: isDecimal ? groups.count - 1 : nil)
            }
        }

        /// The numeral as two numbers if a comma must separate them, otherwise as one.
        ///
        /// If the text has no other digits, a single comma separates two whole numbers.
        func twoOrOne(isOnly: Bool) -> [Number]? {
            let commas = signs.map { $0 == "," }
            switch commas {
            case []: return number([0])
            case [true] where isOnly: return pair(number([0]), number([1]))
            case [false], [true]: return number([0], fraction: 1)
            case [false, true]: return pair(number([0], fraction: 1), number([2]))
            case [true, false]: return pair(number([0]), number([1], fraction: 2))
            case [false, true, false], [true, true, true]:
                return pair(number([0], fraction: 1), number([2], fraction: 3))
            default: return nil
            }
        }

        /// Degrees, minutes and seconds separated by points: "03.12.30" or "3.12.30,5".
        ///
        /// Thousands have groups of three digits, so the two forms cannot be confused.
        var dottedAngle: [Number]? {
            guard signs.prefix(2) == [".", "."], signs.count == 2 || signs.dropFirst(2) == [","],
                (1...3).contains(groups[0].count),
                (1...2).contains(groups[1].count), (1...2).contains(groups[2].count),
                let whole = pair(number([0]), number([1])),
                let seconds = number([2], fraction: signs.count == 3 ? 3 : nil)
            else { return nil }
            return whole + seconds
        }

        private func pair(_ first: [Number]?, _ second: [Number]?) -> [Number]? {
            guard let first, let second else { return nil }
            return first + second
        }

        private func number(_ whole: [Int], fraction: Int? = nil) -> [Number]? {
            let digits = whole.map { groups[$0] }.joined()
            let text = (digits.isEmpty ? "0" : digits) + (fraction.map { "." + groups[$0] } ?? "")
            return Double(text).map { [($0, fraction == nil)] }
        }
    }
}
