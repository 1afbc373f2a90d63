import Gazetteer
import Geo
import IndexDefinition
import IndexStore

/// Where and among what a request looks: its filters, resolved against the generation.
struct Scope {
    var filter = MatchFilter()
    /// What distances are measured from.
    var near: ResolvedPlace?
    /// The regions the filter holds to.
    var within: [ResolvedPlace] = []
    /// True where a document without a position is no answer, because nearness was asked for.
    var requiresPosition = false
    /// True where the distance tells one document from another: not in a regency, whose middle is no place to be near
    /// to.
    var ranksByDistance = false

    /// True where it holds to something of a place.
    var isPlaced: Bool {
        near != nil || !within.isEmpty || filter.box != nil || filter.circle != nil || filter.regencies != nil
            || filter.districts != nil
    }
    var origin: Coordinate? { near?.coordinate }
    var radiusMetres: Double? { filter.circle?.radiusMetres }
}

extension Scope {
    /// How far around a village or a bare point "di" reaches: its documents stand at its point or near it.
    private static let reachMetres = 5_000.0

    /// The scope narrowed by a place of the question; nil where that cannot be said to the index or another place is
    /// measured from already.
    func narrowed(by reading: PlaceReading, in generation: Generation) -> Scope? {
        guard let place = reading.meaning.resolved else { return nil }
        var scope = self
        if near == nil { scope.near = place }
        switch reading.relation {
        case .near:
            scope.requiresPosition = true
            scope.ranksByDistance = true
            return near == nil && place.coordinate != nil ? scope : nil
        case .within(let metres):
            scope.ranksByDistance = true
            return scope.hold(within: metres, of: place) ? scope : nil
        case .inside, .bare:
            scope.within += reading.meaning.areas.map(\.resolved)
            let areas = reading.meaning.areas
            if areas.first?.level == .village {
                scope.ranksByDistance = true
                return scope.hold(within: Self.reachMetres, of: place) ? scope : nil
            }
            return scope.hold(to: areas, in: generation) ? scope : nil
        }
    }

    /// The scope without villages, which bear the names of places by nature.
    var excludingVillages: Scope { holding(to: Set(DocumentKind.goods)) }

    /// The scope held to kinds, where the request does not hold to others.
    func holding(to kinds: Set<DocumentKind>?) -> Scope {
        guard let kinds else { return self }
        var scope = self
        let shared = filter.kinds.isEmpty ? kinds : filter.kinds.intersection(kinds)
        if !shared.isEmpty { scope.filter.kinds = shared }
        return scope
    }

    /// Holds to areas of one level, together with what the scope holds to already; false where that cannot be said to
    /// the index.
    mutating func hold(to areas: [Place], in generation: Generation) -> Bool {
        guard let level = areas.first?.level else { return false }
        switch level {
        case .province:
            return true
        case .regency:
            let found = Self.ordinals(of: areas, in: generation.regencies)
            filter.regencies = filter.regencies.map(found.intersection) ?? found
            return true
        case .district:
            let found = Self.ordinals(of: areas, in: generation.districts)
            filter.districts = filter.districts.map(found.intersection) ?? found
            return true
        case .village:
            return false
        }
    }

    private mutating func hold(within metres: Double, of place: ResolvedPlace) -> Bool {
        guard let coordinate = place.coordinate, filter.circle == nil else { return false }
        filter.circle = MatchFilter.Circle(centre: coordinate, radiusMetres: metres)
        return true
    }

    private static func ordinals(of areas: [Place], in table: FacetTable) -> Set<UInt16> {
        Set(areas.compactMap { table.ordinal(ofValue: $0.code.dotted) })
    }
}
