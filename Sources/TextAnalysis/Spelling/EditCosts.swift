/// The costs of single edits, in hundredths.
enum EditCosts {
    static let plain: UInt16 = 100
    static let neighbour: UInt16 = 85
    static let similar: UInt16 = 80
    static let firstLetter: UInt16 = 20

    /// The cost of replacing a letter.
    ///
    /// The first letter of a word costs more.
    static func substitution(_ a: UInt8, _ b: UInt8, isFirst: Bool) -> UInt16 {
        if a == b { return 0 }
        let surcharge = isFirst ? firstLetter : 0
        guard let row = index(a), let column = index(b) else { return plain + surcharge }
        return table[row * 26 + column] + surcharge
    }

    /// The cost of inserting or deleting a letter after `previous`.
    ///
    /// A doubled letter costs less.
    static func insertion(_ letter: UInt8, after previous: UInt8?) -> UInt16 {
        guard let previous else { return plain + firstLetter }
        return letter == previous ? similar : plain
    }

    static func transposition(isFirst: Bool) -> UInt16 {
        isFirst ? neighbour + firstLetter : neighbour
    }

    private static func index(_ letter: UInt8) -> Int? {
        letter >= .a && letter <= .z ? Int(letter - .a) : nil
    }

    /// Letters that Indonesian and Banjar speakers confuse.
    private static let sounds = [
        "aeu", "eiy", "ou", "dt", "bp", "fpv", "gkq", "cs", "cj", "jz", "sz", "mn", "lr", "uw", "ks", "kx", "ckq",
        "iy", "gn",
    ]

    /// Adjacent keys of a QWERTY keyboard, within a row and in the row below.
    private static let keys = [
        "qw", "we", "er", "rt", "ty", "yu", "ui", "io", "op",
        "as", "sd", "df", "fg", "gh", "hj", "jk", "kl",
        "zx", "xc", "cv", "vb", "bn", "nm",
        "qa", "wa", "ws", "es", "ed", "rd", "rf", "tf", "tg", "yg", "yh", "uh", "uj", "ij", "ik", "ok", "ol", "pl",
        "az", "sz", "sx", "dx", "dc", "fc", "fv", "gv", "gb", "hb", "hn", "jn", "jm", "km",
    ]

    private static let table: [UInt16] = {
        var table = [UInt16](repeating: plain, count: 26 * 26)
        for (groups, cost) in [(keys, neighbour), (sounds, similar)] {
            for group in groups {
                for a in group.utf8 {
                    for b in group.utf8 where a != b {
                        table[Int(a - .a) * 26 + Int(b - .a)] = cost
                    }
                }
            }
        }
        return table
    }()
}
