import Catalog
import Geo

/// Rows of a list of villages.
struct VillageMaker: RecordMaker {
    static let usedFields: Set<CanonicalField> = [
        .code, .name, .regionKind, .districtCode, .regencyCode, .district, .regency, .province, .latitude, .longitude,
        .coordinate,
        .accuracy,
        .postcode, .formerCode, .formerName, .validFrom, .validUntil,
    ]
    static let idField = CanonicalField.code
    static let isOfAreas = true

    var positions: PositionReader
    var resolver: PlaceResolver

    func id(of fields: inout RowFields) -> RecordID? {
        guard let code = fields.areaCode(remedy: remedy(fields)) else { return nil }
        guard code.utf8.count == 13 else {
            fields.reject(
                .codeOfOtherLevel, .code, "'\(code)' is not the code of a village, which has ten digits.",
                "Mend the code, or import regions with --kind regions.")
            return nil
        }
        return RecordID(text: code, isDerived: false)
    }

    mutating func record(id: String, from fields: inout RowFields, over existing: Village?) throws -> Village? {
        let district = String(id.prefix(8))
        guard let name = fields.name(), let kind = kind(code: id, &fields) else { return nil }
        checkAreas(district: district, &fields)
        var village = existing ?? Village(code: id, name: name, kind: kind, districtCode: district)
        village.name = name
        village.kind = kind
        if positions.hasPosition(fields.map) {
            village.coordinate = positions.coordinate(
                &fields, claim: PlaceResolution(code: district, in: resolver.gazetteer))
        }
        fields.takeDecimal(.accuracy, into: &village.positionAccuracyMetres)
        fields.take(
            .postcode, into: &village.postcode, cause: .notAPostcode, expected: "a postcode of five digits",
            Self.postcode)
        fields.takeExtra(into: &village.extra)
        return village
    }

    /// Five digits; a spreadsheet may have made a decimal number of them.
    private static func postcode(_ text: String) -> String? {
        let digits = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
        return digits.utf8.count == 5 && digits.utf8.allSatisfy { (0x30...0x39).contains($0) } ? digits : nil
    }

    /// The kind as the row says, or as the code tells: the Ministry numbers kelurahan from 1001 and desa from 2001.
    private func kind(code: String, _ fields: inout RowFields) -> VillageKind? {
        guard let written = fields.text(.regionKind) else { return code.dropFirst(9).first == "1" ? .kelurahan : .desa }
        switch written.lowercased().filter({ $0 != "." }) {
        case "desa", "ds", "village": return .desa
        case "kelurahan", "kel", "lurah": return .kelurahan
        default:
            fields.reject(.notAKind, .regionKind, "'\(written)' is not a kind of village.", "Write desa or kelurahan.")
            return nil
        }
    }

    private func checkAreas(district: String, _ fields: inout RowFields) {
        if let written = fields.text(.districtCode), PlaceCode.read(written)?.dotted != district {
            fields.reject(
                .codesDisagree, .districtCode,
                "'\(written)' is not the district '\(district)' that the village's code begins with.",
                "Mend one of the two codes.")
        }
        if let written = fields.text(.regencyCode), PlaceCode.read(written)?.dotted != String(district.prefix(5)) {
            fields.reject(
                .codesDisagree, .regencyCode,
                "'\(written)' is not the regency '\(district.prefix(5))' that the village's code begins with.",
                "Mend one of the two codes.")
        }
        if resolver.gazetteer.entry(code: district) == nil {
            fields.reject(
                .districtUnknown, .code, "The catalog has no district '\(district)'.",
                "Import the regions first, or mend the code.")
        }
    }

    /// Where the names tell the code that the row should have, it is named, never taken.
    private func remedy(_ fields: RowFields) -> String {
        var resolver = resolver
        let place = resolver.resolve(
            PlaceText(
                village: fields.text(.name), district: fields.text(.district), regency: fields.text(.regency),
                province: fields.text(.province)))
        let general = "Use the code of the Ministry of Home Affairs (Kemendagri)"
        guard let code = place.villageCode, let entry = resolver.gazetteer.entry(code: code) else {
            return general + ", such as 63.05.02.2005."
        }
        return general + ": by its names this is \(code), \(entry.name)."
    }
}
