import Gazetteer
import Geo
import IndexDefinition
import IndexStore

/// The filters of a request, with the places and values of the generation.
struct Scope {
    var filter = MatchFilter()
    /// The point from which distances are measured.
    var near: ResolvedPlace?
    /// The regions of the filter.
    var within: [ResolvedPlace] = []
    /// True if documents without a position are left out, because the request has a distance.
    var requiresPosition = false
    /// True if the distance is useful for ranking.
    ///
    /// It is not for a regency, which has no meaningful middle.
    var ranksByDistance = false

    /// True if the scope is limited by a place.
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

    /// The scope limited by a place of the query.
    ///
    /// Returns nil if the index has no filter for that, or if distances are already measured from another place.
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

    /// Limits the scope to areas of one level in addition to its other limits.
    ///
    /// Returns false if the index has no filter for that.
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
