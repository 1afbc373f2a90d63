import Gazetteer
import Geo
import IndexDefinition
import IndexStore

/// The documents that a request is limited to, and the places that an answer names for it.
struct Scope {
    var filter = Filter()
    /// Conditions on columns that lists had beside the fields of Banua.
    var properties: [PropertyCondition] = []
    /// What distances are measured from.
    var near: ResolvedPlace?
    /// The regions of the filter.
    var within: [ResolvedPlace] = []

    /// True if nearer documents rank higher: not in a regency, because its centroid is no place to be near to.
    var ranksByDistance: Bool { filter.requiresPosition || filter.circle != nil }
    /// True where it holds to something of a place.
    var isPlaced: Bool {
        near != nil || !within.isEmpty || filter.box != nil || filter.circle != nil || filter.regencies != nil
            || filter.districts != nil
    }
    var origin: Coordinate? { near?.coordinate }
    var radiusMetres: Double? { filter.circle?.radiusMetres }
}

extension Scope {
    /// The radius of "di" around a village or a coordinate, whose documents are at its point or near it.
    private static let reachMetres = 5_000.0

    /// The scope narrowed by a place of the question; nil where that cannot be said to the index or another place is
    /// measured from already.
    func narrowed(by reading: PlaceReading) -> Scope? {
        guard let place = reading.meaning.resolved else { return nil }
        var scope = self
        if near == nil { scope.near = place }
        switch reading.relation {
        case .near:
            scope.filter.requiresPosition = true
            return near == nil && place.coordinate != nil ? scope : nil
        case .within(let metres):
            return scope.hold(within: metres, of: place) ? scope : nil
        case .inside, .bare:
            scope.within += reading.meaning.areas.map(\.resolved)
            let areas = reading.meaning.areas
            if areas.first?.level == .village {
                return scope.hold(within: Self.reachMetres, of: place) ? scope : nil
            }
            return scope.hold(to: areas) ? scope : nil
        }
    }

    /// The scope without villages, because their names are place names.
    var excludingVillages: Scope { holding(to: Set(DocumentKind.goods)) }

    /// The scope limited to kinds, if the request does not choose others.
    func holding(to kinds: Set<DocumentKind>?) -> Scope {
        guard let kinds else { return self }
        var scope = self
        let shared = filter.kinds.isEmpty ? kinds : filter.kinds.intersection(kinds)
        if !shared.isEmpty { scope.filter.kinds = shared }
        return scope
    }

    /// Holds to areas of one level, together with what the scope holds to already; false where that cannot be said to
    /// the index.
    mutating func hold(to areas: [Place]) -> Bool {
        guard let level = areas.first?.level else { return false }
        let codes = Set(areas.map(\.code.dotted))
        switch level {
        case .province:
            return true
        case .regency:
            filter.regencies = filter.regencies.map(codes.intersection) ?? codes
            return true
        case .district:
            filter.districts = filter.districts.map(codes.intersection) ?? codes
            return true
        case .village:
            return false
        }
    }

    private mutating func hold(within metres: Double, of place: ResolvedPlace) -> Bool {
        guard let coordinate = place.coordinate, filter.circle == nil else { return false }
        filter.circle = Circle(centre: coordinate, radiusMetres: metres)
        return true
    }
}
