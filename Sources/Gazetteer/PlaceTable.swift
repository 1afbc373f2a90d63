import Base
import Geo

/// All places of a catalog in memory, by code, by name and by position.
///
///     let table = PlaceTable(records, words: words)
///     try table.place(AdministrativeCode("63.05.04"))?.name      // "Tapin Utara"
///
/// Shape: places in the order of their codes; records without a code of the Ministry are left out; of two records with
/// one code the later one counts. Complexity: O(n log n) to build, about 300 bytes a place; look-ups O(log n). It is a
/// class, so copies share the table.
package final class PlaceTable: PlaceSource, Sendable {
    package let places: [Place]
    package let words: PlaceWords
    /// For each place, one past the last place in it.
    private let ends: [Int32]
    private let parents: [Int32]
    private let byKey: NameIndex
    private let bySound: NameIndex
    private let byFormerCode: [String: Int32]
    private let bynames: [UInt64: [Int32]]
    package let positions: PlacePositions
    private let sounds: SoundTable

    package init(
        _ records: some Sequence<PlaceRecord>, former: [FormerPlaceName] = [], words: PlaceWords = PlaceWords()
    ) {
        let sorted = Self.sorted(records)
        let codes = sorted.map(\.code)
        let tree = Self.tree(of: codes)
        let places = sorted.indices.map { Self.place(sorted[$0], Self.label(of: $0, in: sorted, tree.parents)) }
        let former = former.compactMap { name in Self.index(of: name.code, in: codes).map { (name, $0) } }
        let names = Self.names(of: places, former: former, words: words)
        self.places = places
        self.words = words
        (ends, parents) = tree
        byKey = NameIndex(names.map { ($0.name.key, $0.place) })
        bySound = NameIndex(names.map { ($0.name.soundKey, $0.place) })
        byFormerCode = Dictionary(
            former.compactMap { name, place in name.formerCode.map { ($0, Int32(place)) } },
            uniquingKeysWith: { first, _ in first })
        bynames = Dictionary(
            words.bynames.map { byname in
                (
                    PlaceName(byname.name, words).key,
                    byname.codes.compactMap { Self.index(of: $0.dotted, in: codes).map(Int32.init) }
                )
            }, uniquingKeysWith: { first, _ in first })
        positions = PlacePositions(places)
        sounds = SoundTable(places.lazy.map { PlaceName($0.name, words) })
    }

    package var count: Int { places.count }
}

extension PlaceTable {
    package func place(_ code: AdministrativeCode) -> Place? { index(of: code.dotted).map { places[$0] } }

    /// The place with the code in a text; nil if there is none.
    package func place(code: String) -> Place? { index(of: code).map { places[$0] } }

    package func place(formerCode: AdministrativeCode) -> Place? {
        byFormerCode[formerCode.dotted].map { places[Int($0)] }
    }

    package func places(named name: PlaceName) -> [NamedPlace] {
        let key = name.key
        let official = byKey.places(of: key).map {
            NamedPlace(place: places[$0], source: .official, folded: name.text)
        }
        guard let bynamed = bynames[key] else { return official }
        return official + bynamed.map { NamedPlace(place: places[Int($0)], source: .byname, folded: name.text) }
    }

    package func places(soundingLike name: PlaceName) -> [Place] {
        bySound.places(of: name.soundKey).map { places[$0] }
    }

    package func places(in area: PlaceArea, at level: AdministrativeLevel, near probe: SoundProbe?) -> [Place] {
        let range = range(of: area)
        guard range.count <= Self.scanLimit else { return [] }
        return range.filter { index in
            places[index].level == level && (probe.map { sounds.mayBeAlike($0, index) } ?? true)
        }.map { places[$0] }
    }

    /// The largest area, in number of places, in which names are compared one by one: a province, but not the country.
    package static let scanLimit = 15_000

    private func range(of area: PlaceArea) -> Range<Int> {
        switch area {
        case .everywhere: return places.indices
        case .inside(let code):
            let start = places.indices.partitionPoint { places[$0].code < code }
            return start..<places[start...].indices.partitionPoint { code.contains(places[$0].code) }
        }
    }
}

// The tree of places, by index.
extension PlaceTable {
    package func index(of code: String) -> Int? {
        let index = places.indices.partitionPoint { places[$0].code.dotted < code }
        return index < places.count && places[index].code.dotted == code ? index : nil
    }

    /// The place and everything in it.
    package func range(of index: Int) -> Range<Int> { index..<Int(ends[index]) }

    /// The smallest known area around the place.
    package func parent(of index: Int) -> Int? { parents[index] < 0 ? nil : Int(parents[index]) }
}

extension PlaceTable {
    private typealias CodedRecord = (code: String, record: PlaceRecord, parsed: AdministrativeCode)

    private static func sorted(_ records: some Sequence<PlaceRecord>) -> [CodedRecord] {
        let known = records.enumerated().compactMap { offset, record in
            AdministrativeCode(record.code).map { (offset: offset, record: (record.code, record, $0)) }
        }
        let sorted = known.sorted { ($0.record.2, $0.offset) < ($1.record.2, $1.offset) }
        var kept: [CodedRecord] = []
        kept.reserveCapacity(sorted.count)
        for (_, record) in sorted {
            if kept.last?.parsed == record.2 { kept.removeLast() }
            kept.append(record)
        }
        return kept
    }

    private static func index(of code: String, in codes: [String]) -> Int? {
        let index = codes.indices.partitionPoint { codes[$0] < code }
        return index < codes.count && codes[index] == code ? index : nil
    }

    private static func place(_ record: CodedRecord, _ label: String) -> Place {
        Place(
            code: record.parsed, name: record.record.name, label: label, kind: record.record.kind,
            coordinate: record.record.coordinate, accuracyMetres: record.record.accuracyMetres)
    }

    private static func label(of index: Int, in records: [CodedRecord], _ parents: [Int32]) -> String {
        var areas: [String] = []
        var current = Int(parents[index])
        while current >= 0 {
            if records[current].parsed.level != .province { areas.append(records[current].record.name) }
            current = Int(parents[current])
        }
        return PlaceName.label(records[index].record.name, in: areas)
    }

    /// The end of the area and the index of the parent of each place.
    ///
    /// One pass with a stack is enough, because sorted codes list a tree from the top down.
    private static func tree(of codes: [String]) -> (ends: [Int32], parents: [Int32]) {
        var ends = [Int32](repeating: Int32(codes.count), count: codes.count)
        var parents = [Int32](repeating: -1, count: codes.count)
        var open: [Int] = []
        for index in codes.indices {
            while let top = open.last, !codes[index].utf8.starts(with: codes[top].utf8) {
                ends[top] = Int32(index)
                open.removeLast()
            }
            if let top = open.last { parents[index] = Int32(top) }
            open.append(index)
        }
        return (ends, parents)
    }

    private static func names(
        of places: [Place], former: [(name: FormerPlaceName, place: Int)], words: PlaceWords
    ) -> [(name: PlaceName, place: Int)] {
        var names: [(name: PlaceName, place: Int)] = []
        names.reserveCapacity(places.count * 3 / 2)
        for (index, place) in places.enumerated() {
            for name in PlaceName.variants(of: place.name, place.level, words) { names.append((name, index)) }
        }
        for (name, index) in former {
            guard let text = name.formerName else { continue }
            for name in PlaceName.variants(of: text, places[index].level, words) { names.append((name, index)) }
        }
        return names
    }
}
