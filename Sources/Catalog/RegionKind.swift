/// What a region is, in the words of Indonesian law.
package enum RegionKind: String, Sendable, Codable, CaseIterable, ColumnValue {
    case province = "provinsi"
    case regency = "kabupaten"
    case city = "kota"
    case district = "kecamatan"
}
