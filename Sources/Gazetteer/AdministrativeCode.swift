/// The code of a province, regency, district or village, as the Ministry of Home Affairs writes it.
///
///     AdministrativeCode("63.05.02.2005")?.regency      // 63.05
///
/// Shape: 2, 2.2, 2.2.2 or 2.2.2.4 digits with dots between. The order is that of the text, so an area comes directly
/// before everything in it.
/// Source: Kepmendagri 300.2.2-2138 of 2025.
package struct AdministrativeCode: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let dotted: String
    package let level: AdministrativeLevel

    /// Returns nil if the text is not a code with dots.
    package init?(_ dotted: String) {
        guard let level = Self.level(ofDotted: dotted) else { return nil }
        self.dotted = dotted
        self.level = level
    }

    private init(dotted: String, level: AdministrativeLevel) {
        self.dotted = dotted
        self.level = level
    }

    package var description: String { dotted }

    /// Digits with the dots of a code between them, also of an unfinished one: "63.0" for "630".
    package static func dotted(_ digits: some Collection<UInt8>) -> String {
        var dotted: [UInt8] = []
        for (position, digit) in digits.enumerated() {
            if position == 2 || position == 4 || position == 6 { dotted.append(UInt8(ascii: ".")) }
            dotted.append(digit)
        }
        return String(decoding: dotted, as: UTF8.self)
    }

    package static func < (left: Self, right: Self) -> Bool { left.dotted < right.dotted }

    /// The length of a dotted code of each level.
    private static func length(of level: AdministrativeLevel) -> Int {
        switch level {
        case .province: 2
        case .regency: 5
        case .district: 8
        case .village: 13
        }
    }

    private static func level(ofDotted text: String) -> AdministrativeLevel? {
        let count = text.utf8.count
        guard let level = AdministrativeLevel.allCases.first(where: { length(of: $0) == count }) else { return nil }
        var position = 0
        for byte in text.utf8 {
            let isDot = position == 2 || position == 5 || position == 8
            guard isDot ? byte == UInt8(ascii: ".") : (0x30...0x39).contains(byte) else { return nil }
            position += 1
        }
        return level
    }
}

// MARK: - Areas

extension AdministrativeCode {
    /// The area of a level that the place lies in, or the place itself.
    ///
    /// Returns nil if the level is smaller than that of the place.
    package func ancestor(at level: AdministrativeLevel) -> AdministrativeCode? {
        guard level <= self.level else { return nil }
        return AdministrativeCode(dotted: String(dotted.prefix(Self.length(of: level))), level: level)
    }

    /// The area one level up; nil for a province.
    package var parent: AdministrativeCode? {
        AdministrativeLevel(rawValue: level.rawValue - 1).flatMap(ancestor)
    }

    package var regency: AdministrativeCode? { ancestor(at: .regency) }
    package var district: AdministrativeCode? { ancestor(at: .district) }

    /// True if the other code is this one, or one of a place in it.
    package func contains(_ other: AdministrativeCode) -> Bool {
        other.level >= level && other.dotted.utf8.starts(with: dotted.utf8)
    }

    /// The digits of the last level: "2005" of 63.05.02.2005.
    package var number: Substring { dotted.suffix(level.digitCount) }

    /// True for the code of a kota; the Ministry numbers these from 71.
    package var isCity: Bool { level == .regency && number >= "71" }

    /// True for the code of a kelurahan; the Ministry numbers these from 1001, and desa from 2001.
    package var isKelurahan: Bool { level == .village && number.first == "1" }
}

// MARK: - Reading

/// A code as a file or a person writes it.
///
///     WrittenCode("6301012001")?.code.dotted      // "63.01.01.2001"
///     WrittenCode("id6301031008")?.form           // .statistics
///     WrittenCode("6301031")?.form                // .statistics: only its districts have seven digits
///
/// Ten digits can be of either numbering, so compare a plain code with the gazetteer and the names beside it.
/// Source: BPS master file of regions (2, 4, 7, 10 digits).
package struct WrittenCode: Hashable, Sendable {
    package enum Form: Hashable, Sendable {
        /// 63.01.01.2001: as the Ministry writes it.
        case dotted
        /// 6301012001: the Ministry's code without dots, or one of Statistics Indonesia (BPS).
        case plain
        /// Certainly a code of Statistics Indonesia (BPS).
        case statistics
    }

    /// The dotted code; for `statistics`, the digits with dots, which is the code of another place or of none.
    package let code: AdministrativeCode
    package let form: Form

    private init?(_ digits: some Collection<UInt8>, _ form: Form) {
        guard let code = AdministrativeCode(AdministrativeCode.dotted(digits)) else { return nil }
        self.code = code
        self.form = form
    }

    /// Returns nil if the text is no code of either kind.
    package init?(_ text: String) {
        let (digits, groups, isPrefixed) = Self.scan(text)
        guard let digits, let first = groups.first, first > 0 else { return nil }
        if groups.count > 1 {
            let counts = AdministrativeLevel.allCases.map(\.digitCount)
            guard groups == Array(counts.prefix(groups.count)) else { return nil }
            self.init(digits, isPrefixed ? .statistics : .dotted)
            return
        }
        switch digits.count {
        case 7: self.init(digits.prefix(6), .statistics)
        case 2, 4, 6: self.init(digits, isPrefixed ? .statistics : .plain)
        case 10:
            let isOfMinistry = (UInt8(ascii: "1")...UInt8(ascii: "2")).contains(digits[6])
            self.init(digits, isPrefixed || !isOfMinistry ? .statistics : .plain)
        default: return nil
        }
    }

    /// The digits, how many there are between dots, and whether "id" stands before them; no digits if the text has
    /// anything else.
    private static func scan(_ text: String) -> (digits: [UInt8]?, groups: [Int], isPrefixed: Bool) {
        var bytes = Array(text.utf8.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "'") })
        let isPrefixed = bytes.count > 2 && String(decoding: bytes.prefix(2), as: UTF8.self).lowercased() == "id"
        if isPrefixed { bytes.removeFirst(2) }
        // A spreadsheet that reads the code as a number writes 6301012001.0.
        if bytes.count > 3, bytes.suffix(2) == [UInt8(ascii: "."), UInt8(ascii: "0")] { bytes.removeLast(2) }
        var digits: [UInt8] = []
        var groups = [0]
        for byte in bytes {
            switch byte {
            case 0x30...0x39:
                digits.append(byte)
                groups[groups.count - 1] += 1
            case UInt8(ascii: "."): groups.append(0)
            default: return (nil, [], isPrefixed)
            }
        }
        return (digits, groups, isPrefixed)
    }
}
