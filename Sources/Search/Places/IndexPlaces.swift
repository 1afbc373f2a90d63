import Gazetteer
import IndexStore

/// The places of an index, with a cache of the names in the current query.
///
/// It is not Sendable: each session has its own. `load` reads any number of names in one statement, and later look-ups
/// of these names read nothing.
final class IndexPlaces: PlaceSource {
    let index: any SearchIndex
    private var named: [UInt64: [NamedPlace]] = [:]
    private var sounding: [UInt64: [Place]] = [:]
    private var known: [AdministrativeCode: Place?] = [:]
    private static let capacity = 2_000
    /// The number of reads of the index, for tests of the cost.
    private(set) var statementCount = 0

    init(_ index: any SearchIndex) {
        self.index = index
    }

    /// Reads the places of these names, if they are not in memory.
    func load(_ names: some Collection<PlaceName>) throws {
        let missing = Set(names.map(\.key)).filter { named[$0] == nil }
        guard !missing.isEmpty else { return }
        if named.count > Self.capacity { named.removeAll(keepingCapacity: true) }
        statementCount += 1
        let found = try index.places(withKeys: missing)
        for key in missing { named[key] = found[key] ?? [] }
    }

    /// Reads the places that sound like these names, if they are not in memory.
    func load(soundsOf names: some Collection<PlaceName>) throws {
        let missing = Set(names.map(\.soundKey)).filter { sounding[$0] == nil }
        guard !missing.isEmpty else { return }
        if sounding.count > Self.capacity { sounding.removeAll(keepingCapacity: true) }
        statementCount += 1
        let found = try index.places(withSoundKeys: missing)
        for key in missing { sounding[key] = found[key] ?? [] }
    }

    func place(_ code: AdministrativeCode) throws -> Place? {
        if let place = known[code] { return place }
        if known.count > Self.capacity { known.removeAll(keepingCapacity: true) }
        statementCount += 1
        let place = try index.place(code)
        known[code] = .some(place)
        return place
    }

    func place(formerCode: AdministrativeCode) throws -> Place? { try index.place(formerCode: formerCode) }

    func places(named name: PlaceName) throws -> [NamedPlace] {
        try load([name])
        return named[name.key] ?? []
    }

    func places(soundingLike name: PlaceName) throws -> [Place] {
        try load(soundsOf: [name])
        return sounding[name.soundKey] ?? []
    }

    func places(in area: PlaceArea, at level: AdministrativeLevel, near probe: SoundProbe?) throws -> [Place] {
        try index.places(in: area, at: level, near: probe)
    }

    func villages(nearestTo village: Place, count: Int) throws -> [Place] {
        try index.villages(nearestTo: village, count: count)
    }
}
