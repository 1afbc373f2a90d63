/// The texts of a row about its place, as written; nil or empty if it has none.
///
///     PlaceText(village: "Hiyung", district: "Kec. Tapin Tengah", regency: "KAB. TAPIN")
///     PlaceText(location: "Banyu Hirang, Amuntai Selatan, Hulu Sungai Utara")
package struct PlaceText: Hashable, Sendable {
    /// The code of a village, district or regency, with or without dots.
    package var code: String?
    package var village: String?
    package var district: String?
    package var regency: String?
    package var province: String?
    /// One text for all levels: an address, or names separated by commas from the smallest to the largest.
    package var location: String?

    package init(
        code: String? = nil, village: String? = nil, district: String? = nil, regency: String? = nil,
        province: String? = nil,
        location: String? = nil
    ) {
        self.code = code
        self.village = village
        self.district = district
        self.regency = regency
        self.province = province
        self.location = location
    }
}

/// The part of a row that a finding is about.
package enum PlaceField: String, Hashable, Sendable {
    case code, village, district, regency, province, location
}
