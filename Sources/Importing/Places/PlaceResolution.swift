/// Where a row's place is, down to the smallest area that is sure, and what there is to say about it.
///
/// Shape: codes of every level down to `level`, nil below; all nil where nothing is sure.
package struct PlaceResolution: Hashable, Sendable {
    package internal(set) var villageCode: String?
    package internal(set) var districtCode: String?
    package internal(set) var regencyCode: String?
    package internal(set) var provinceCode: String?
    /// In the order in which the row's fields were read; none where all was as the gazetteer has it.
    package internal(set) var findings: [PlaceFinding]

    /// The place of that code with the areas it lies in; nothing sure where the gazetteer does not have it.
    package init(code: String, in gazetteer: Gazetteer) {
        self.init(place: gazetteer.place(code: code), findings: [], in: gazetteer)
    }

    init(place: Int?, findings: [PlaceFinding], in gazetteer: Gazetteer) {
        func code(_ level: PlaceLevel) -> String? {
            place.flatMap { gazetteer.ancestor(of: $0, at: level) }.map { gazetteer.entries[$0].code }
        }
        villageCode = code(.village)
        districtCode = code(.district)
        regencyCode = code(.regency)
        provinceCode = code(.province)
        self.findings = findings
    }

    /// The code of the smallest sure area.
    package var code: String? { villageCode ?? districtCode ?? regencyCode ?? provinceCode }

    /// The level of the smallest sure area; nil where nothing is sure.
    package var level: PlaceLevel? { code.flatMap(PlaceLevel.init(code:)) }
}

/// Something a person should know about how a row was placed, or why it could not be placed more finely.
package struct PlaceFinding: Hashable, Sendable {
    package let field: PlaceField
    /// The text the finding is about, as the row has it.
    package let written: String
    package let cause: PlaceCause
    /// The place taken where the finding is accepted; else the most likely ones, best first, at most five.
    package let candidates: [PlaceCandidate]

    /// True where the row was placed all the same ("read as"), false where it was placed less finely than it asks.
    package internal(set) var isAccepted: Bool

    init(_ cause: PlaceCause, _ phrase: PlacePhrase, _ candidates: [PlaceCandidate] = []) {
        field = phrase.field
        written = phrase.written
        self.cause = cause
        self.candidates = Array(candidates.prefix(Self.candidateLimit))
        isAccepted = cause.isAccepted
    }

    static let candidateLimit = 5
}

/// A place that the row may mean, and why.
package struct PlaceCandidate: Hashable, Sendable {
    package let code: String
    package let name: String
    /// The name with the areas it lies in: "Baringin A, Candi Laras Selatan, Tapin".
    package let label: String
    package let reason: PlaceMatchReason
}

/// In what a name in the gazetteer differs from the name in the row.
package enum PlaceMatchReason: String, Hashable, Sendable, CaseIterable {
    /// In nothing but case, accents, abbreviations and the split into words.
    case same
    /// By spelling habits: Mesjid and Masjid, Ulu and Hulu, oe and u.
    case spelling
    /// The row has "Kampung" before the village's name.
    case withoutKampung = "without-kampung"
    /// The row has words, a hamlet's name, before the village's name.
    case hamletBefore = "hamlet-before"
    /// The row leaves out a word such as Sungai before the village's name.
    case generalWordLeftOut = "general-word-left-out"
    /// A letter or two differ.
    case close
    /// The name has a number or letter that the row leaves out: Baringin A and B.
    case numbered
    /// One name begins with the other.
    case partOfName = "part-of-name"
    /// The same name in another district or regency than the row says.
    case elsewhere
    /// A by-name: Rantau for Tapin Utara.
    case byName = "by-name"
    /// A name or code it had before.
    case former
    /// The code says so.
    case code
}

/// What was found about a row's place.
package enum PlaceCause: String, Hashable, Sendable, CaseIterable {
    // Placed, with a remark.
    case readAs = "read-as"
    case districtCorrected = "district-corrected"
    case districtIgnored = "district-ignored"
    case regencyCorrected = "regency-corrected"
    case formerCode = "former-code"
    case districtAndVillage = "district-and-village"
    // Placed less finely than the row asks, or not at all.
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

    /// The stable name that findings are grouped by.
    package var key: String { rawValue }

    var isAccepted: Bool {
        switch self {
        case .readAs, .districtCorrected, .districtIgnored, .regencyCorrected, .formerCode, .districtAndVillage: true
        default: false
        }
    }
}
