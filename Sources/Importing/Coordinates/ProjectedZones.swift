/// The projected reference systems that are common in Indonesia.
enum ProjectedZones {
    /// The codes of UTM on WGS 84 (south and north) and DGN95 TM-3 for a range of longitudes.
    ///
    ///     ProjectedZones.codes(west: 114.3, east: 116.6)      // EPSG:32750, EPSG:32650, EPSG:23837
    ///
    /// Source: EPSG registry. UTM zone zz is 327zz and 326zz. TM-3 is 23830 (zone 46.2) to 23845 (zone 54.1), three
    /// degrees each.
    static func codes(west: Double, east: Double) -> [String] {
        let first = Int(((west + 180) / 6).rounded(.down)) + 1
        let last = Int(((east + 180) / 6).rounded(.down)) + 1
        guard first <= last, (1...60).contains(first), (1...60).contains(last) else { return [] }
        let utm = (first...last).flatMap { ["EPSG:\(32700 + $0)", "EPSG:\(32600 + $0)"] }
        let halves = Int(((west + 180) / 3).rounded(.down))...Int(((east + 180) / 3).rounded(.down))
        // Half zone 0 is zone 1.1; half zone 91 is zone 46.2.
        let tm3 = halves.filter { (91...106).contains($0) }.map { "EPSG:\(23830 + $0 - 91)" }
        return utm + tm3
    }
}
