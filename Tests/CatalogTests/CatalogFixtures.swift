import Catalog
import Foundation
import Geo
import TestSupport

/// A fresh catalog in a folder of its own.
struct CatalogFixture {
    let directory: TemporaryDirectory
    let catalog: CatalogStore

    init() throws {
        directory = try TemporaryDirectory()
        catalog = try CatalogStore(path: directory.path + "/" + CatalogStore.fileName)
    }

    static let now = Date(timeIntervalSince1970: 1_795_000_000)

    /// Writes within one batch; what the rows did is returned.
    @discardableResult
    func importing(
        _ kind: ImportKind, file: String = "list.csv", _ rows: (CatalogWriter, Int64) throws -> [UpsertOutcome]
    ) throws -> [UpsertOutcome] {
        try catalog.write { writer in
            let batch = try writer.beginBatch(file: file, kind: kind, at: Self.now)
            let outcomes = try rows(writer, batch)
            let counts = ImportBatch.Counts(
                read: outcomes.count, added: outcomes.count { $0 == .added },
                updated: outcomes.count { $0 == .updated },
                unchanged: outcomes.count { $0 == .unchanged })
            try writer.finishBatch(batch, checksumSHA256: String(repeating: "0", count: 64), counts: counts)
            return outcomes
        }
    }

    func addAreas() throws {
        try importing(.regions, file: "regions.csv") { writer, batch in
            try Samples.regions.enumerated().map { try writer.upsert($1, batch: batch, line: $0 + 2) }
        }
        try importing(.villages, file: "villages.csv") { writer, batch in
            [try writer.upsert(Samples.village, batch: batch, line: 2)]
        }
    }
}

enum Samples {
    static let regions = [
        Region(code: "63", name: "Kalimantan Selatan", kind: .province, population: 4_305_281, populationYear: 2024),
        Region(code: "63.05", name: "Kabupaten Tapin", kind: .regency, parentCode: "63"),
        Region(
            code: "63.05.02", name: "Candi Laras Selatan", kind: .district, parentCode: "63.05",
            coordinate: Coordinate(longitude: 114.98, latitude: -2.86), positionAccuracyMetres: 870),
    ]

    static let village = Village(
        code: "63.05.02.2005", name: "Baringin A", kind: .desa, districtCode: "63.05.02",
        coordinate: Coordinate(longitude: 115.0, latitude: -2.9), positionAccuracyMetres: 600, postcode: "71162",
        extra: ["Luas": "12,5 km²", "Catatan": "\"tepi\" sungai\n\\ rawa"])

    /// A sentra with the fields of the first release.
    static var earlierSentra: Sentra {
        var sentra = Sentra(id: "sentra-0026", name: "Sentra Anyaman Purun")
        sentra.otherNames = ["Kampung Purun", "Purun, \"Baringin\""]
        sentra.commodity = "anyaman purun"
        sentra.category = "anyaman"
        sentra.kbliCode = "16291"
        sentra.description = "Tikar dan bakul"
        sentra.businessUnits = 25
        sentra.workers = 40
        sentra.figuresYear = 2020
        sentra.ovopStars = 3
        sentra.ovopYear = 2015
        sentra.geographicIndication = "diajukan 2024"
        sentra.contact = "Dinas Perindustrian Tapin"
        sentra.note = "Pasar tiap Sabtu"
        sentra.sourceURL = "https://example.org/purun"
        sentra.placement = Placement(
            placeText: "Baringin A, Candi Laras Selatan, Tapin", villageCode: "63.05.02.2005", districtCode: "63.05.02",
            regencyCode: "63.05",
            coordinate: Coordinate(longitude: 115.0, latitude: -2.9), source: .village, accuracyMetres: 600)
        sentra.extra = ["Tahun Berdiri": "1998"]
        return sentra
    }

    /// A sentra with every field.
    static var sentra: Sentra {
        var sentra = earlierSentra
        sentra.rawMaterial = "purun danau"
        sentra.unitsKind = "usaha rumah tangga"
        sentra.workersKind = "perajin"
        sentra.figuresSourceURL = "https://example.org/angka"
        sentra.production = "60 lembar sebulan"
        sentra.area = "lebih dari 20 ha"
        sentra.foundedYear = 1998
        sentra.market = "Bali; Jakarta"
        sentra.export = "Jepang"
        sentra.ovopStatus = "Koperasi OVOP"
        sentra.ovopSourceURL = "https://example.org/ovop"
        sentra.giNumber = "IG.00.2017.000015"
        sentra.heritage = "Warisan Budaya Takbenda Indonesia 2023"
        sentra.awards = "Juara 1"
        sentra.noteEn = "Market on Saturdays"
        sentra.moreSources = ["https://example.org/a", "https://example.org/b"]
        sentra.pageDate = "2022-12-09"
        return sentra
    }

    static var outlet: Outlet {
        var outlet = Outlet(id: "outlet-0015", name: "Pasar Kamis Kerajinan")
        outlet.sells = "kerajinan purun, rotan"
        outlet.category = "pasar"
        outlet.description = "Pasar mingguan"
        outlet.hours = "Kamis 06.00-08.00 WITA"
        outlet.since = "pertengahan 1980-an"
        outlet.contact = "Dinas Perdagangan"
        outlet.note = "Sepi saat hujan"
        outlet.sourceURL = "https://example.org/pasar"
        outlet.placement = Placement(placeText: "Tapin", regencyCode: "63.05")
        outlet.moreSources = ["https://example.org/a"]
        outlet.pageDate = "2016"
        outlet.extra = ["Luas kios": "12"]
        return outlet
    }

    static var product: Product {
        var product = Product(id: "produk-0100", name: "Bakul purun")
        product.localName = "bakul"
        product.englishName = "sedge basket"
        product.category = "anyaman"
        product.materials = "purun danau"
        product.description = "Bertutup"
        product.producer = "Kelompok Purun"
        product.price = PriceRange(text: "15000-25000 per buah", minRupiah: 15_000, maxRupiah: 25_000, unit: "buah")
        product.certifications = Certifications(text: "halal, bukan SNI", halal: true, sni: false)
        product.heritage = "Warisan Budaya Takbenda Indonesia 2023"
        product.export = "Jepang"
        product.sourceURL = "https://example.org/bakul"
        product.moreSources = ["https://example.org/bakul-2"]
        product.pageDate = "2018-10"
        product.placement = Placement(placeText: "Tapin", regencyCode: "63.05")
        return product
    }
}
