import Geo

/// A province, regency, district or village.
///
/// Units: degrees (WGS 84), metres.
package struct Place: Hashable, Sendable {
    package let code: AdministrativeCode
    package let name: String
    /// The name with the areas it lies in: "Baringin A, Candi Laras Selatan, Tapin".
    package let label: String
    /// The word of the catalog: provinsi, kabupaten, kota, kecamatan, desa or kelurahan; empty if it is not known.
    package let kind: String
    package let coordinate: Coordinate?
    /// The distance between the point and that of a second source; nil if none was compared.
    package let accuracyMetres: Double?

    package init(
        code: AdministrativeCode, name: String, label: String, kind: String = "", coordinate: Coordinate? = nil,
        accuracyMetres: Double? = nil
    ) {
        self.code = code
        self.name = name
        self.label = label
        self.kind = kind
        self.coordinate = coordinate
        self.accuracyMetres = accuracyMetres
    }

    package var level: AdministrativeLevel { code.level }

    /// True if the place is the other one, or lies in it.
    package func lies(in other: Place) -> Bool { other.code.contains(code) }
}

/// A place under one of its names.
package struct NamedPlace: Hashable, Sendable {
    /// Where a name comes from.
    package enum Source: String, Hashable, Sendable, CaseIterable {
        /// The official list, with or without the title before the name.
        case official
        /// A name that the place had before.
        case former
        /// A by-name: Rantau for Tapin Utara.
        case byname
        /// A short name.
        case abbreviation
    }

    package let place: Place
    package let source: Source
    /// The folded words of the name, with one space between two.
    package let folded: String

    package init(place: Place, source: Source, folded: String) {
        self.place = place
        self.source = source
        self.folded = folded
    }
}

/// The places that a phrase can mean, found for the same reason.
package struct PlaceMatch: Hashable, Sendable {
    package var places: [Place]
    package var reason: PlaceMatchReason

    package static let none = PlaceMatch(places: [], reason: .same)

    /// The place, if there is only one.
    package var only: Place? { places.count == 1 ? places[0] : nil }
    package var isEmpty: Bool { places.isEmpty }
}

/// How a name in the gazetteer differs from the name in the text.
package enum PlaceMatchReason: String, Hashable, Sendable, CaseIterable {
    /// Only by case, accents, abbreviations and the split into words.
    case same
    /// By spelling habits: Mesjid and Masjid, Ulu and Hulu, oe and u.
    case spelling
    /// The text has "Kampung" before the village's name.
    case withoutKampung = "without-kampung"
    /// The text has the name of a hamlet before the village's name.
    case hamletBefore = "hamlet-before"
    /// The text leaves out a word such as Sungai before the village's name.
    case generalWordLeftOut = "general-word-left-out"
    /// By a letter or two.
    case close
    /// By a number or letter that the text leaves out: Baringin A and B.
    case numbered
    /// One name begins with the other.
    case partOfName = "part-of-name"
    /// The place of this name is in another district or regency than the text says.
    case elsewhere
    /// The text has a by-name: Rantau for Tapin Utara.
    case byName = "by-name"
    /// The text has a former name or code.
    case former
    /// The code is that of the place.
    case code
}
