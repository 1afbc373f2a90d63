import Geo
import IndexStore

/// How large an area a place is, by the parts of its code: `63` province, `63.05` regency, `63.05.02` district,
/// `63.05.02.2005` village.
enum PlaceLevel: Int, Comparable, CaseIterable {
    case province, regency, district, village

    init?(code: String) {
        self.init(rawValue: code.utf8.count { $0 == UInt8(ascii: ".") })
    }

    static func < (first: Self, second: Self) -> Bool { first.rawValue < second.rawValue }

    /// What people write before a name to say what it is.
    static func named(by word: String) -> PlaceLevel? {
        switch word {
        case "provinsi", "prov", "propinsi", "province": .province
        case "kabupaten", "kab", "kota", "kotamadya", "kodya", "regency", "city": .regency
        case "kecamatan", "kec", "district": .district
        case "desa", "ds", "kelurahan", "kel", "village": .village
        default: nil
        }
    }
}

extension StoredPlace {
    var level: PlaceLevel { PlaceLevel(code: code) ?? .village }

    /// True where the other place is this one or an area around it.
    func lies(in other: StoredPlace) -> Bool {
        code == other.code || code.hasPrefix(other.code + ".")
    }

    var resolved: ResolvedPlace {
        ResolvedPlace(
            code: code, name: name, kind: kind, label: label, coordinate: coordinate, accuracyMetres: accuracyMetres)
    }
}
