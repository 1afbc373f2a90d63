import Geo
import IndexStore

/// What a place name stands for.
enum PlaceMeaning {
    case unknown
    case place(StoredPlace)
    /// One by-name for several areas side by side, such as Nagara for the Daha districts.
    case area(name: String, [StoredPlace])
    case ambiguous([StoredPlace])

    /// Chooses among all places of a name.
    ///
    /// The largest wins where the others lie in it (most districts have a village of their name), where it is a
    /// regency, or where the table of by-names says that people mean it. Everything else is ambiguous: no guess is
    /// made.
    init(_ named: [NamedPlace]) {
        let places = Self.distinct(named.map(\.place))
        guard let largest = places.map(\.level).min(), let first = places.first else {
            self = .unknown
            return
        }
        let top = places.filter { $0.level == largest }
        let bynames = Set(named.filter { $0.source == .byname }.map(\.place.code))
        if top.count > 1, top.allSatisfy({ bynames.contains($0.code) }) {
            self = .area(name: named.first?.folded.capitalizedWords ?? first.name, top)
        } else if top.count == 1, let only = top.first,
            largest <= .regency || bynames.contains(only.code) || places.allSatisfy({ $0.lies(in: only) })
        {
            self = .place(only)
        } else {
            self = .ambiguous(places)
        }
    }

    /// The areas that a filter holds to; none where the meaning is not sure.
    var areas: [StoredPlace] {
        switch self {
        case .place(let place): [place]
        case .area(_, let places): places
        case .unknown, .ambiguous: []
        }
    }

    /// The place to measure from: an area of several is measured from the middle of their points.
    var resolved: ResolvedPlace? {
        switch self {
        case .place(let place): return place.resolved
        case .area(let name, let places):
            let points = places.compactMap(\.coordinate)
            let middle =
                points.isEmpty
                ? nil
                : Coordinate(
                    longitude: points.map(\.longitude).reduce(0, +) / Double(points.count),
                    latitude: points.map(\.latitude).reduce(0, +) / Double(points.count))
            return ResolvedPlace(
                code: nil, name: name, kind: "area", label: "\(name) (\(places.map(\.name).joined(separator: ", ")))",
                coordinate: middle)
        case .unknown, .ambiguous: return nil
        }
    }

    private static func distinct(_ places: [StoredPlace]) -> [StoredPlace] {
        var seen = Set<String>()
        return places.filter { seen.insert($0.code).inserted }.sorted { ($0.level, $0.code) < ($1.level, $1.code) }
    }
}

extension String {
    /// "banua anam" as a name is written: "Banua Anam".
    var capitalizedWords: String {
        split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    }
}
