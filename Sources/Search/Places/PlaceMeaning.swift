import Gazetteer
import Geo

/// The meaning of a place name.
enum PlaceMeaning {
    case unknown
    case place(Place)
    /// One by-name for several areas side by side, such as Nagara for the Daha districts.
    case area(name: String, [Place])
    case ambiguous([Place])

    /// The answer to a filter's text.
    ///
    /// Several areas that share a by-name are one area.
    init(_ answer: PlaceAnswer) {
        switch answer {
        case .one(let place, _): self = .place(place)
        case .several(let match, let name) where match.reason == .byName && match.places.count > 1:
            self = .area(name: name.capitalizedWords, match.places)
        case .several(let match, _): self = .ambiguous(match.places.sorted(by: Self.isLarger))
        case .none: self = .unknown
        }
    }

    /// The choice among all places of a name.
    ///
    /// The largest is taken if the others lie in it (most districts have a village of their name), if it is a regency,
    /// or if the table of by-names says that people mean it. Everything else is ambiguous.
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
            largest <= AdministrativeLevel.regency || bynames.contains(only.code)
                || places.allSatisfy({ $0.lies(in: only) })
        {
            self = .place(only)
        } else {
            self = .ambiguous(places)
        }
    }

    /// The areas that a filter is limited to; none if the meaning is not sure.
    var areas: [Place] {
        switch self {
        case .place(let place): [place]
        case .area(_, let places): places
        case .unknown, .ambiguous: []
        }
    }

    /// The place to measure from: for an area of several, the mean of their points.
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

    private static func isLarger(_ first: Place, _ second: Place) -> Bool {
        (first.level, first.code) < (second.level, second.code)
    }

    private static func distinct(_ places: [Place]) -> [Place] {
        var seen: Set<AdministrativeCode> = []
        return places.filter { seen.insert($0.code).inserted }.sorted(by: isLarger)
    }
}

extension String {
    /// "banua anam" as a name is written: "Banua Anam".
    var capitalizedWords: String {
        split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    }
}
