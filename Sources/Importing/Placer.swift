import Catalog
import Gazetteer
import Geo

/// Finds the position of a document: its own coordinates, or the point of the smallest sure area.
struct Placer {
    static let usedFields: Set<CanonicalField> = [
        .code, .village, .district, .regency, .province, .districtCode, .regencyCode, .location, .address, .latitude,
        .longitude, .coordinate, .accuracy,
    ]
    private static let placeFields: [CanonicalField] = [.village, .district, .regency, .province, .location, .address]
    private static let codeFields: [CanonicalField] = [.code, .districtCode, .regencyCode]

    var resolver: PlaceResolver<PlaceTable>
    let positions: PositionReader

    init(places: PlaceTable, positions: PositionReader) {
        resolver = PlaceResolver(places)
        self.positions = positions
    }

    /// The placement of the row.
    ///
    /// If the file has no columns for places or positions, that of the catalog stays.
    mutating func place(_ fields: inout RowFields, into placement: inout Placement) throws {
        guard positions.hasPosition(fields.map) || (Self.placeFields + Self.codeFields).contains(where: fields.states)
        else { return }
        let texts = texts(fields)
        let resolution = try resolver.resolve(texts)
        placement = Placement(
            placeText: placeText(fields), villageCode: resolution.villageCode, districtCode: resolution.districtCode,
            regencyCode: resolution.regencyCode)
        for finding in resolution.findings { add(finding, to: &fields) }
        if let own = positions.coordinate(&fields, claim: resolution) {
            placement.coordinate = own
            placement.source = .own
            fields.takeDecimal(.accuracy, into: &placement.accuracyMetres)
        } else {
            takePosition(of: resolution, into: &placement)
        }
    }

    private func texts(_ fields: RowFields) -> PlaceText {
        PlaceText(
            code: Self.codeFields.lazy.compactMap { fields.text($0) }.first, village: fields.text(.village),
            district: fields.text(.district),
            regency: fields.text(.regency), province: fields.text(.province),
            location: fields.text(.location) ?? fields.text(.address))
    }

    /// All texts of the row about its place, from the smallest area to the largest.
    private func placeText(_ fields: RowFields) -> String? {
        var texts: [String] = []
        for text in [CanonicalField.address, .location, .village, .district, .regency, .province].compactMap({
            fields.line($0)
        })
        where !texts.contains(text) {
            texts.append(text)
        }
        return texts.isEmpty ? nil : texts.joined(separator: ", ")
    }

    /// The point of the smallest sure area that has one.
    private func takePosition(of resolution: PlaceResolution, into placement: inout Placement) {
        let areas: [(String?, PositionSource)] = [
            (resolution.villageCode, .village), (resolution.districtCode, .district),
            (resolution.regencyCode, .regency),
        ]
        for (code, source) in areas {
            guard let code, let place = resolver.source.place(code: code), let coordinate = place.coordinate else {
                continue
            }
            (placement.coordinate, placement.source, placement.accuracyMetres) = (
                coordinate, source, place.accuracyMetres
            )
            return
        }
    }

    private func add(_ finding: PlaceFinding, to fields: inout RowFields) {
        let field: CanonicalField =
            switch finding.field {
            case .code: Self.codeFields.first { fields.text($0) != nil } ?? .code
            case .village: .village
            case .district: .district
            case .regency: .regency
            case .province: .province
            case .location: fields.text(.location) == nil ? .address : .location
            }
        fields.add(
            finding.isAccepted ? .remark : .placedLessExactly, .place(finding.cause), field: fields.header(of: field),
            value: finding.written,
            PlaceMessages.message(for: finding), PlaceMessages.remedy(for: finding))
    }
}
