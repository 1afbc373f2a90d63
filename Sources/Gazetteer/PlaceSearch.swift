/// The search for the place of one row: first the regions it names, then the village in them.
struct PlaceSearch<Source: PlaceSource> {
    let lookup: PlaceLookup<Source>
    let reading: RowReading
    var findings: [PlaceFinding] = []

    private(set) var province: Place?
    /// Regencies the row can mean; none if it names none, or an unknown one.
    private(set) var regencies: [Place] = []
    private(set) var districts: [Place] = []
    private var codeOfDistrict: PlacePhrase?
    private var regencyReason = PlaceMatchReason.same
    private var districtReason = PlaceMatchReason.same
    /// Districts of that name in other regencies than that of the row.
    private(set) var districtsElsewhere: [Place] = []
    private var isUnknownProvince = false

    init(lookup: PlaceLookup<Source>, reading: RowReading) throws {
        self.lookup = lookup
        self.reading = reading
        try findProvince()
        try findRegencies()
        try findDistricts()
    }

    /// The place of the row by its names; nil if nothing is sure.
    ///
    /// Adds to the findings.
    mutating func place() throws -> Place? {
        guard !isUnknownProvince else { return nil }
        guard let phrase = reading.villages.first ?? reading.detail else { return try region() }
        guard !reading.villages.isEmpty else {
            findings.append(PlaceFinding(.noVillageName, phrase))
            return try region()
        }
        return try village() ?? region()
    }

    /// Whether a place agrees with what the row names at its level, or at the next larger level that it names.
    func agrees(with place: Place) throws -> Bool {
        if place.level == .village, !reading.villages.isEmpty {
            return try reading.villages.contains { try isName($0.name, of: place) }
        }
        if reading.district != nil {
            let named = districts + districtsElsewhere
            guard let district = place.code.district else { return named.contains { $0.lies(in: place) } }
            return named.contains { $0.code == district }
        }
        guard reading.regency != nil, let regency = place.code.regency else { return true }
        return regencies.contains { $0.code == regency }
    }

    /// Whether a name can be that of a village whose code the row gives: close, or one part of the other ("Baru" for
    /// Baru Waki).
    private func isName(_ name: PlaceName, of village: Place) throws -> Bool {
        let official = lookup.name(of: village)
        if try lookup.villages(name, in: [village.area]).only == village { return true }
        return PlaceSpelling.distance(name, official) != nil || name.isPart(of: official) || official.isPart(of: name)
    }

    /// The finding that the village of the code has another name than the row says; nil if the names agree.
    func remark(onNameOf village: Place) throws -> [PlaceFinding] {
        guard let phrase = reading.villages.first,
            try !reading.villages.contains(where: { try !lookup.villages($0.name, in: [village.area]).isEmpty })
        else {
            return []
        }
        return [PlaceFinding(.readAs, phrase, village, .code)]
    }

    /// Uses the district or regency of the row's code as if the row named it.
    mutating func narrow(to place: Place, written code: String) throws {
        if place.level == .district {
            districts = [place]
            codeOfDistrict = PlacePhrase(field: .code, written: code, name: PlaceName(words: []), level: .district)
        } else if !districts.isEmpty {
            districts = districts.filter { $0.lies(in: place) }
        }
        if let regency = try lookup.ancestor(of: place, at: .regency) { regencies = [regency] }
    }

    /// The part of the row that names its district.
    var districtPhrase: PlacePhrase? { reading.district ?? codeOfDistrict }
}

// MARK: - Regions

extension PlaceSearch {
    var scope: PlaceArea { province?.area ?? .everywhere }

    private mutating func findProvince() throws {
        guard let phrase = reading.province else { return }
        var match = try lookup.provinces(phrase.name)
        if match.isEmpty { match = try lookup.closeRegion(phrase.name, at: .province, in: .everywhere) }
        province = match.only
        isUnknownProvince = province == nil
        if isUnknownProvince { findings.append(PlaceFinding(.provinceUnknown, phrase)) }
        note(match, phrase)
    }

    private mutating func findRegencies() throws {
        guard let phrase = reading.regency, !isUnknownProvince else { return }
        var match = try lookup.regencies(phrase.name, in: scope)
        if match.isEmpty { match = try lookup.closeRegion(phrase.name, at: .regency, in: scope) }
        regencies = match.places
        regencyReason = match.reason
        note(match, phrase)
    }

    private mutating func findDistricts() throws {
        guard let phrase = reading.district, !isUnknownProvince else { return }
        let areas = regencies.isEmpty ? [scope] : regencies.map(\.area)
        for area in areas {
            let match = try lookup.districts(phrase.name, in: area)
            districts += match.places
            districtReason = match.reason
            if areas.count == 1 { note(match, phrase) }
        }
        if districts.isEmpty, areas.count == 1 {
            let match = try lookup.closeRegion(phrase.name, at: .district, in: areas[0])
            districts = match.places
            note(match, phrase)
        }
        if districts.isEmpty { districtsElsewhere = try lookup.districts(phrase.name, in: .everywhere).places }
    }

    /// Reports that the region taken has another name than the written one.
    ///
    /// Short names of regencies ("HSS") need no remark.
    private mutating func note(_ match: PlaceMatch, _ phrase: PlacePhrase) {
        guard let place = match.only, match.reason != .same else { return }
        if match.reason == .byName, place.level < .district { return }
        findings.append(PlaceFinding(.readAs, phrase, place, match.reason))
    }

    /// The smallest region that is sure.
    ///
    /// If the row names a smaller one, a finding says why it was not taken.
    private mutating func region() throws -> Place? {
        if isUnknownRegency {
            try noteUnknownRegency()
            return nil
        }
        if let ambiguous = try districtOrVillage() {
            findings.append(ambiguous)
            return regencies.count == 1 ? regencies[0] : nil
        }
        if let district = districts.first, districts.count == 1 {
            try noteVillageOfSameName(in: district)
            return district
        }
        if let phrase = reading.district { try noteDistrict(phrase) }
        if regencies.count > 1 { try noteUnknownRegency() }
        if regencies.count == 1 { return regencies[0] }
        if regencies.isEmpty, !districts.isEmpty { return try common(districts, .regency) }
        return reading.regency == nil && reading.district == nil ? province : nil
    }

    /// True if the row names a regency that the gazetteer does not know.
    var isUnknownRegency: Bool { reading.regency != nil && regencies.isEmpty }

    private mutating func noteDistrict(_ phrase: PlacePhrase) throws {
        if districts.count > 1 {
            let match = PlaceMatch(places: districts, reason: districtReason)
            findings.append(PlaceFinding(.districtAmbiguous, phrase, match))
        } else if !districtsElsewhere.isEmpty {
            let match = PlaceMatch(places: districtsElsewhere, reason: .elsewhere)
            findings.append(PlaceFinding(.districtElsewhere, phrase, match))
        } else {
            let area = regencies.count == 1 ? regencies[0].area : scope
            let similar = try lookup.similarRegions(phrase.name, at: .district, in: area)
            findings.append(PlaceFinding(.districtUnknown, phrase, similar))
        }
    }

    private mutating func noteUnknownRegency() throws {
        guard let phrase = reading.regency else { return }
        if regencies.isEmpty {
            let similar = try lookup.similarRegions(phrase.name, at: .regency, in: scope)
            findings.append(PlaceFinding(.regencyUnknown, phrase, similar))
        } else {
            let match = PlaceMatch(places: regencies, reason: regencyReason)
            findings.append(PlaceFinding(.regencyAmbiguous, phrase, match))
        }
    }

    /// The finding that a name fits a district and also villages outside of it: "Cempaka".
    ///
    /// Returns nil if it is a by-name of the district: then the district is meant.
    private func districtOrVillage() throws -> PlaceFinding? {
        guard reading.isDistrictInferred, reading.villages.isEmpty, let phrase = reading.district, !districts.isEmpty,
            try !isBynamed(phrase)
        else { return nil }
        let areas = regencies.isEmpty ? [scope] : regencies.map(\.area)
        let villages = try lookup.places(named: phrase.name, at: .village, in: areas)
        guard villages.contains(where: { village in !districts.contains { village.lies(in: $0) } }) else { return nil }
        return PlaceFinding(.placeAmbiguous, phrase, PlaceMatch(places: districts + villages, reason: .same))
    }

    /// True if the district that a phrase means has the phrase as its by-name.
    private func isBynamed(_ phrase: PlacePhrase) throws -> Bool {
        guard districtReason != .byName else { return true }
        let areas = regencies.isEmpty ? [scope] : regencies.map(\.area)
        return try districts.count == 1
            && lookup.places(bynamed: phrase.name, at: .district, in: areas).map(\.code) == districts.map(\.code)
    }

    /// "Jorong, Tanah Laut" is a district and a village in it: the district is sure.
    private mutating func noteVillageOfSameName(in district: Place) throws {
        guard reading.isDistrictInferred, reading.villages.isEmpty, let phrase = reading.district else { return }
        let match = try lookup.villages(phrase.name, in: [district.area])
        guard match.reason == .same, !match.isEmpty else { return }
        findings.append(PlaceFinding(.districtAndVillage, phrase, match))
    }

    /// The area of that level that all the places lie in.
    func common(_ places: [Place], _ level: AdministrativeLevel) throws -> Place? {
        let areas = Set(places.map { $0.code.ancestor(at: level) })
        guard areas.count == 1, let code = areas.first ?? nil else { return nil }
        return try lookup.source.place(code)
    }
}
