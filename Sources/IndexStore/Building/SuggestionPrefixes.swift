/// Finds the best suggestions of every prefix while they arrive in the order of their text, and stores those of long
/// lists.
struct SuggestionPrefixes {
    /// Prefixes with more texts than this have their best stored, so that no look-up reads more.
    static let scanLimit = 64
    /// How many of each class are stored for such a prefix.
    static let topCount = 50
    /// Added to the weight of a text that is the prefix itself: what is typed in full comes first.
    static let exactBonus: Float = 100
    /// Prefixes longer than this are always looked up by reading.
    private static let longestPrefix = 40

    /// A suggestion among others of its prefix.
    struct Entry: Equatable {
        var ordinal: Int
        var weight: Float
    }

    private struct OpenPrefix {
        var length: Int
        var count = 0
        /// The best of each class, heaviest first.
        var best = [[Entry]](repeating: [], count: SuggestionClass.allCases.count)
    }

    private var open = [OpenPrefix(length: 0)]
    private var openText: [UInt8] = []

    /// Takes the next text.
    mutating func enter(
        _ folded: [UInt8], _ kindClass: SuggestionClass, weight: Float, ordinal: Int, _ insert: SQLStatement
    ) throws {
        let shared = zip(openText, folded).prefix { $0 == $1 }.count
        try close(longerThan: shared, insert)
        let longest = min(folded.count, Self.longestPrefix)
        if shared < longest {
            for length in (shared + 1)...longest where Self.endsCharacter(folded, length) {
                open.append(OpenPrefix(length: length))
            }
        }
        openText = folded
        for index in open.indices {
            let bonus = open[index].length == folded.count ? Self.exactBonus : 0
            Self.note(Entry(ordinal: ordinal, weight: weight + bonus), kindClass, in: &open[index])
        }
    }

    /// Ends after the last text.
    mutating func finish(_ insert: SQLStatement) throws {
        try close(longerThan: -1, insert)
    }

    /// True if the first `length` bytes end with a whole character.
    private static func endsCharacter(_ bytes: [UInt8], _ length: Int) -> Bool {
        length == bytes.count || bytes[length] & 0xC0 != 0x80
    }

    private static func note(_ entry: Entry, _ kindClass: SuggestionClass, in prefix: inout OpenPrefix) {
        prefix.count += 1
        insert(entry, into: &prefix.best[kindClass.rawValue])
    }

    /// Keeps the `topCount` heaviest, and the earlier of equal ones first.
    private static func insert(_ entry: Entry, into best: inout [Entry]) {
        if best.count == topCount {
            guard let last = best.last, entry.weight > last.weight else { return }
            best.removeLast()
        }
        let place = best.firstIndex { $0.weight < entry.weight } ?? best.endIndex
        best.insert(entry, at: place)
    }

    private mutating func close(longerThan shared: Int, _ insert: SQLStatement) throws {
        while let prefix = open.last, prefix.length > shared {
            open.removeLast()
            guard prefix.count > Self.scanLimit else { continue }
            try insert.bind(1, String(decoding: openText[..<prefix.length], as: UTF8.self))
            for (index, best) in prefix.best.enumerated() {
                try Self.bytes(of: best).withUnsafeBytes { _ = try insert.bind(CInt(index + 2), bytes: $0) }
            }
            try insert.run()
        }
    }

    /// Ordinal and weight in turns.
    private static func bytes(of entries: [Entry]) -> [UInt32] {
        entries.flatMap { [UInt32($0.ordinal).littleEndian, $0.weight.bitPattern.littleEndian] }
    }

    /// Reads what `bytes(of:)` wrote.
    static func entries(in bytes: UnsafeRawBufferPointer) -> [Entry] {
        stride(from: 0, to: bytes.count - 7, by: 8).map { offset in
            func number(_ offset: Int) -> UInt32 {
                UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
            }
            return Entry(ordinal: Int(number(offset)), weight: Float(bitPattern: number(offset + 4)))
        }
    }
}
