/// What became of one name that may be a village's.
enum VillageOutcome {
    /// One village, and what to say about it.
    case sure(Int, [PlaceFinding])
    /// Several fit, for the same reason.
    case several([Int], PlaceMatchReason)
    case none

    var place: Int? {
        if case .sure(let place, _) = self { place } else { nil }
    }
}

// A name may depart from the gazetteer in one respect: its spelling, a word, or the district. Where it departs in two,
// it is not sure.
extension PlaceSearch {
    /// The village the row names, or the smallest area that all the villages it may mean lie in; nil where no such area
    /// is sure.
    mutating func village() -> Int? {
        let phrases = names()
        let outcomes = phrases.map(outcome)
        let sure = Set(outcomes.compactMap(\.place))
        // A hamlet may stand before its village ("Mattone, Kampung Baru"), but "Mamar dan Harusan" are two.
        let isOne =
            sure.count == 1
            && (outcomes.allSatisfy { $0.place != nil } || reading.villages.count > 1 && outcomes.last?.place != nil)
        if isOne, let last = outcomes.last, case .sure(let place, let remarks) = last {
            findings += remarks
            return place
        }
        if phrases.count > 1 { return several(sure.sorted(), phrases) }
        return unsure(phrases[0], outcomes[0])
    }

    /// The names to look up: each phrase as it is where a village is called so, else what "dan" and the like part it
    /// into.
    private func names() -> [PlacePhrase] {
        reading.villages.flatMap { phrase in
            let parts = phrase.joined
            return parts.count > 1 && gazetteer.villages(phrase.name, in: areas).isEmpty ? parts : [phrase]
        }
    }

    /// Where the row's village is to be looked for when its district does not tell.
    private var areas: [Range<Int>] { regencies.isEmpty ? [scope] : regencies.map(gazetteer.range) }

    private func outcome(_ phrase: PlacePhrase) -> VillageOutcome {
        if !districts.isEmpty { return inDistrict(phrase) }
        return reading.district == nil ? inRegency(phrase) : outsideDistrict(phrase)
    }

    private func inDistrict(_ phrase: PlacePhrase) -> VillageOutcome {
        guard !isUnknownRegency else { return pair(phrase, in: districts) }
        let match = gazetteer.villages(phrase.name, in: districts.map(gazetteer.range))
        if let place = match.only { return sure(place, match.reason, phrase) }
        if !match.isEmpty { return .several(match.places, match.reason) }
        if districts.count == 1 {
            let district = gazetteer.range(of: districts[0])
            let departing = gazetteer.villagesDeparting(from: phrase.name, inDistrict: district)
            if let place = departing.only, isSure(departing, for: phrase) {
                return sure(place, departing.reason, phrase)
            }
            if !departing.isEmpty { return .several(departing.places, departing.reason) }
            let numbered = gazetteer.numberedVillages(phrase.name, in: district)
            if !numbered.isEmpty { return .several(numbered.places, numbered.reason) }
        }
        return moved(phrase)
    }

    /// A hamlet before a village's name must not be a village itself, else the text names two.
    private func isSure(_ match: PlaceMatch, for phrase: PlacePhrase) -> Bool {
        guard match.reason == .hamletBefore, let place = match.only else { return true }
        let hamlet = PlaceName(words: Array(phrase.name.words.dropLast(gazetteer.name(of: place).words.count)))
        return gazetteer.villages(hamlet, in: areas).isEmpty
    }

    /// A village of that name in another district of the regency, where it is the only one and next to the district
    /// named.
    ///
    /// Lists go on naming the district a village lay in before a new one was made: Manurung, Kusan Hilir lies in Kusan
    /// Tengah.
    private func moved(_ phrase: PlacePhrase) -> VillageOutcome {
        let regencies = Set(
            self.regencies.isEmpty ? districts.compactMap { gazetteer.ancestor(of: $0, at: .regency) } : self.regencies)
        let match = gazetteer.villages(phrase.name, in: regencies.sorted().map(gazetteer.range))
        guard let place = match.only, match.reason != .withoutKampung, let written = districtPhrase else {
            return .none
        }
        guard districts.contains(where: { gazetteer.isNear(place, district: $0) == true }) else { return .none }
        guard let district = gazetteer.parent(of: place) else { return .none }
        return sure(
            place, match.reason, phrase,
            [PlaceFinding(.districtCorrected, written, [gazetteer.candidate(district, .elsewhere)])])
    }

    /// The row's district is not in its regency.
    ///
    /// A village as written there is sure where the row's own regency has none of the name.
    private func outsideDistrict(_ phrase: PlacePhrase) -> VillageOutcome {
        if !districtsElsewhere.isEmpty { return pair(phrase, in: districtsElsewhere) }
        guard !isUnknownRegency, !regencies.isEmpty, let written = reading.district else { return .none }
        let match = gazetteer.villages(phrase.name, in: areas)
        guard let place = match.only, match.reason == .same || match.reason == .spelling else { return .none }
        guard let district = gazetteer.parent(of: place) else { return .none }
        return sure(
            place, match.reason, phrase,
            [PlaceFinding(.districtIgnored, written, [gazetteer.candidate(district, .same)])])
    }

    /// District and village agree with each other, but not with the regency.
    private func pair(_ phrase: PlacePhrase, in districts: [Int]) -> VillageOutcome {
        let match = gazetteer.villages(phrase.name, in: districts.map(gazetteer.range))
        guard let place = match.only, match.reason == .same, let written = reading.regency else { return .none }
        guard regencies.allSatisfy({ gazetteer.villages(phrase.name, in: [gazetteer.range(of: $0)]).isEmpty }) else {
            return .none
        }
        guard let regency = gazetteer.ancestor(of: place, at: .regency) else { return .none }
        return sure(
            place, match.reason, phrase,
            [PlaceFinding(.regencyCorrected, written, [gazetteer.candidate(regency, .elsewhere)])])
    }

    private func inRegency(_ phrase: PlacePhrase) -> VillageOutcome {
        guard !isUnknownRegency else { return .none }
        let match = gazetteer.villages(phrase.name, in: areas)
        // Without a regency nothing but the name itself tells the village.
        let isTelling = !regencies.isEmpty || match.reason == .same
        if let place = match.only, isTelling { return sure(place, match.reason, phrase) }
        if !match.isEmpty { return .several(match.places, match.reason) }
        guard regencies.count == 1 else { return .none }
        let regency = gazetteer.range(of: regencies[0])
        let close = gazetteer.closeVillage(phrase.name, inRegency: regency)
        if let place = close.only { return sure(place, close.reason, phrase) }
        let numbered = gazetteer.numberedVillages(phrase.name, in: regency)
        return numbered.isEmpty ? .none : .several(numbered.places, numbered.reason)
    }

    private func sure(_ place: Int, _ reason: PlaceMatchReason, _ phrase: PlacePhrase, _ remarks: [PlaceFinding] = [])
        -> VillageOutcome
    {
        let reading = reason == .same ? [] : [PlaceFinding(.readAs, phrase, [gazetteer.candidate(place, reason)])]
        return .sure(place, reading + remarks)
    }
}

// MARK: - Not sure

extension PlaceSearch {
    private mutating func several(_ places: [Int], _ phrases: [PlacePhrase]) -> Int? {
        findings.append(PlaceFinding(.severalVillages, phrases[0], places.map { gazetteer.candidate($0, .same) }))
        return places.count == phrases.count && districts.count != 1
            ? common(places, .district) ?? common(places, .regency) : nil
    }

    private mutating func unsure(_ phrase: PlacePhrase, _ outcome: VillageOutcome) -> Int? {
        if case .several(let places, let reason) = outcome {
            findings.append(PlaceFinding(.villageAmbiguous, phrase, places.map { gazetteer.candidate($0, reason) }))
            return districts.count == 1 ? nil : common(places, .district) ?? common(places, .regency)
        }
        let district = district(namedBy: phrase)
        if let place = district.only {
            findings.append(PlaceFinding(.noVillageName, phrase, [gazetteer.candidate(place, district.reason)]))
            return place
        }
        let area = districts.count == 1 ? districts[0] : regencies.count == 1 ? regencies[0] : nil
        var candidates = gazetteer.similarVillages(phrase.name, in: area.map(gazetteer.range))
        if districts.count == 1, let regency = gazetteer.ancestor(of: districts[0], at: .regency) {
            let wider = gazetteer.similarVillages(phrase.name, in: gazetteer.range(of: regency))
            candidates += wider.filter { other in !candidates.contains { $0.code == other.code } }
        }
        findings.append(PlaceFinding(.villageUnknown, phrase, candidates))
        return nil
    }

    /// The village's column names a district or a town where the row names no district: "Kandangan", "Rantau".
    private func district(namedBy phrase: PlacePhrase) -> PlaceMatch {
        guard reading.district == nil, regencies.count == 1 else { return .none }
        return gazetteer.districts(phrase.name, in: gazetteer.range(of: regencies[0]))
    }
}
