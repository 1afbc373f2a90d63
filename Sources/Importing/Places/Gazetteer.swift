import Geo

/// The regions and villages that a row's place can be, by code, by name and by position.
///
///     let gazetteer = Gazetteer(entries: entries, words: PlaceWords(abbreviations: ..., bynames: ...))
///     gazetteer.entry(code: "63.05.04")?.name      // "Tapin Utara"
///
/// Shape: entries in the order of their codes, so that what lies in an area follows it; of two entries with one code
/// the later one holds. Complexity: O(n log n) to build, about 200 bytes an entry; look-ups O(log n). A class, so that
/// handing it on costs one reference.
package final class Gazetteer: Sendable {
    let entries: [GazetteerEntry]
    let words: PlaceWords
    /// One past the last entry that lies in the entry, itself counted.
    private let ends: [Int32]
    private let parents: [Int32]
    private let byName: [NameIndex]
    private let bySound: [NameIndex]
    private let byFormerCode: [String: Int32]
    private let bynames: [UInt64: [Int32]]
    let positions: GazetteerPositions
    let sounds: SoundTable

    package init(
        entries: some Sequence<GazetteerEntry>, former: [FormerPlaceName] = [], words: PlaceWords = PlaceWords()
    ) {
        let sorted = Self.sorted(entries)
        let former = former.compactMap { name in Self.place(of: name.code, in: sorted).map { (name, $0) } }
        let names = Self.names(of: sorted, former: former, words: words)
        self.entries = sorted
        self.words = words
        (ends, parents) = Self.tree(of: sorted)
        byName = names.map { NameIndex($0.map { ($0.key, $0.place) }) }
        bySound = names.map { NameIndex($0.map { ($0.sound, $0.place) }) }
        byFormerCode = Dictionary(
            former.compactMap { name, place in name.formerCode.map { ($0, Int32(place)) } },
            uniquingKeysWith: { first, _ in first })
        bynames = Dictionary(
            words.bynames.map { byname in
                (
                    PlaceName(byname.name, words).key,
                    byname.codes.compactMap { Self.place(of: $0, in: sorted).map(Int32.init) }
                )
            }, uniquingKeysWith: { first, _ in first })
        positions = GazetteerPositions(entries: sorted)
        sounds = SoundTable(sorted.lazy.map { PlaceName($0.name, words) })
    }

    package var count: Int { entries.count }

    package func entry(code: String) -> GazetteerEntry? { place(code: code).map { entries[$0] } }
}

// Look-ups by index: a place is its index in `entries`.
extension Gazetteer {
    var all: Range<Int> { entries.indices }

    func place(code: String) -> Int? { Self.place(of: code, in: entries) }

    /// The present place that had this code before.
    func place(formerCode: String) -> Int? { byFormerCode[formerCode].map(Int.init) }

    /// The place and everything in it.
    func range(of place: Int) -> Range<Int> { place..<Int(ends[place]) }

    func parent(of place: Int) -> Int? { parents[place] < 0 ? nil : Int(parents[place]) }

    /// The area of that level which the place lies in, or the place itself.
    func ancestor(of place: Int, at level: PlaceLevel) -> Int? {
        var current: Int? = place
        while let here = current {
            if entries[here].level == level { return here }
            current = parent(of: here)
        }
        return nil
    }

    func places(named name: PlaceName, level: PlaceLevel, in range: Range<Int>) -> [Int] {
        byName[level.rawValue].places(named: name.key, in: range)
    }

    func places(soundingLike name: PlaceName, level: PlaceLevel, in range: Range<Int>) -> [Int] {
        bySound[level.rawValue].places(named: name.soundKey, in: range)
    }

    /// What a by-name stands for.
    func places(bynamed name: PlaceName) -> [Int] { bynames[name.key].map { $0.map(Int.init) } ?? [] }

    /// The name as written out for people with the areas it lies in: "Baringin A, Candi Laras Selatan, Tapin".
    func label(of place: Int) -> String {
        var names = [entries[place].name]
        var current = parent(of: place)
        while let here = current, entries[here].level != .province {
            names.append(Self.short(entries[here].name))
            current = parent(of: here)
        }
        return names.joined(separator: ", ")
    }

    /// "Tapin" for "Kabupaten Tapin"; a kota keeps its title.
    static func short(_ name: String) -> String {
        name.hasPrefix("Kabupaten ") ? String(name.dropFirst("Kabupaten ".count)) : name
    }
}

extension Gazetteer {
    private static func sorted(_ entries: some Sequence<GazetteerEntry>) -> [GazetteerEntry] {
        let known = entries.enumerated().filter { $0.element.level != nil }
        let sorted = known.sorted { ($0.element.code, $0.offset) < ($1.element.code, $1.offset) }
        var kept: [GazetteerEntry] = []
        kept.reserveCapacity(sorted.count)
        for (_, entry) in sorted {
            if kept.last?.code == entry.code { kept.removeLast() }
            kept.append(entry)
        }
        return kept
    }

    private static func place(of code: String, in entries: [GazetteerEntry]) -> Int? {
        let place = entries.partitioningIndex { $0.code >= code }
        return place < entries.count && entries[place].code == code ? place : nil
    }

    /// Where each entry's area ends, and the entry it lies in: one pass with a stack, since codes in order list a tree
    /// from the top down.
    private static func tree(of entries: [GazetteerEntry]) -> (ends: [Int32], parents: [Int32]) {
        var ends = [Int32](repeating: Int32(entries.count), count: entries.count)
        var parents = [Int32](repeating: -1, count: entries.count)
        var open: [Int] = []
        for place in entries.indices {
            while let top = open.last, !entries[place].code.utf8.starts(with: entries[top].code.utf8) {
                ends[top] = Int32(place)
                open.removeLast()
            }
            if let top = open.last { parents[place] = Int32(top) }
            open.append(place)
        }
        return (ends, parents)
    }

    /// Every name a place is found by, per level: its own without titles and with them, and its former ones.
    private static func names(
        of entries: [GazetteerEntry], former: [(name: FormerPlaceName, place: Int)], words: PlaceWords
    ) -> [[(key: UInt64, sound: UInt64, place: Int)]] {
        var names: [[(key: UInt64, sound: UInt64, place: Int)]] = Array(repeating: [], count: PlaceLevel.allCases.count)
        func add(_ text: String, _ place: Int) {
            guard let level = entries[place].level else { return }
            let name = PlaceName(text, words)
            // As it is written too, since "SeiRaya" cannot be parted again into Sei and Raya.
            let plain = PlaceName(words: PlaceName.folded(text))
            for name in Set([name, plain, name.without(level.titles) ?? name]) {
                names[level.rawValue].append((name.key, name.soundKey, place))
            }
        }
        for place in entries.indices { add(entries[place].name, place) }
        for (name, place) in former {
            if let text = name.formerName { add(text, place) }
        }
        return names
    }
}

extension PlaceLevel {
    /// Words that stand in front of a name of this level and do not belong to it.
    var titles: Set<String> {
        switch self {
        case .province: PlaceName.provinceTitles
        case .regency: PlaceName.regencyAndCityTitles
        case .district: PlaceName.districtTitles
        case .village: PlaceName.villageTitles
        }
    }
}
