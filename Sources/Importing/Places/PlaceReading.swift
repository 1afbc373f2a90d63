/// Which phrase of a row names its village, district, regency and province.
struct PlaceReading {
    private(set) var province: PlacePhrase?
    private(set) var regency: PlacePhrase?
    private(set) var district: PlacePhrase?
    /// Names that may be the village's; more than one where the text parts several by commas.
    private(set) var villages: [PlacePhrase] = []
    /// A street, hamlet or number that stands where the village should.
    private(set) var detail: PlacePhrase?
    /// True where the district was found by its place in the text, so that the text may mean the village of that name.
    private(set) var isDistrictInferred = false

    /// True where nothing but a village's name tells the place.
    var isNameAlone: Bool { district == nil && regency == nil && province == nil }

    /// Names of unknown level, from the smallest to the largest as addresses have them.
    private var loose: [PlacePhrase] = []

    init(_ text: PlaceText, reader: inout AddressReader, gazetteer: Gazetteer) {
        // A column's own level comes before what another column says of it in passing.
        take(reader.phrases(of: text.province, field: .province), as: .province, gazetteer)
        take(reader.phrases(of: text.regency, field: .regency), as: .regency, gazetteer)
        take(reader.phrases(of: text.district, field: .district), as: .district, gazetteer)
        take(reader.phrases(of: text.village, field: .village), as: .village, gazetteer)
        let columns = villages
        take(reader.phrases(of: text.location, field: .location), as: nil, gazetteer)
        assignLoose(gazetteer)
        // An address beside a village's column tells a street or a market in it, not another village.
        let isAddress = columns.contains { $0.field == .village }
        villages = isAddress ? columns + loose.filter { $0.field != .location } : villages + loose
        loose = []
    }

    private mutating func take(_ phrases: [PlacePhrase], as level: PlaceLevel?, _ gazetteer: Gazetteer) {
        var isOwnLevelTaken = phrases.contains { $0.level == level }
        for phrase in phrases.map(\.withoutNumbers) where !phrase.name.isEmpty {
            // "Jalan Lurus" is a village, all the same.
            let isDetail =
                phrase.isAddressDetail
                && gazetteer.places(soundingLike: phrase.name, level: .village, in: gazetteer.all).isEmpty
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

    private mutating func put(_ phrase: PlacePhrase, at level: PlaceLevel) {
        switch level {
        case .province: province = province ?? phrase
        case .regency: regency = regency ?? phrase
        case .district: district = district ?? phrase
        case .village: villages.append(phrase)
        }
    }

    /// Takes province, regency and district off the end of the list, each where the gazetteer knows such a name and
    /// none is named yet.
    private mutating func assignLoose(_ gazetteer: Gazetteer) {
        dropRepeated()
        if loose.count > 1, let first = loose.first, let last = loose.last, regency == nil, province == nil {
            // From the largest to the smallest: "Tapin, Tapin Tengah, Hiyung".
            let isTurned = isRegionOfRegencies(first, gazetteer) && !isRegionOfRegencies(last, gazetteer)
            if isTurned { loose.reverse() }
        }
        if province == nil, let last = loose.last, !gazetteer.provinces(last.name).isEmpty {
            province = loose.removeLast()
        }
        let country = gazetteer.all
        if regency == nil, let last = loose.last {
            let isRegency =
                !gazetteer.regencies(last.name, in: country).isEmpty
                || loose.count > 1 && !gazetteer.closeRegion(last.name, level: .regency, in: country).isEmpty
            if isRegency { regency = loose.removeLast() }
        }
        guard district == nil, let last = loose.last else { return }
        if isDistrict(last, gazetteer) {
            isDistrictInferred = true
            district = loose.removeLast()
        }
    }

    private func isRegionOfRegencies(_ phrase: PlacePhrase, _ gazetteer: Gazetteer) -> Bool {
        !gazetteer.regencies(phrase.name, in: gazetteer.all).isEmpty || !gazetteer.provinces(phrase.name).isEmpty
    }

    /// Whether the last loose phrase names a district.
    ///
    /// Behind another name it may also be one misspelled, or one of another regency.
    private func isDistrict(_ phrase: PlacePhrase, _ gazetteer: Gazetteer) -> Bool {
        let regencies = regency.map { gazetteer.regencies($0.name, in: gazetteer.all).places } ?? []
        let areas = regencies.isEmpty ? [gazetteer.all] : regencies.map(gazetteer.range)
        if areas.contains(where: { !gazetteer.districts(phrase.name, in: $0).isEmpty }) { return true }
        let hasSmaller = loose.count > 1 || !villages.isEmpty
        guard hasSmaller else { return false }
        return gazetteer.villages(phrase.name, in: areas).isEmpty
    }

    /// Passes over names that a column of their own has already given.
    private mutating func dropRepeated() {
        guard !loose.isEmpty else { return }
        let named = Set([province, regency, district].compactMap { $0?.name.key })
        loose.removeAll { named.contains($0.name.key) }
    }
}

extension PlacePhrase {
    /// Words that place nothing: a postcode, the country.
    fileprivate var isNoise: Bool {
        name.words.allSatisfy(\.isNumberOrLetter) || name.words == ["indonesia"]
    }
}
