import Base
import Foundation

/// A name as places are compared: case, accents, punctuation, abbreviations and the split into words do not count.
///
///     PlaceName("Kp. Baru", words).text                          // "kampung baru"
///     PlaceName("RantauKarau", words).key == PlaceName("Rantau Karau", words).key
///     PlaceName("Seberang Masjid", words).soundKey == PlaceName("Seberang Mesjid", words).soundKey
struct PlaceName: Hashable, Sendable {
    /// Lower case, without accents, abbreviations written out, Roman numerals after the first word as digits.
    let words: [String]

    init(words: [String]) {
        self.words = words
    }

    init(_ text: String, _ table: PlaceWords) {
        self.init(folded: Self.folded(text), table)
    }

    /// From words that are folded already.
    init(folded: [String], _ table: PlaceWords) {
        words = Self.written(out: folded, table)
    }

    var isEmpty: Bool { words.isEmpty }
    var text: String { words.joined(separator: " ") }

    /// Equal for names that differ in nothing but the split into words.
    ///
    /// 64 bits of FNV-1a: among a million names two meet by chance once in 30 million runs.
    var key: UInt64 {
        var hash = FNV1a()
        for word in words {
            for byte in word.utf8 { hash.add(byte) }
        }
        return hash.value
    }

    /// Equal for names that differ in spelling habits only: see `PlaceSpelling`.
    var soundKey: UInt64 {
        var hash = FNV1a()
        for byte in PlaceSpelling.sound(of: words) { hash.add(byte) }
        return hash.value
    }

    func dropping(first count: Int) -> PlaceName { PlaceName(words: Array(words.dropFirst(count))) }

    /// The name without words such as "Kab." in front of it; nil where there are none, or nothing else.
    func without(_ titles: Set<String>) -> PlaceName? {
        let count = words.prefix { titles.contains($0) }.count
        return count > 0 && count < words.count ? dropping(first: count) : nil
    }

    static let villageTitles: Set<String> = ["desa", "ds", "kelurahan", "kel", "nagari"]
    static let districtTitles: Set<String> = ["kecamatan", "kec", "distrik"]
    static let regencyTitles: Set<String> = ["kabupaten", "kab", "regency"]
    static let cityTitles: Set<String> = ["kota", "kotamadya", "kodya", "kotip"]
    static let regencyAndCityTitles = regencyTitles.union(cityTitles)
    static let provinceTitles: Set<String> = ["provinsi", "propinsi", "prov", "prop"]
}

extension PlaceName {
    /// The words of a text: letters and digits in lower case, without accents; an apostrophe joins ("Bi'ih"), anything
    /// else parts.
    static func folded(_ text: String) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        word.reserveCapacity(24)
        func finish() {
            if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
            word.removeAll(keepingCapacity: true)
        }
        for byte in text.utf8 {
            switch byte {
            case 0x61...0x7A, 0x30...0x39: word.append(byte)
            case 0x41...0x5A: word.append(byte | 0x20)
            case 0x27, 0x60: continue
            // "A & B", "A/B" and "A + B" name two places.
            case 0x26, 0x2B, 0x2F:
                finish()
                words.append(joiner)
            case 0x80...: return foldedUnicode(text)
            default: finish()
            }
        }
        finish()
        return words
    }

    /// The word that joins two names, and what the signs for it are folded to.
    static let joiner = "dan"

    private static func foldedUnicode(_ text: String) -> [String] {
        var folded = String.UnicodeScalarView()
        for scalar in text.decomposedStringWithCompatibilityMapping.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .format, .modifierLetter: continue
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber:
                folded.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            default:
                if "&+/".unicodeScalars.contains(scalar) { folded.append(contentsOf: " \(joiner) ".unicodeScalars) }
                let isApostrophe = "'`\u{2018}\u{2019}\u{00B4}".unicodeScalars.contains(scalar)
                if !isApostrophe { folded.append(" ") }
            }
        }
        return String(folded).split(separator: " ").map(String.init)
    }

    private static let numerals = [
        "i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "x": "10",
    ]

    private static func written(out folded: [String], _ table: PlaceWords) -> [String] {
        var words = folded
        for place in words.indices {
            let isFirst = place == words.startIndex
            if let short = table.abbreviations[words[place]] {
                let fits =
                    switch short.position {
                    case .any: true
                    case .first: isFirst && words.count > 1
                    case .later: !isFirst
                    }
                if fits { words[place] = short.word }
            } else if !isFirst, let digits = numerals[words[place]] {
                words[place] = digits
            }
        }
        return words
    }
}
