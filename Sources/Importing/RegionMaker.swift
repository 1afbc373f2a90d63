import Catalog
import Geo

/// Rows of a list of provinces, regencies and districts.
struct RegionMaker: RecordMaker {
    static let usedFields: Set<CanonicalField> = [
        .code, .name, .regionKind, .parentCode, .latitude, .longitude, .coordinate, .accuracy, .population,
        .populationYear, .area,
        .formerCode, .formerName, .validFrom, .validUntil,
    ]
    static let idField = CanonicalField.code
    static let isOfAreas = true

    var positions: PositionReader

    func id(of fields: inout RowFields) -> RecordID? {
        fields.areaCode().map { RecordID(text: $0, isDerived: false) }
    }

    mutating func record(id: String, from fields: inout RowFields, over existing: Region?) throws -> Region? {
        guard let name = fields.name(), let kind = kind(code: id, name: name, &fields) else { return nil }
        var region = existing ?? Region(code: id, name: name, kind: kind)
        region.name = name
        region.kind = kind
        region.parentCode = parent(code: id, &fields)
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

    /// The kind as the row says, or as code and name tell: cities have codes from 71, and "Kota" in their names where
    /// they are written in full.
    private func kind(code: String, name: String, _ fields: inout RowFields) -> RegionKind? {
        guard let written = fields.text(.regionKind) else {
            switch code.utf8.count {
            case 2: return .province
            case 5: return code.dropFirst(3) >= "71" ? .city : .regency
            case 8: return .district
            default:
                fields.reject(
                    .codeOfOtherLevel, .code, "'\(code)' is the code of a village.",
                    "Import villages with --kind villages.")
                return nil
            }
        }
        let names: [String: RegionKind] = [
            "provinsi": .province, "province": .province, "kabupaten": .regency, "kab": .regency, "regency": .regency,
            "kota": .city,
            "kotamadya": .city, "city": .city, "kecamatan": .district, "kec": .district, "district": .district,
        ]
        let kind = names[written.lowercased().filter { $0 != "." }]
        guard let kind else {
            fields.reject(
                .notAKind, .regionKind, "'\(written)' is not a kind of region.",
                "Write provinsi, kabupaten, kota or kecamatan.")
            return nil
        }
        let length = [RegionKind.province: 2, .regency: 5, .city: 5, .district: 8][kind]
        guard length == code.utf8.count else {
            fields.reject(
                .codeOfOtherLevel, .code, "'\(code)' is not the code of a \(kind.rawValue).",
                "Mend the code or the kind.")
            return nil
        }
        return kind
    }

    private func parent(code: String, _ fields: inout RowFields) -> String? {
        let parent = code.utf8.count > 2 ? String(code.dropLast(3)) : nil
        if let written = fields.text(.parentCode), PlaceCode.read(written)?.dotted != parent {
            fields.reject(
                .codesDisagree, .parentCode, "'\(written)' is not what the code '\(code)' begins with.",
                parent.map { "Write \($0), or mend the code." }
                    ?? "A province lies in no other region: leave the cell empty.")
        }
        return parent
    }
}
