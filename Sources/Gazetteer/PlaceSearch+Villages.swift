/// The result of looking up one name that may be a village's.
enum VillageOutcome {
    /// One village, and the remarks about it.
    case sure(Place, [PlaceFinding])
    /// Several villages, found for the same reason.
    case several(PlaceMatch)
    case none

    var place: Place? {
        if case .sure(let place, _) = self { place } else { nil }
    }
}

// A name may differ from the gazetteer in one respect: its spelling, a word, or the district. If it differs in two, it
// is not sure.
extension PlaceSearch {
    /// The village the row names, or the smallest area that contains all the villages it may mean; nil if no such area
    /// is sure.
    mutating func village() throws -> Place? {
        let phrases = try names()
        let outcomes = try phrases.map(outcome)
        let sure = Set(outcomes.compactMap(\.place))
        // A hamlet may stand before its village ("Mattone, Kampung Baru"), but "Mamar dan Harusan" are two villages.
        let isOne =
            sure.count == 1
            && (outcomes.allSatisfy { $0.place != nil } || reading.villages.count > 1 && outcomes.last?.place != nil)
        if isOne, let last = outcomes.last, case .sure(let place, let remarks) = last {
            findings += remarks
            return place
        }
        if phrases.count > 1 { return try several(sure.sorted { $0.code < $1.code }, phrases) }
        return try unsure(phrases[0], outcomes[0])
    }

    /// The names to look up: each phrase as it is if a village has that name, else the parts that "dan" and similar
    /// words join.
    private func names() throws -> [PlacePhrase] {
        try reading.villages.flatMap { phrase in
            let parts = phrase.joined
            return try parts.count > 1 && lookup.villages(phrase.name, in: areas).isEmpty ? parts : [phrase]
        }
    }

    /// The area in which to look for the village if the district does not decide it.
    private var areas: [PlaceArea] { regencies.isEmpty ? [scope] : regencies.map(\.area) }

    private func outcome(_ phrase: PlacePhrase) throws -> VillageOutcome {
        if !districts.isEmpty { return try inDistrict(phrase) }
        return try reading.district == nil ? inRegency(phrase) : outsideDistrict(phrase)
    }

    private func inDistrict(_ phrase: PlacePhrase) throws -> VillageOutcome {
        guard !isUnknownRegency else { return try pair(phrase, in: districts) }
        let match = try lookup.villages(phrase.name, in: districts.map(\.area))
        if let place = match.only { return sure(place, match.reason, phrase) }
        if !match.isEmpty { return .several(match) }
        if districts.count == 1 {
            let outcome = try departing(phrase, in: districts[0])
            guard case .none = outcome else { return outcome }
        }
        return try moved(phrase)
    }

    private func departing(_ phrase: PlacePhrase, in district: Place) throws -> VillageOutcome {
        let departing = try lookup.villagesDeparting(from: phrase.name, in: district.area)
        if let place = departing.only, try isSure(departing, for: phrase) {
            return sure(place, departing.reason, phrase)
        }
        if !departing.isEmpty { return .several(departing) }
        let numbered = try lookup.numberedVillages(phrase.name, in: district.area)
        return numbered.isEmpty ? .none : .several(numbered)
    }

    /// A hamlet before a village's name must not be a village itself, else the text names two villages.
    private func isSure(_ match: PlaceMatch, for phrase: PlacePhrase) throws -> Bool {
        guard match.reason == .hamletBefore, let place = match.only else { return true }
        let hamlet = PlaceName(words: Array(phrase.name.words.dropLast(lookup.name(of: place).words.count)))
        return try lookup.villages(hamlet, in: areas).isEmpty
    }

    /// A village of that name in another district of the regency, if it is the only one and near the named district.
    ///
    /// Many lists still name the district that a village had before a new district was created: "Manurung, Kusan Hilir"
    /// is in Kusan Tengah now.
    private func moved(_ phrase: PlacePhrase) throws -> VillageOutcome {
        let regencies = self.regencies.isEmpty ? districts.compactMap(\.code.regency) : self.regencies.map(\.code)
        let areas = Set(regencies).sorted().map(PlaceArea.inside)
        let match = try lookup.villages(phrase.name, in: areas)
        guard let place = match.only, match.reason != .withoutKampung, let written = districtPhrase,
            try isNearDistricts(place), let district = try lookup.ancestor(of: place, at: .district)
        else { return .none }
        return sure(place, match.reason, phrase, [PlaceFinding(.districtCorrected, written, district, .elsewhere)])
    }

    private static var neighbourCount: Int { 24 }

    /// Whether one of the villages nearest to the village lies in a district that the row can mean.
    private func isNearDistricts(_ village: Place) throws -> Bool {
        try lookup.source.villages(nearestTo: village, count: Self.neighbourCount).contains { near in
            districts.contains { near.lies(in: $0) }
        }
    }

    /// The village of a row whose district is not in its regency.
    ///
    /// A village with exactly this name is sure if the regency of the row has no village of that name.
    private func outsideDistrict(_ phrase: PlacePhrase) throws -> VillageOutcome {
        if !districtsElsewhere.isEmpty { return try pair(phrase, in: districtsElsewhere) }
        guard !isUnknownRegency, !regencies.isEmpty, let written = reading.district else { return .none }
        let match = try lookup.villages(phrase.name, in: areas)
        guard let place = match.only, match.reason == .same || match.reason == .spelling,
            let district = try lookup.ancestor(of: place, at: .district)
        else { return .none }
        return sure(place, match.reason, phrase, [PlaceFinding(.districtIgnored, written, district, .same)])
    }

    /// The village if district and village agree with each other, but not with the regency.
    private func pair(_ phrase: PlacePhrase, in districts: [Place]) throws -> VillageOutcome {
        let match = try lookup.villages(phrase.name, in: districts.map(\.area))
        guard let place = match.only, match.reason == .same, let written = reading.regency,
            try regencies.allSatisfy({ try lookup.villages(phrase.name, in: [$0.area]).isEmpty }),
            let regency = try lookup.ancestor(of: place, at: .regency)
        else { return .none }
        return sure(place, match.reason, phrase, [PlaceFinding(.regencyCorrected, written, regency, .elsewhere)])
    }

    private func inRegency(_ phrase: PlacePhrase) throws -> VillageOutcome {
        guard !isUnknownRegency else { return .none }
        let match = try lookup.villages(phrase.name, in: areas)
        // Without a regency only the exact name is sure.
        let isSure = !regencies.isEmpty || match.reason == .same
        if let place = match.only, isSure { return sure(place, match.reason, phrase) }
        if !match.isEmpty { return .several(match) }
        guard regencies.count == 1 else { return .none }
        let close = try lookup.closeVillage(phrase.name, in: regencies[0].area)
        if let place = close.only { return sure(place, close.reason, phrase) }
        let numbered = try lookup.numberedVillages(phrase.name, in: regencies[0].area)
        return numbered.isEmpty ? .none : .several(numbered)
    }

    private func sure(_ place: Place, _ reason: PlaceMatchReason, _ phrase: PlacePhrase, _ remarks: [PlaceFinding] = [])
        -> VillageOutcome
    {
        let reading = reason == .same ? [] : [PlaceFinding(.readAs, phrase, place, reason)]
        return .sure(place, reading + remarks)
    }
}

// MARK: - Not sure

extension PlaceSearch {
    private mutating func several(_ places: [Place], _ phrases: [PlacePhrase]) throws -> Place? {
        findings.append(PlaceFinding(.severalVillages, phrases[0], PlaceMatch(places: places, reason: .same)))
        guard places.count == phrases.count, districts.count != 1 else { return nil }
        return try common(places, .district) ?? common(places, .regency)
    }

    private mutating func unsure(_ phrase: PlacePhrase, _ outcome: VillageOutcome) throws -> Place? {
        if case .several(let match) = outcome {
            findings.append(PlaceFinding(.villageAmbiguous, phrase, match))
            guard districts.count != 1 else { return nil }
            return try common(match.places, .district) ?? common(match.places, .regency)
        }
        let district = try district(namedBy: phrase)
        if let place = district.only {
            findings.append(PlaceFinding(.noVillageName, phrase, place, district.reason))
            return place
        }
        findings.append(PlaceFinding(.villageUnknown, phrase, try similarVillages(to: phrase)))
        return nil
    }

    private func similarVillages(to phrase: PlacePhrase) throws -> [PlaceCandidate] {
        let area = districts.count == 1 ? districts[0].area : regencies.count == 1 ? regencies[0].area : .everywhere
        let candidates = try lookup.similarVillages(phrase.name, in: area)
        guard districts.count == 1, let regency = districts[0].code.regency else { return candidates }
        let wider = try lookup.similarVillages(phrase.name, in: .inside(regency))
        return candidates + wider.filter { other in !candidates.contains { $0.code == other.code } }
    }

    /// The district that the village's column names if the row names no district: "Kandangan", "Rantau".
    private func district(namedBy phrase: PlacePhrase) throws -> PlaceMatch {
        guard reading.district == nil, regencies.count == 1 else { return .none }
        return try lookup.districts(phrase.name, in: regencies[0].area)
    }
}
