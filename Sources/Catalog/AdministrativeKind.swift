/// What a region is, in the words of Indonesian law.
package enum RegionKind: String, Sendable, Codable, CaseIterable {
    case province = "provinsi"
    case regency = "kabupaten"
    case city = "kota"
    case district = "kecamatan"
}

/// What a village is: a desa governs itself, a kelurahan is an office of the regency.
package enum VillageKind: String, Sendable, Codable, CaseIterable {
    case desa
    case kelurahan
}

/// What a list to import is about.
package enum ImportKind: String, Sendable, Codable, CaseIterable {
    case regions
    case villages
    case sentra
    case products
    case formerNames = "former_names"
}
