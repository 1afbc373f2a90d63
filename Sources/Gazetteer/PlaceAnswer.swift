/// The meaning of one text about a place.
package enum PlaceAnswer: Hashable, Sendable {
    /// One place, with remarks about how the text was read. There are none if the text agrees with the gazetteer.
    case one(Place, [PlaceFinding])
    /// Several places that the text fits equally well. `name` is the part of the text that is ambiguous, folded.
    case several(PlaceMatch, name: String)
    /// No place is sure. The value has similar places, best first.
    case none([PlaceCandidate])
}

extension PlaceResolver {
    /// The place of a code, a name, or a name with the areas around it.
    ///
    ///     try resolver.answer(to: "Seberang Masjid, Kota Banjarmasin")      // .one(63.71.05.1008, read as: spelling)
    ///
    /// Only places of the level are searched; nil means any level.
    package mutating func answer(to text: String, at level: AdministrativeLevel? = nil) throws -> PlaceAnswer {
        let answer = try answer(Self.placeText(text, at: level))
        guard let level else { return answer }
        switch answer {
        case .one(let place, _): return place.level == level ? answer : .none([])
        case .several(let match, _): return match.places.allSatisfy { $0.level == level } ? answer : .none([])
        case .none: return answer
        }
    }

    private static func placeText(_ text: String, at level: AdministrativeLevel?) -> PlaceText {
        if WrittenCode(text) != nil { return PlaceText(code: text) }
        switch level {
        case .province: return PlaceText(province: text)
        case .regency: return PlaceText(regency: text)
        case .district: return PlaceText(district: text)
        case .village: return PlaceText(village: text)
        case nil: return PlaceText(location: text)
        }
    }

    private mutating func answer(_ text: PlaceText) throws -> PlaceAnswer {
        let resolution = try resolve(text)
        if let finding = resolution.findings.first(where: { !$0.isAccepted }) { return Self.answer(finding) }
        guard let code = resolution.code.flatMap(AdministrativeCode.init), let place = try source.place(code) else {
            return .none([])
        }
        return .one(place, resolution.findings)
    }

    /// The answer if the place of a text is less precise than the text says.
    private static func answer(_ finding: PlaceFinding) -> PlaceAnswer {
        switch finding.cause {
        case .placeAmbiguous, .villageAmbiguous, .districtAmbiguous, .regencyAmbiguous:
            let reason = finding.candidates.first?.reason ?? .same
            // An import needs a second sign, because nobody checks each row. A person who searches sees which place was
            // taken.
            if let place = finding.places.first, finding.places.count == 1,
                reason == .spelling || reason == .byName
            {
                return .one(place, [finding])
            }
            return .several(PlaceMatch(places: finding.places, reason: reason), name: finding.name)
        default:
            return .none(finding.candidates)
        }
    }
}
