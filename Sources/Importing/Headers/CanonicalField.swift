/// What a column can hold: the fields that rows of a list are read into, whatever their headers say.
///
/// `--map` takes a field by its name here, or in snake case: `districtCode`, `district_code`.
package enum CanonicalField: UInt8, CaseIterable, Sendable {
    // Who it is
    case id, code, name, otherNames, regionKind, localName, englishName
    // Where it is
    case parentCode, districtCode, regencyCode, village, district, regency, province
    /// One text for all levels: "Hiyung, Tapin".
    case location
    case address
    case latitude, longitude
    /// Both numbers in one column.
    case coordinate
    case accuracy, postcode
    // What it is
    case commodity, category, kbli, description, materials, geographicIndication
    // Figures
    case population, populationYear, area, businessUnits, workers, workersMale, workersFemale, figuresYear, ovopStars,
        ovopYear
    // Goods
    case producer, price, priceMin, priceMax, priceUnit, certification, halal, pirt, bpom, sni, sentraID
    // Places of sale
    case sells, hours, since
    // Names it had
    case formerCode, formerName, validFrom, validUntil
    // Whom to ask
    case contact, note, source

    private static let names = allCases.map { String(describing: $0) }

    /// The name that `--map` and messages use: that of the case.
    package var name: String { Self.names[Int(rawValue)] }

    /// The field of this name, in whatever case and with whatever between its words.
    init?(named name: String) {
        let key = HeaderKey(name).text
        guard let field = Self.allCases.first(where: { HeaderKey($0.name).text == key }) else { return nil }
        self = field
    }
}
