/// The search for one row's place: first the regions it names, then the village in them.
struct PlaceSearch {
    let gazetteer: Gazetteer
    let reading: PlaceReading
    var findings: [PlaceFinding] = []

    private(set) var province: Int?
    /// Regencies the row can mean; none where it names none, or one that is unknown.
    private(set) var regencies: [Int] = []
    private(set) var districts: [Int] = []
    private var codeOfDistrict: PlacePhrase?
    private var districtReason = PlaceMatchReason.same
    /// Districts of the name in other regencies than the row says.
    private(set) var districtsElsewhere: [Int] = []
    private var isUnknownProvince = false

    init(gazetteer: Gazetteer, reading: PlaceReading) {
        self.gazetteer = gazetteer
        self.reading = reading
        findProvince()
        findRegencies()
        findDistricts()
    }

    /// Where the row's place is, by its names; nil where nothing is sure.
    ///
    /// Adds to the findings.
    mutating func place() -> Int? {
        guard !isUnknownProvince else { return nil }
        guard let phrase = reading.villages.first ?? reading.detail else { return region() }
        guard !reading.villages.isEmpty else {
            findings.append(PlaceFinding(.noVillageName, phrase))
            return region()
        }
        return village() ?? region()
    }

    /// Whether a place agrees with what the row names at its level, or at the next larger level that it names.
    func agrees(with place: Int) -> Bool {
        let entry = gazetteer.entries[place]
        if entry.level == .village, !reading.villages.isEmpty {
            return reading.villages.contains { isName($0.name, of: place) }
        }
        if reading.district != nil {
            let named = districts + districtsElsewhere
            let district = gazetteer.ancestor(of: place, at: .district)
            return district.map(named.contains) ?? named.contains { gazetteer.range(of: place).contains($0) }
        }
        guard reading.regency != nil else { return true }
        return gazetteer.ancestor(of: place, at: .regency).map(regencies.contains) ?? true
    }

    /// Whether a name can be that of a village whose code the row gives: close, or one part of the other ("Baru" for
    /// Baru Waki).
    private func isName(_ name: PlaceName, of village: Int) -> Bool {
        let official = gazetteer.name(of: village)
        if gazetteer.villages(name, in: [gazetteer.range(of: village)]).only == village { return true }
        return PlaceSpelling.distance(name, official) != nil || name.isPart(of: official) || official.isPart(of: name)
    }

    /// Tells that the code's village is called otherwise than the row does.
    func remark(onNameOf village: Int) -> [PlaceFinding] {
        let range = gazetteer.range(of: village)
        guard let phrase = reading.villages.first,
            !reading.villages.contains(where: { !gazetteer.villages($0.name, in: [range]).isEmpty })
        else {
            return []
        }
        return [PlaceFinding(.readAs, phrase, [gazetteer.candidate(village, .code)])]
    }

    /// Takes a district or regency that the row's code names as if it were written.
    mutating func narrow(to place: Int, written code: String) {
        let area = gazetteer.range(of: place)
        if gazetteer.entries[place].level == .district {
            districts = [place]
            codeOfDistrict = PlacePhrase(field: .code, written: code, name: PlaceName(words: []), level: .district)
        } else if !districts.isEmpty {
            districts = districts.filter(area.contains)
        }
        if let regency = gazetteer.ancestor(of: place, at: .regency) { regencies = [regency] }
    }

    /// What the row names as its district.
    var districtPhrase: PlacePhrase? { reading.district ?? codeOfDistrict }
}

// MARK: - Regions

extension PlaceSearch {
    var scope: Range<Int> { province.map(gazetteer.range) ?? gazetteer.all }

    private mutating func findProvince() {
        guard let phrase = reading.province else { return }
        var match = gazetteer.provinces(phrase.name)
        if match.isEmpty { match = gazetteer.closeRegion(phrase.name, level: .province, in: gazetteer.all) }
        province = match.only
        isUnknownProvince = province == nil
        if isUnknownProvince { findings.append(PlaceFinding(.provinceUnknown, phrase)) }
        note(match, phrase)
    }

    private mutating func findRegencies() {
        guard let phrase = reading.regency, !isUnknownProvince else { return }
        var match = gazetteer.regencies(phrase.name, in: scope)
        if match.isEmpty { match = gazetteer.closeRegion(phrase.name, level: .regency, in: scope) }
        regencies = match.places
        note(match, phrase)
    }

    private mutating func findDistricts() {
        guard let phrase = reading.district, !isUnknownProvince else { return }
        let areas = regencies.isEmpty ? [scope] : regencies.map(gazetteer.range)
        for area in areas {
            let match = gazetteer.districts(phrase.name, in: area)
            districts += match.places
            districtReason = match.reason
            if areas.count == 1 { note(match, phrase) }
        }
        if districts.isEmpty, areas.count == 1 {
            let match = gazetteer.closeRegion(phrase.name, level: .district, in: areas[0])
            districts = match.places
            note(match, phrase)
        }
        if districts.isEmpty { districtsElsewhere = gazetteer.districts(phrase.name, in: gazetteer.all).places }
    }

    /// Tells that a region was read otherwise than it is written; the short names of regencies ("HSS") go without
    /// saying.
    private mutating func note(_ match: PlaceMatch, _ phrase: PlacePhrase) {
        guard let place = match.only, match.reason != .same else { return }
        if match.reason == .byName, gazetteer.entries[place].level.map({ $0 < .district }) ?? false { return }
        findings.append(PlaceFinding(.readAs, phrase, [gazetteer.candidate(place, match.reason)]))
    }

    /// The smallest region that is sure, and why it is not a smaller one that the row names.
    private mutating func region() -> Int? {
        if isUnknownRegency {
            noteUnknownRegency()
            return nil
        }
        if let district = districts.first, districts.count == 1 {
            noteVillageOfSameName(in: district)
            return district
        }
        if let phrase = reading.district { noteDistrict(phrase) }
        if regencies.count > 1 { noteUnknownRegency() }
        if regencies.count == 1 { return regencies[0] }
        if regencies.isEmpty, !districts.isEmpty { return common(districts, .regency) }
        return reading.regency == nil && reading.district == nil ? province : nil
    }

    /// True where the row names a regency that the gazetteer does not know.
    var isUnknownRegency: Bool { reading.regency != nil && regencies.isEmpty }

    private mutating func noteDistrict(_ phrase: PlacePhrase) {
        if districts.count > 1 {
            findings.append(
                PlaceFinding(.districtAmbiguous, phrase, districts.map { gazetteer.candidate($0, districtReason) }))
        } else if !districtsElsewhere.isEmpty {
            findings.append(
                PlaceFinding(.districtElsewhere, phrase, districtsElsewhere.map { gazetteer.candidate($0, .elsewhere) })
            )
        } else {
            let area = regencies.count == 1 ? gazetteer.range(of: regencies[0]) : scope
            findings.append(
                PlaceFinding(
                    .districtUnknown, phrase, gazetteer.similarRegions(phrase.name, level: .district, in: area)))
        }
    }

    private mutating func noteUnknownRegency() {
        guard let phrase = reading.regency else { return }
        if regencies.isEmpty {
            findings.append(
                PlaceFinding(.regencyUnknown, phrase, gazetteer.similarRegions(phrase.name, level: .regency, in: scope))
            )
        } else {
            findings.append(PlaceFinding(.regencyAmbiguous, phrase, regencies.map { gazetteer.candidate($0, .same) }))
        }
    }

    /// "Jorong, Tanah Laut" is a district and a village in it: the district is sure.
    private mutating func noteVillageOfSameName(in district: Int) {
        guard reading.isDistrictInferred, reading.villages.isEmpty, let phrase = reading.district else { return }
        let match = gazetteer.villages(phrase.name, in: [gazetteer.range(of: district)])
        guard match.reason == .same, !match.isEmpty else { return }
        findings.append(PlaceFinding(.districtAndVillage, phrase, match.places.map { gazetteer.candidate($0, .same) }))
    }

    /// The area of that level that all the places lie in.
    func common(_ places: [Int], _ level: PlaceLevel) -> Int? {
        let areas = Set(places.map { gazetteer.ancestor(of: $0, at: level) })
        return areas.count == 1 ? areas.first ?? nil : nil
    }
}
