import Gazetteer
import Geo

/// The messages about places and positions: what happened, and what to do.
///
///     PlaceMessages.message(for: finding)
///     // "The village 'Papuyuan' is read as Pupuyuan, Lampihong, Balangan (63.11.05.2024): a letter or two differ."
///     PlaceMessages.remedy(for: finding)
///     // "Nothing, if that is right; else write the official name or the code."
///
/// Shape: whole sentences, without file and line, which the report adds.
package enum PlaceMessages {
    package static func message(for finding: PlaceFinding) -> String {
        let quoted = "'\(finding.written)'"
        let first = finding.candidates.first.map(name) ?? "another place"
        switch finding.cause {
        case .readAs:
            let why = finding.candidates.first.map { ": \(explanation($0.reason))" } ?? ""
            return "The \(noun(finding.field)) \(quoted) is read as \(first)\(why)."
        case .districtCorrected: return "The village does not lie in \(quoted) but in \(first), next to it."
        case .districtIgnored:
            return
                "No district \(quoted) is known in the regency; the village is the only one of its name there and "
                + "lies in \(first)."
        case .regencyCorrected:
            return "Village and district agree, but they do not lie in \(quoted); they lie in \(first)."
        case .formerCode: return "The code \(quoted) is a former one; the place is \(first) now."
        case .districtAndVillage: return "\(quoted) is a district and a village in it; the district is taken."
        case .placeAmbiguous: return "\(quoted) fits several places: \(list(finding))."
        case .villageUnknown: return "No village \(quoted) is known in the area that the row names."
        case .villageAmbiguous: return "\(quoted) fits several villages: \(list(finding))."
        case .severalVillages:
            return finding.candidates.count < 2
                ? "\(quoted) names several places." : "\(quoted) names several villages: \(list(finding))."
        case .noVillageName:
            return finding.candidates.isEmpty
                ? "\(quoted) names no village." : "\(quoted) names no village; the district \(first) is taken."
        case .districtUnknown: return "No district \(quoted) is known in the area that the row names."
        case .districtAmbiguous: return "\(quoted) fits several districts: \(list(finding))."
        case .districtElsewhere:
            return "The district \(quoted) does not lie in the regency that the row names; there is \(list(finding))."
        case .regencyUnknown: return "No regency \(quoted) is known."
        case .regencyAmbiguous: return "\(quoted) fits several regencies: \(list(finding))."
        case .provinceUnknown: return "No province \(quoted) is known."
        case .codeUnknown: return "The code \(quoted) is not in the catalog."
        case .codeUnreadable: return "\(quoted) is not a code of a region or village."
        case .codeOfStatistics:
            return "\(quoted) is a code of Statistics Indonesia (BPS), not of the Ministry of Home Affairs."
        case .codeContradictsName: return "The code \(quoted) is \(first), but the row names another place."
        }
    }

    package static func remedy(for finding: PlaceFinding) -> String {
        switch finding.cause {
        case .readAs: "Nothing, if that is right; else write the official name or the code."
        case .districtCorrected, .districtIgnored: "Write the district as it is now, or the village's code."
        case .regencyCorrected: "Correct the regency, or the district and village if the regency is right."
        case .formerCode: "Write the present code."
        case .districtAndVillage:
            "Write 'Desa' or 'Kel.' before the name, or the village's code, if the village is meant."
        case .placeAmbiguous: "Write 'Kec.', 'Desa' or 'Kel.' before the name, or the code of the place that is meant."
        case .villageUnknown: perhaps(finding) + "Write the village's official name or its code."
        case .villageAmbiguous: "Name the village's district, or write the code of the one that is meant."
        case .severalVillages: "Give each village a row of its own, or name only one."
        case .noVillageName: "Write the name or code of a village, or leave the village empty and name the district."
        case .districtUnknown, .districtElsewhere:
            perhaps(finding) + "Correct the district or the regency, or write the code."
        case .districtAmbiguous: "Name a village or the regency, or write the code of the one that is meant."
        case .regencyUnknown: perhaps(finding) + "Write the official name, such as 'Kabupaten Tapin', or the code."
        case .regencyAmbiguous: "Write 'Kabupaten' or 'Kota' before the name, or the code of the one that is meant."
        case .provinceUnknown: perhaps(finding) + "Correct the province, or import its regions and villages first."
        case .codeUnknown:
            "Correct the code, or leave it out so that the names decide; import regions and villages before lists "
                + "that name them."
        case .codeUnreadable:
            "Write it as 63.01.01.2001 or 6301012001; a spreadsheet keeps all digits when the column is formatted as "
                + "text."
        case .codeOfStatistics:
            "Write the ministry's code, such as 63.01.01.2001, or leave the code out so that the names decide."
        case .codeContradictsName:
            "Correct the code or the name; if a whole column disagrees, it has codes of Statistics Indonesia (BPS): "
                + "leave it out."
        }
    }

    // MARK: Pieces

    private static func noun(_ field: PlaceField) -> String { field == .location ? "place" : field.rawValue }

    private static func name(_ candidate: PlaceCandidate) -> String { "\(candidate.label) (\(candidate.code))" }

    private static func list(_ finding: PlaceFinding) -> String { finding.candidates.map(name).joined(separator: "; ") }

    private static func perhaps(_ finding: PlaceFinding) -> String {
        finding.candidates.isEmpty ? "" : "Perhaps \(finding.candidates.prefix(3).map(name).joined(separator: "; ")). "
    }

    /// The reason why a name was read as another one.
    static func explanation(_ reason: PlaceMatchReason) -> String {
        switch reason {
        case .same: "the same name"
        case .spelling: "the same name in another spelling"
        case .withoutKampung: "the same name without 'Kampung'"
        case .hamletBefore: "the words before it are read as a hamlet"
        case .generalWordLeftOut: "a word such as 'Sungai' is left out"
        case .close: "a letter or two differ"
        case .numbered: "a number or letter is left out"
        case .partOfName: "one name is part of the other"
        case .elsewhere: "the same name in another area"
        case .byName: "a by-name"
        case .former: "a former name"
        case .code: "by its code"
        }
    }
}

// MARK: - Positions

extension PlaceMessages {
    package static func message(for finding: CoordinateFinding) -> String {
        let written = text(finding.written)
        if finding.isRepaired, let reading = finding.suggestions.first?.reading {
            return "\(written) is read as \(text(reading.coordinate)): \(mistakes(reading))."
        }
        let claimed = finding.claimed ?? "any place of the catalog"
        switch finding.cause {
        case .nullIsland: return "\(written) is a place in the Atlantic that stands for a missing position."
        case .outOfRange: return "\(written) is no position on Earth."
        case .outside:
            let distance = finding.metres.map { ", \(kilometres($0)) away" } ?? ""
            return "\(written) is far from \(claimed)\(distance)."
        case .farFromPlace:
            let distance = finding.metres.map { "\(kilometres($0)) from" } ?? "not in"
            return "\(written) is \(distance) \(claimed)"
                + (finding.nearest.map { "; the nearest village is \($0)." } ?? ".")
        case .metresWithoutCRS: return "\(written) is not in degrees but seems to be in metres."
        case .otherCRS: return "\(written) is far from \(claimed), but would be in another CRS."
        case .ambiguous: return "\(written) is not in \(claimed), but several ways to read it are."
        case .swapped, .minusLost, .swappedAndMinusLost, .minusAdded, .separatorLost, .degreesForMetres:
            return "\(written) is not in \(claimed)."
        }
    }

    package static func remedy(for finding: CoordinateFinding) -> String {
        if finding.isRepaired {
            let place = finding.claimed ?? finding.suggestions.first?.nearest ?? "the catalog's area"
            return "Nothing, if that is right: no other reading is in \(place). Correct it in the file."
        }
        let readings = finding.suggestions.map(option).joined(separator: " ")
        let end = "Until then the row is placed by the names it gives."
        switch finding.cause {
        case .nullIsland: return "Leave both numbers empty if the position is not known. \(end)"
        case .metresWithoutCRS, .otherCRS:
            let crs =
                readings.isEmpty
                ? "Import the file with --crs and the CRS it is in, such as EPSG:32750 or EPSG:23837." : readings
            return "\(crs) \(end)"
        case .farFromPlace:
            return ["Correct the position or the place's name.", readings, end].filter { !$0.isEmpty }.joined(
                separator: " ")
        default: return ["Correct the position.", readings, end].filter { !$0.isEmpty }.joined(separator: " ")
        }
    }

    /// A possible reading, as a proposal.
    private static func option(_ suggestion: CoordinateSuggestion) -> String {
        let place = suggestion.nearest.map { " near \($0)" } ?? ""
        if let crs = suggestion.reading.crs {
            let order = suggestion.reading.mistakes.contains(.swapped) ? " and easting and northing exchanged" : ""
            return "With --crs \(crs)\(order) it lies\(place)."
        }
        return "As \(text(suggestion.reading.coordinate)) (\(mistakes(suggestion.reading))) it lies\(place)."
    }

    private static func mistakes(_ reading: CoordinateReading) -> String {
        let all: [(CoordinateReading.Mistakes, String)] = [
            (.degreesForMetres, "the numbers are degrees, not metres"),
            (.otherCRS, "the numbers are metres of \(reading.crs ?? "another CRS")"),
            (.swapped, "longitude and latitude are swapped"), (.minusLost, "the minus sign of the latitude is lost"),
            (.minusAdded, "a minus sign is wrong"), (.separatorLost, "the decimal separator is lost"),
        ]
        return all.filter { reading.mistakes.contains($0.0) }.map(\.1).joined(separator: ", ")
    }

    private static func text(_ written: WrittenPosition) -> String {
        switch written {
        case .degrees(let longitude, let latitude): "Longitude \(number(longitude)), latitude \(number(latitude))"
        case .projected(let crs, let easting, let northing, _):
            "Easting \(number(easting)), northing \(number(northing)) in \(crs)"
        }
    }

    private static func text(_ coordinate: Coordinate) -> String {
        "longitude \(number(coordinate.longitude)), latitude \(number(coordinate.latitude))"
    }

    /// A number without ".0" if it is whole.
    private static func number(_ value: Double) -> String {
        value.rounded() == value && abs(value) < 1e15 ? String(Int64(value)) : "\(value)"
    }

    private static func kilometres(_ metres: Double) -> String {
        metres < 10_000 ? "\((metres / 100).rounded() / 10) km" : "\(Int((metres / 1000).rounded())) km"
    }
}
