/// The certificates a source states for a product: true if it says so, false if it denies it, nil if it says
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

extension Certifications {
    mutating func visitColumns<Visitor: ColumnVisitor>(_ visit: inout Visitor) throws(Visitor.Failure) {
        try visit("certification_text", &text)
        try visit("halal", &halal)
        try visit("pirt", &pirt)
        try visit("bpom_md", &bpomMD)
        try visit("sni", &sni)
        try visit("geographic_indication", &geographicIndication)
    }
}
