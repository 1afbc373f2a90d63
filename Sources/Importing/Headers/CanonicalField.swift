/// The fields of the rows of a list, independent of their headers.
///
/// `--map` accepts the name of a case, also in snake case: `districtCode`, `district_code`.
package enum CanonicalField: UInt8, CaseIterable, Sendable {
    // Identity
    case id, code, name, otherNames, regionKind, localName, englishName
    // Place
    case parentCode, districtCode, regencyCode, village, district, regency, province
    /// One text for all levels: "Hiyung, Tapin".
    case location
    case address
    case latitude, longitude
    /// Both numbers in one column.
    case coordinate
    case accuracy, postcode
    // Description
    case commodity, category, kbli, description, materials, rawMaterial, geographicIndication, giNumber, heritage,
        awards
    // Figures
    case population, populationYear, area, businessUnits, unitsKind, workers, workersMale, workersFemale, workersKind,
        figuresYear, figuresSource, production, foundedYear, ovopStars, ovopStatus, ovopYear, ovopSource
    // Products
    case producer, price, priceMin, priceMax, priceUnit, certification, halal, pirt, bpom, sni, sentraID, market,
        export
    // Outlets
    case sells, hours, since
    // Links
    case productID, linkReason
    // Former names
    case formerCode, formerName, validFrom, validUntil
    // Source
    case contact, note, noteEn, source, moreSources, pageDate

    private static let names = allCases.map { String(describing: $0) }

    /// The name for `--map` and messages, which is that of the case.
    package var name: String { Self.names[Int(rawValue)] }

    /// The field with a name, in any case and with any separator between its words.
    init?(named name: String) {
        let key = HeaderKey(name).text
        guard let field = Self.allCases.first(where: { HeaderKey($0.name).text == key }) else { return nil }
        self = field
    }
}
