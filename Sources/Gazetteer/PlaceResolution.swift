/// The smallest sure place of a text, with remarks about it.
///
/// Shape: codes of every level down to `level`, nil below; all nil if nothing is sure.
package struct PlaceResolution: Hashable, Sendable {
    package internal(set) var villageCode: String?
    package internal(set) var districtCode: String?
    package internal(set) var regencyCode: String?
    package internal(set) var provinceCode: String?
    /// In the order in which the row's fields were read; none if the text agrees with the gazetteer.
    package internal(set) var findings: [PlaceFinding]

    /// The place with the areas it lies in, as far as the source has them.
    init(_ place: Place?, findings: [PlaceFinding] = [], in source: some PlaceSource) throws {
        func code(_ level: AdministrativeLevel) throws -> String? {
            guard let place, let code = place.code.ancestor(at: level) else { return nil }
            return try code == place.code || source.place(code) != nil ? code.dotted : nil
        }
        villageCode = try code(.village)
        districtCode = try code(.district)
        regencyCode = try code(.regency)
        provinceCode = try code(.province)
        self.findings = findings
    }

    /// The place of a code; without any sure area if the table does not have the code.
    package init(code: String, in table: PlaceTable) {
        func area(_ level: AdministrativeLevel) -> String? {
            table.place(code: code)?.code.ancestor(at: level).flatMap { table.place($0) }?.code.dotted
        }
        villageCode = area(.village)
        districtCode = area(.district)
        regencyCode = area(.regency)
        provinceCode = area(.province)
        findings = []
    }

    /// The code of the smallest sure area.
    package var code: String? { villageCode ?? districtCode ?? regencyCode ?? provinceCode }

    /// The level of the smallest sure area; nil if nothing is sure.
    package var level: AdministrativeLevel? { code.flatMap(AdministrativeCode.init)?.level }
}

/// A remark for a person: how a text was read, or why it was not placed more precisely.
package struct PlaceFinding: Hashable, Sendable {
    package let field: PlaceField
    /// The text that the finding is about, as written.
    package let written: String
    package let cause: PlaceCause
    /// The place that was chosen if the finding is accepted; otherwise at most five likely places, best first.
    package let candidates: [PlaceCandidate]

    /// True if the row was placed with a remark; false if it was placed less precisely than its text says.
    package internal(set) var isAccepted: Bool

    /// The part of the text that the finding is about, folded: "nagara" of "Nagara, HSS".
    package let name: String
    /// All places that the text fits equally well; more than the candidates if there are many.
    package let places: [Place]

    init(_ cause: PlaceCause, _ phrase: PlacePhrase, _ match: PlaceMatch) {
        self.init(cause, phrase, match.places.map { PlaceCandidate($0, match.reason) }, places: match.places)
    }

    init(_ cause: PlaceCause, _ phrase: PlacePhrase, _ place: Place, _ reason: PlaceMatchReason) {
        self.init(cause, phrase, [PlaceCandidate(place, reason)], places: [place])
    }

    init(_ cause: PlaceCause, _ phrase: PlacePhrase, _ candidates: [PlaceCandidate] = [], places: [Place] = []) {
        field = phrase.field
        written = phrase.written
        name = phrase.name.text
        self.cause = cause
        self.places = places
        self.candidates = Array(candidates.prefix(Self.candidateLimit))
        isAccepted = cause.isAccepted
    }

    static let candidateLimit = 5
}

/// A place that a text may mean, and why.
package struct PlaceCandidate: Hashable, Sendable {
    package let code: String
    package let name: String
    /// The name with the areas it lies in: "Baringin A, Candi Laras Selatan, Tapin".
    package let label: String
    package let reason: PlaceMatchReason

    init(_ place: Place, _ reason: PlaceMatchReason) {
        code = place.code.dotted
        name = place.name
        label = place.label
        self.reason = reason
    }
}

/// The kinds of findings about a place.
package enum PlaceCause: String, Hashable, Sendable, CaseIterable {
    // Placed, with a remark.
    case readAs = "read-as"
    case districtCorrected = "district-corrected"
    case districtIgnored = "district-ignored"
    case regencyCorrected = "regency-corrected"
    case formerCode = "former-code"
    case districtAndVillage = "district-and-village"
    // Placed less precisely than the text says, or not at all.
    case placeAmbiguous = "place-ambiguous"
    case villageUnknown = "village-unknown"
    case villageAmbiguous = "village-ambiguous"
    case severalVillages = "several-villages"
    case noVillageName = "no-village-name"
    case districtUnknown = "district-unknown"
    case districtAmbiguous = "district-ambiguous"
    case districtElsewhere = "district-elsewhere"
    case regencyUnknown = "regency-unknown"
    case regencyAmbiguous = "regency-ambiguous"
    case provinceUnknown = "province-unknown"
    // The code was not used; the names decide.
    case codeUnknown = "code-unknown"
    case codeUnreadable = "code-unreadable"
    case codeOfStatistics = "code-of-statistics"
    case codeContradictsName = "code-contradicts-name"

    /// The name by which findings are grouped; it does not change between releases.
    package var key: String { rawValue }

    var isAccepted: Bool {
        switch self {
        case .readAs, .districtCorrected, .districtIgnored, .regencyCorrected, .formerCode, .districtAndVillage: true
        default: false
        }
    }
}
