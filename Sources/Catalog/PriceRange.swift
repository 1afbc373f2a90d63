/// A price as a source states it: from, to, and for how much of the goods.
///
///     PriceRange(text: "15000-25000 per gram", minRupiah: 15_000, maxRupiah: 25_000, unit: "gram")
///
/// Units: whole rupiah. `minRupiah` alone is a price "and up", `maxRupiah` alone one "up to"; equal, they are one
/// price.
package struct PriceRange: Sendable, Hashable, Codable {
    /// The price as written.
    package var text: String
    package var minRupiah: Int?
    package var maxRupiah: Int?
    /// What the price is for ("kg", "100 biji"); nil for a piece.
    package var unit: String?

    package init(text: String, minRupiah: Int? = nil, maxRupiah: Int? = nil, unit: String? = nil) {
        self.text = text
        self.minRupiah = minRupiah
        self.maxRupiah = maxRupiah
        self.unit = unit
    }
}

/// The certificates a source states for a product: true where it says so, false where it denies it, nil where it says
/// nothing.
package struct Certifications: Sendable, Hashable, Codable {
    /// The statement as written.
    package var text: String?
    package var halal: Bool?
    /// P-IRT, the permit for home-made food.
    package var pirt: Bool?
    /// BPOM MD, the permit for food made in the country.
    package var bpomMD: Bool?
    package var sni: Bool?
    package var geographicIndication: Bool?

    package init(
        text: String? = nil, halal: Bool? = nil, pirt: Bool? = nil, bpomMD: Bool? = nil, sni: Bool? = nil,
        geographicIndication: Bool? = nil
    ) {
        self.text = text
        self.halal = halal
        self.pirt = pirt
        self.bpomMD = bpomMD
        self.sni = sni
        self.geographicIndication = geographicIndication
    }
}
