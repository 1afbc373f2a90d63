import Crypto
import Foundation
import Geo
import TestSupport

/// Writes a synthetic national catalog as a data package: regions, villages, sentra and products as CSV, with a
/// manifest.
struct SyntheticPackage {
    let documents: Int
    let seed: UInt64

    static let villagesOfTheCountry = 83_000
    /// A column of products that is no field of Banua.
    static let extraColumn = "panjang"

    var villageCount: Int { min(Self.villagesOfTheCountry, documents / 2) }
    /// The number of products for each sentra: about that of a province with complete business lists.
    var sentraCount: Int { max(1, (documents - villageCount) / 25) }
    var productCount: Int { documents - villageCount - sentraCount }

    /// Writes the package; an existing one of the same name is overwritten.
    ///
    /// - Throws: an error of the file system if the folder cannot be written.
    func write(to folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var random = SeededGenerator(seed: seed)
        let words = SyntheticWords(random: &random)
        let geography = SyntheticGeography(villages: villageCount, words: words, random: &random)
        let files = [
            try writeRegions(geography, in: folder), try writeVillages(geography, in: folder, random: &random),
            try writeSentra(geography, words, in: folder, random: &random),
            try writeProducts(geography, words, in: folder, random: &random),
        ]
        let manifest = PackageManifest(
            name: "synthetic-\(documents)-\(seed)",
            title: "Synthetic national catalog of \(documents) documents, seed \(seed)",
            files: files)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try encoder.encode(manifest).write(to: folder.appendingPathComponent("manifest.json"))
    }

    private func writeRegions(_ geography: SyntheticGeography, in folder: URL) throws -> PackageManifest.File {
        let out = try CSVFile(
            folder, "regions.csv", header: ["code", "name", "kind", "parent_code", "latitude", "longitude"])
        for region in geography.regions {
            out.write([
                region.code, region.name, region.kind, region.parentCode, degrees(region.coordinate.latitude),
                degrees(region.coordinate.longitude),
            ])
        }
        return try out.finished(kind: "regions")
    }

    private func writeVillages(_ geography: SyntheticGeography, in folder: URL, random: inout SeededGenerator) throws
        -> PackageManifest.File
    {
        let out = try CSVFile(
            folder, "villages.csv",
            header: [
                "code", "name", "kind", "district_code", "latitude", "longitude", "position_accuracy_m", "postcode",
            ])
        for village in geography.villages {
            out.write([
                village.code, village.name, village.kind,
                geography.regions[geography.districts[village.district].region].code,
                degrees(village.coordinate.latitude), degrees(village.coordinate.longitude),
                String(Int.random(in: 50...4_000, using: &random)),
                String(10_000 + Int.random(in: 0..<90_000, using: &random)),
            ])
        }
        return try out.finished(kind: "villages")
    }

    private func writeSentra(
        _ geography: SyntheticGeography, _ words: SyntheticWords, in folder: URL, random: inout SeededGenerator
    ) throws -> PackageManifest.File {
        let header = [
            "id", "sentra_name", "commodity", "category", "desa_or_kelurahan", "kecamatan", "kabupaten_kota",
            "business_units", "workers",
            "year_of_figure", "note",
        ]
        let out = try CSVFile(folder, "sentra.csv", header: header)
        for number in 0..<sentraCount {
            let village = geography.villages.zipfian(&random)
            let district = geography.districts[village.district]
            let commodity = phrase(words, random: &random)
            out.write([
                "sentra-\(SyntheticGeography.padded(number + 1, to: 7))", "Sentra \(commodity) \(village.name)",
                commodity,
                SyntheticWords.categories.zipfian(&random), village.name, geography.regions[district.region].name,
                geography.regions[district.regency].name, String(Int.random(in: 5...300, using: &random)),
                String(Int.random(in: 5...900, using: &random)),
                String(Int.random(in: 2015...2025, using: &random)), sentence(words, random: &random),
            ])
        }
        return try out.finished(kind: "sentra")
    }

    private func writeProducts(
        _ geography: SyntheticGeography, _ words: SyntheticWords, in folder: URL, random: inout SeededGenerator
    ) throws -> PackageManifest.File {
        let header = [
            "id", "product_name", "local_name", "category", "made_of", "location", "producer", "price_idr",
            "description", "certification", Self.extraColumn,
        ]
        // Its own numbers, so that the other columns are those of older catalogs of the same seed.
        var choices = SeededGenerator(seed: seed &+ 1)
        let out = try CSVFile(folder, "products.csv", header: header)
        for number in 0..<productCount {
            let village = geography.villages.zipfian(&random)
            let district = geography.districts[village.district]
            let lowest = Int.random(in: 2...200, using: &random) * 500
            out.write([
                "produk-\(SyntheticGeography.padded(number + 1, to: 8))",
                phrase(words, random: &random).capitalizedASCII,
                words.zipfian(head: [], random: &random), SyntheticWords.categories.zipfian(&random),
                phrase(words, random: &random),
                "\(village.name), \(geography.regions[district.region].name), "
                    + "\(geography.regions[district.regency].name)",
                words.zipfian(head: [], random: &random).capitalizedASCII + " Jaya", "\(lowest)-\(lowest * 2)",
                sentence(words, random: &random),
                Int.random(in: 0..<20, using: &choices) == 0
                    ? SyntheticWords.certificates.zipfian(&choices) : "",
                Int.random(in: 0..<10, using: &choices) == 0
                    ? "\(Int.random(in: 5...120, using: &choices)) cm" : "",
            ])
        }
        return try out.finished(kind: "products")
    }

    private func phrase(_ words: SyntheticWords, random: inout SeededGenerator) -> String {
        SyntheticWords.products.zipfian(&random) + " " + words.zipfian(head: SyntheticWords.qualities, random: &random)
    }

    private func sentence(_ words: SyntheticWords, random: inout SeededGenerator) -> String {
        let count = Int.random(in: 6...18, using: &random)
        return (0..<count).map { _ in words.zipfian(head: SyntheticWords.sentenceHead, random: &random) }.joined(
            separator: " ")
    }

    /// Degrees with six decimals (a tenth of a metre), independent of the locale.
    private func degrees(_ value: Double) -> String {
        let millionths = Int((abs(value) * 1_000_000).rounded())
        return (value < 0 ? "-" : "")
            + "\(millionths / 1_000_000).\(SyntheticGeography.padded(millionths % 1_000_000, to: 6))"
    }
}

extension Array {
    /// A random element by Zipf's law: the first is the most frequent.
    ///
    /// The array must not be empty.
    func zipfian(_ random: inout SeededGenerator) -> Element {
        let rank = Int(pow(Double(count), Double.random(in: 0..<1, using: &random))) - 1
        return self[Swift.min(Swift.max(rank, 0), count - 1)]
    }
}
