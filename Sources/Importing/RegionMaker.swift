import Catalog
import Gazetteer
import Geo

/// Makes regions from the rows of a list of provinces, regencies and districts.
struct RegionMaker: RecordMaker {
    static let usedFields: Set<CanonicalField> = [
        .code, .name, .regionKind, .parentCode, .latitude, .longitude, .coordinate, .accuracy, .population,
        .populationYear, .area, .formerCode, .formerName, .validFrom, .validUntil,
    ]
    static let idField = CanonicalField.code
    static let isOfAreas = true

    var positions: PositionReader

    func id(of fields: inout RowFields) throws -> RecordID? {
        try fields.areaCode().map { RecordID(text: $0.dotted, isDerived: false) }
    }

    mutating func record(id: String, from fields: inout RowFields, over existing: Region?) throws -> Region? {
        guard let code = AdministrativeCode(id), let name = fields.name(), let kind = kind(of: code, &fields) else {
            return nil
        }
        var region = existing ?? Region(code: id, name: name, kind: kind)
        region.name = name
        region.kind = kind
        region.parentCode = parent(of: code, &fields)
        if positions.hasPosition(fields.map) { region.coordinate = positions.coordinate(&fields, claim: nil) }
        fields.takeDecimal(.accuracy, into: &region.positionAccuracyMetres)
        fields.takeWhole(.population, into: &region.population)
        fields.takeYear(.populationYear, into: &region.populationYear)
        if region.population == nil { region.populationYear = nil }
        fields.takeDecimal(.area, into: &region.officialAreaKm2)
        fields.takeExtra(into: &region.extra)
        return region
    }

    func missing(for record: Region, in writer: CatalogWriter) throws -> MissingArea? {
        guard let parent = record.parentCode, try !writer.has(Region.self, id: parent) else { return nil }
        return MissingArea(
            cause: .parentUnknown,
            message: "Neither the catalog nor the file has the region '\(parent)', which '\(record.code)' lies in.",
            remedy: "Add a row for it, or import the list that has it first.")
    }

    /// The kind in the row, or else the kind that follows from the code.
    private func kind(of code: AdministrativeCode, _ fields: inout RowFields) -> RegionKind? {
        guard let written = fields.text(.regionKind) else {
            switch code.level {
            case .province: return .province
            case .regency: return code.isCity ? .city : .regency
            case .district: return .district
            case .village:
                fields.reject(
                    .codeOfOtherLevel, .code, "'\(code)' is the code of a village.",
                    "Import villages with --kind villages.")
                return nil
            }
        }
        let names: [String: RegionKind] = [
            "provinsi": .province, "province": .province, "kabupaten": .regency, "kab": .regency, "regency": .regency,
            "kota": .city, "kotamadya": .city, "city": .city, "kecamatan": .district, "kec": .district,
            "district": .district,
        ]
        let kind = names[written.lowercased().filter { $0 != "." }]
        guard let kind else {
            fields.reject(
                .notAKind, .regionKind, "'\(written)' is not a kind of region.",
                "Write provinsi, kabupaten, kota or kecamatan.")
            return nil
        }
        guard code.level == Self.levels[kind] else {
            fields.reject(
                .codeOfOtherLevel, .code, "'\(code)' is not the code of a \(kind.rawValue).",
                "Correct the code or the kind.")
            return nil
        }
        return kind
    }

    private static let levels: [RegionKind: AdministrativeLevel] = [
        .province: .province, .regency: .regency, .city: .regency, .district: .district,
    ]

    private func parent(of code: AdministrativeCode, _ fields: inout RowFields) -> String? {
        let parent = code.parent
        if let written = fields.text(.parentCode), WrittenCode(written)?.code != parent {
            fields.reject(
                .codesDisagree, .parentCode, "'\(written)' is not what the code '\(code)' begins with.",
                parent.map { "Write \($0), or correct the code." }
                    ?? "A province lies in no other region: leave the cell empty.")
        }
        return parent?.dotted
    }
}
