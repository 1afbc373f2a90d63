/// What a village is: a desa governs itself, a kelurahan is an office of the regency.
package enum VillageKind: String, Sendable, Codable, CaseIterable, ColumnValue {
    case desa
    case kelurahan
}
