import Catalog
import Gazetteer
import Geo

/// Makes villages from the rows of a list.
struct VillageMaker: RecordMaker {
    static let usedFields: Set<CanonicalField> = [
        .code, .name, .regionKind, .districtCode, .regencyCode, .district, .regency, .province, .latitude, .longitude,
        .coordinate, .accuracy, .postcode, .formerCode, .formerName, .validFrom, .validUntil,
    ]
    static let idField = CanonicalField.code
    static let isOfAreas = true

    var positions: PositionReader
    var resolver: PlaceResolver<PlaceTable>

    func id(of fields: inout RowFields) throws -> RecordID? {
        let row = fields
        guard let code = try fields.areaCode(remedy: try remedy(row)) else { return nil }
        guard code.level == .village else {
            fields.reject(
                .codeOfOtherLevel, .code, "'\(code)' is not the code of a village, which has ten digits.",
                "Mend the code, or import regions with --kind regions.")
            return nil
        }
        return RecordID(text: code.dotted, isDerived: false)
    }

    mutating func record(id: String, from fields: inout RowFields, over existing: Village?) throws -> Village? {
        guard let code = AdministrativeCode(id), let district = code.district, let name = fields.name(),
            let kind = kind(of: code, &fields)
        else { return nil }
        checkAreas(of: code, in: district, &fields)
        var village = existing ?? Village(code: id, name: name, kind: kind, districtCode: district.dotted)
        village.name = name
        village.kind = kind
        if positions.hasPosition(fields.map) {
            village.coordinate = positions.coordinate(
                &fields, claim: PlaceResolution(code: district.dotted, in: resolver.source))
        }
        fields.takeDecimal(.accuracy, into: &village.positionAccuracyMetres)
        fields.take(
            .postcode, into: &village.postcode, cause: .notAPostcode, expected: "a postcode of five digits",
            Self.postcode)
        fields.takeExtra(into: &village.extra)
        return village
    }

    /// A postcode of five digits, also if a spreadsheet has made a decimal number of it.
    private static func postcode(_ text: String) -> String? {
        let digits = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
        return digits.utf8.count == 5 && digits.utf8.allSatisfy { (0x30...0x39).contains($0) } ? digits : nil
    }

    /// The kind in the row, or else the kind that follows from the code.
    private func kind(of code: AdministrativeCode, _ fields: inout RowFields) -> VillageKind? {
        guard let written = fields.text(.regionKind) else { return code.isKelurahan ? .kelurahan : .desa }
        switch written.lowercased().filter({ $0 != "." }) {
        case "desa", "ds", "village": return .desa
        case "kelurahan", "kel", "lurah": return .kelurahan
        default:
            fields.reject(.notAKind, .regionKind, "'\(written)' is not a kind of village.", "Write desa or kelurahan.")
            return nil
        }
    }

    private func checkAreas(
        of code: AdministrativeCode, in district: AdministrativeCode, _ fields: inout RowFields
    ) {
        if let written = fields.text(.districtCode), WrittenCode(written)?.code != district {
            fields.reject(
                .codesDisagree, .districtCode,
                "'\(written)' is not the district '\(district)' that the village's code begins with.",
                "Mend one of the two codes.")
        }
        if let written = fields.text(.regencyCode), WrittenCode(written)?.code != code.regency {
            fields.reject(
                .codesDisagree, .regencyCode,
                "'\(written)' is not the regency '\(code.regency?.dotted ?? "")' that the village's code begins with.",
                "Mend one of the two codes.")
        }
        if resolver.source.place(district) == nil {
            fields.reject(
                .districtUnknown, .code, "The catalog has no district '\(district)'.",
                "Import the regions first, or mend the code.")
        }
    }

    /// Rejects the code.
    ///
    /// The remedy proposes the code of the names in the row, which is never used automatically.
    private func remedy(_ fields: RowFields) throws -> String {
        var resolver = resolver
        let resolution = try resolver.resolve(
            PlaceText(
                village: fields.text(.name), district: fields.text(.district), regency: fields.text(.regency),
                province: fields.text(.province)))
        let general = "Use the code of the Ministry of Home Affairs (Kemendagri)"
        guard let code = resolution.villageCode, let place = resolver.source.place(code: code) else {
            return general + ", such as 63.05.02.2005."
        }
        return general + ": by its names this is \(code), \(place.name)."
    }
}
