/// The phrases of a row that name its village, district, regency and province.
struct RowReading {
    private(set) var province: PlacePhrase?
    private(set) var regency: PlacePhrase?
    private(set) var district: PlacePhrase?
    /// Names that may be that of the village; several if the text has several between commas.
    private(set) var villages: [PlacePhrase] = []
    /// A street, hamlet or number in the place of the village.
    private(set) var detail: PlacePhrase?
    /// True if the district was found only by its position in the text, so the text can also mean the village of that
    /// name.
    private(set) var isDistrictInferred = false

    /// True if the row gives only the name of a village.
    var isNameAlone: Bool { district == nil && regency == nil && province == nil }

    /// Names of unknown level, from the smallest area to the largest, as in addresses.
    private var loose: [PlacePhrase] = []

    init(_ text: PlaceText, reader: inout AddressReader, lookup: PlaceLookup<some PlaceSource>) throws {
        // A column for a level is more reliable than a mention of that level in another column.
        try take(reader.phrases(of: text.province, field: .province), as: .province, lookup)
        try take(reader.phrases(of: text.regency, field: .regency), as: .regency, lookup)
        try take(reader.phrases(of: text.district, field: .district), as: .district, lookup)
        try take(reader.phrases(of: text.village, field: .village), as: .village, lookup)
        let columns = villages
        try take(reader.phrases(of: text.location, field: .location), as: nil, lookup)
        try assignLoose(lookup)
        // An address beside a village's column is a street or a market in that village, not another village.
        let isAddress = columns.contains { $0.field == .village }
        villages = isAddress ? columns + loose.filter { $0.field != .location } : villages + loose
        loose = []
    }

    private mutating func take(
        _ phrases: [PlacePhrase], as level: AdministrativeLevel?, _ lookup: PlaceLookup<some PlaceSource>
    ) throws {
        var isOwnLevelTaken = phrases.contains { $0.level == level }
        for phrase in phrases.map(\.withoutNumbers) where !phrase.name.isEmpty {
            // "Jalan Lurus" is a village, although its name begins like that of a street.
            let isDetail =
                try phrase.isAddressDetail
                && lookup.places(soundingLike: phrase.name, at: .village, in: [.everywhere]).isEmpty
            if let marked = phrase.level {
                put(phrase, at: marked)
            } else if let level, !isOwnLevelTaken, !(level == .village && isDetail) {
                isOwnLevelTaken = true
                put(phrase, at: level)
            } else if isDetail {
                detail = detail ?? phrase
            } else if !phrase.isNoise {
                loose.append(phrase)
            }
        }
    }

    private mutating func put(_ phrase: PlacePhrase, at level: AdministrativeLevel) {
        switch level {
        case .province: province = province ?? phrase
        case .regency: regency = regency ?? phrase
        case .district: district = district ?? phrase
        case .village: villages.append(phrase)
        }
    }

    /// Takes province, regency and district from the end of the list, each if the gazetteer has such a name and no
    /// other phrase names one.
    private mutating func assignLoose(_ lookup: PlaceLookup<some PlaceSource>) throws {
        dropRepeated()
        if loose.count > 1, let first = loose.first, let last = loose.last, regency == nil, province == nil {
            // From the largest to the smallest: "Tapin, Tapin Tengah, Hiyung".
            let isReversed = try isRegencyOrProvince(first, lookup) && !isRegencyOrProvince(last, lookup)
            if isReversed { loose.reverse() }
        }
        if province == nil, let last = loose.last, try !lookup.provinces(last.name).isEmpty {
            province = loose.removeLast()
        }
        if regency == nil, let last = loose.last, try isRegency(last, lookup) { regency = loose.removeLast() }
        guard district == nil, let last = loose.last else { return }
        if try isDistrict(last, lookup) {
            isDistrictInferred = true
            district = loose.removeLast()
        }
    }

    private func isRegencyOrProvince(_ phrase: PlacePhrase, _ lookup: PlaceLookup<some PlaceSource>) throws -> Bool {
        try !lookup.regencies(phrase.name, in: .everywhere).isEmpty || !lookup.provinces(phrase.name).isEmpty
    }

    /// Whether the last loose phrase names a regency; after another name it may have a letter wrong.
    private func isRegency(_ phrase: PlacePhrase, _ lookup: PlaceLookup<some PlaceSource>) throws -> Bool {
        if try !lookup.regencies(phrase.name, in: .everywhere).isEmpty { return true }
        guard loose.count > 1 else { return false }
        return try !lookup.closeRegion(phrase.name, at: .regency, in: .everywhere).isEmpty
    }

    /// Whether the last loose phrase names a district.
    ///
    /// After another name it may also be a misspelled one, or one of another regency.
    private func isDistrict(_ phrase: PlacePhrase, _ lookup: PlaceLookup<some PlaceSource>) throws -> Bool {
        let regencies = try regency.map { try lookup.regencies($0.name, in: .everywhere).places } ?? []
        let areas = regencies.isEmpty ? [.everywhere] : regencies.map(\.area)
        if try areas.contains(where: { try !lookup.districts(phrase.name, in: $0).isEmpty }) { return true }
        let hasSmaller = loose.count > 1 || !villages.isEmpty
        guard hasSmaller else { return false }
        return try lookup.villages(phrase.name, in: areas).isEmpty
    }

    /// Removes names that are also in another column.
    private mutating func dropRepeated() {
        guard !loose.isEmpty else { return }
        let named = Set([province, regency, district].compactMap { $0?.name.key })
        loose.removeAll { named.contains($0.name.key) }
    }
}

extension PlacePhrase {
    /// True for words that name no place here: a postcode, the country.
    fileprivate var isNoise: Bool {
        name.words.allSatisfy(\.isNumberOrLetter) || name.words == ["indonesia"]
    }
}
