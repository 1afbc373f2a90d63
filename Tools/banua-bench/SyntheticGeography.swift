import Foundation
import Geo
import TestSupport

/// Synthetic provinces, regencies, districts and villages within the extent of Indonesia.
struct SyntheticGeography {
    struct Region {
        var code: String
        var name: String
        var kind: String
        var parentCode: String
        var coordinate: Coordinate
    }

    struct Village {
        var code: String
        var name: String
        var kind: String
        var district: Int
        var coordinate: Coordinate
    }

    /// Code, name and approximate centre of each of the 38 provinces (read from a map to about a tenth of a degree).
    static let provinces: [(code: String, name: String, longitude: Double, latitude: Double)] = [
        ("11", "Aceh", 96.7, 4.7), ("12", "Sumatera Utara", 99.1, 2.2), ("13", "Sumatera Barat", 100.5, -0.8),
        ("14", "Riau", 101.8, 0.5),
        ("15", "Jambi", 102.8, -1.7), ("16", "Sumatera Selatan", 104.2, -3.2), ("17", "Bengkulu", 102.4, -3.6),
        ("18", "Lampung", 105.0, -4.9),
        ("19", "Kepulauan Bangka Belitung", 106.6, -2.5), ("21", "Kepulauan Riau", 104.5, 0.9),
        ("31", "DKI Jakarta", 106.85, -6.2),
        ("32", "Jawa Barat", 107.6, -6.9), ("33", "Jawa Tengah", 110.2, -7.2), ("34", "DI Yogyakarta", 110.45, -7.85),
        ("35", "Jawa Timur", 112.6, -7.7), ("36", "Banten", 106.1, -6.4), ("51", "Bali", 115.1, -8.4),
        ("52", "Nusa Tenggara Barat", 117.4, -8.7),
        ("53", "Nusa Tenggara Timur", 121.5, -9.2), ("61", "Kalimantan Barat", 110.9, -0.1),
        ("62", "Kalimantan Tengah", 113.4, -1.6),
        ("63", "Kalimantan Selatan", 115.4, -3.0), ("64", "Kalimantan Timur", 116.4, 0.5),
        ("65", "Kalimantan Utara", 116.4, 3.1),
        ("71", "Sulawesi Utara", 124.6, 1.3), ("72", "Sulawesi Tengah", 121.2, -1.2),
        ("73", "Sulawesi Selatan", 120.1, -4.1),
        ("74", "Sulawesi Tenggara", 122.2, -4.0), ("75", "Gorontalo", 122.4, 0.7),
        ("76", "Sulawesi Barat", 119.3, -2.5),
        ("81", "Maluku", 129.4, -3.5), ("82", "Maluku Utara", 127.9, 0.9), ("91", "Papua", 139.6, -2.9),
        ("92", "Papua Barat", 133.4, -1.8),
        ("93", "Papua Selatan", 139.4, -7.3), ("94", "Papua Tengah", 136.3, -3.8),
        ("95", "Papua Pegunungan", 139.3, -4.3),
        ("96", "Papua Barat Daya", 131.6, -0.9),
    ]

    private(set) var regions: [Region] = []
    /// Indices into `regions` of the districts, and of the regency of each.
    private(set) var districts: [(region: Int, regency: Int)] = []
    private(set) var villages: [Village] = []

    /// About 13.5 regencies for each province, 14 districts for each regency and 11.5 villages for each district, as in
    /// Indonesia.
    init(villages count: Int, words: SyntheticWords, random: inout SeededGenerator) {
        let districtCount = max(1, count * 7_288 / 83_000)
        let regencyCount = max(1, count * 514 / 83_000)
        for province in Self.provinces.prefix(max(1, min(Self.provinces.count, regencyCount))) {
            let centre = Coordinate(longitude: province.longitude, latitude: province.latitude)
            regions.append(
                Region(code: province.code, name: province.name, kind: "provinsi", parentCode: "", coordinate: centre))
        }
        let provinceCount = regions.count
        var regencies: [Int] = []
        var names: Set<String> = []
        for number in 0..<regencyCount {
            let province = regions[number % provinceCount]
            let within = number / provinceCount + 1
            let isCity = within % 5 == 0
            let code = "\(province.code).\(Self.padded(isCity ? 70 + within / 5 : within, to: 2))"
            let name = Self.placeName(words, notIn: &names, random: &random)
            regencies.append(regions.count)
            regions.append(
                Region(
                    code: code, name: (isCity ? "Kota " : "Kabupaten ") + name, kind: isCity ? "kota" : "kabupaten",
                    parentCode: province.code,
                    coordinate: Self.scattered(around: province.coordinate, degrees: 1.2, random: &random)))
        }
        for number in 0..<districtCount {
            let regency = regencies[number % regencyCount]
            let parent = regions[regency]
            let code = "\(parent.code).\(Self.padded(number / regencyCount + 1, to: 2))"
            var inRegency: Set<String> = []
            let name =
                Self.placeName(words, notIn: &inRegency, random: &random) + (number / regencyCount > 0 ? "" : " Kota")
            districts.append((regions.count, regency))
            regions.append(
                Region(
                    code: code, name: name, kind: "kecamatan", parentCode: parent.code,
                    coordinate: Self.scattered(around: parent.coordinate, degrees: 0.25, random: &random)))
        }
        var namesOfDistrict = [Set<String>](repeating: [], count: districtCount)
        villages.reserveCapacity(count)
        for number in 0..<count {
            let district = number % districtCount
            let within = number / districtCount + 1
            let isUrban = number % 10 == 0
            let region = regions[districts[district].region]
            villages.append(
                Village(
                    code: "\(region.code).\(isUrban ? 1000 + within : 2000 + within)",
                    name: Self.placeName(words, notIn: &namesOfDistrict[district], random: &random),
                    kind: isUrban ? "kelurahan" : "desa",
                    district: district,
                    coordinate: Self.scattered(around: region.coordinate, degrees: 0.06, random: &random)))
        }
    }

    private static func placeName(
        _ words: SyntheticWords, notIn taken: inout Set<String>, random: inout SeededGenerator
    ) -> String {
        while true {
            let stem = words.placeStems[Int.random(in: 0..<words.placeStems.count, using: &random)].capitalizedASCII
            let head =
                Bool.random(using: &random)
                ? SyntheticWords.placeHeads.randomElement(using: &random).map { $0 + " " } ?? "" : ""
            let name = head + stem + (SyntheticWords.placeTails.randomElement(using: &random) ?? "")
            if taken.insert(name).inserted { return name }
        }
    }

    /// A random point near another, with a higher density in the middle.
    ///
    /// It is the sum of two uniform numbers, squared towards the centre.
    static func scattered(around centre: Coordinate, degrees: Double, random: inout SeededGenerator) -> Coordinate {
        func offset() -> Double {
            let number = Double.random(in: -1...1, using: &random)
            return number * abs(number) * degrees
        }
        let longitude = centre.longitude + offset()
        let latitude = centre.latitude + offset()
        return Coordinate(longitude: longitude, latitude: latitude)
    }

    static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension String {
    /// The word with a capital first letter; only ASCII, because synthetic words have no other letters.
    var capitalizedASCII: String { prefix(1).uppercased() + dropFirst() }
}
