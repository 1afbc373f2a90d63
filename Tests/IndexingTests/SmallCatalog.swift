import Catalog
import Foundation
import Geo
import TestSupport

/// A catalog of one regency with two villages, a sentra and two products, in a folder of its own.
struct SmallCatalog {
    let folder: TemporaryDirectory
    let store: CatalogStore

    init() throws {
        folder = try TemporaryDirectory()
        store = try CatalogStore(path: folder.path + "/" + CatalogStore.fileName)
        try store.write { writer in
            let batch = try writer.beginBatch(file: "small.csv", kind: .regions, at: Date(timeIntervalSince1970: 0))
            let regions = [
                Region(code: "63", name: "Kalimantan Selatan", kind: .province),
                Region(code: "63.05", name: "Kabupaten Tapin", kind: .regency, parentCode: "63"),
                Region(
                    code: "63.05.02", name: "Candi Laras Selatan", kind: .district, parentCode: "63.05",
                    coordinate: Coordinate(longitude: 115, latitude: -2.9)),
            ]
            for (line, region) in regions.enumerated() { _ = try writer.upsert(region, batch: batch, line: line + 2) }
            for (line, village) in Self.villages.enumerated() {
                _ = try writer.upsert(village, batch: batch, line: line + 5)
            }
            _ = try writer.upsert(
                FormerName(code: "63.05.02.2005", formerCode: "63.05.01.2009", formerName: "Margasari Lama"),
                batch: batch, line: 7)
            _ = try writer.upsert(Self.sentra, batch: batch, line: 8)
            for (line, product) in Self.products.enumerated() {
                _ = try writer.upsert(product, batch: batch, line: line + 9)
            }
            _ = try writer.link(product: "produk-1", with: ["sentra-1"], batch: batch, line: 11)
            try writer.finishBatch(batch, checksumSHA256: "", counts: ImportBatch.Counts(read: 9, added: 9))
        }
    }

    static let villages = [
        Village(
            code: "63.05.02.2005", name: "Margasari Hulu", kind: .desa, districtCode: "63.05.02",
            coordinate: Coordinate(longitude: 115.01, latitude: -2.88),
            positionAccuracyMetres: 600),
        Village(code: "63.05.02.2006", name: "Sungai Rutas", kind: .desa, districtCode: "63.05.02"),
    ]

    static var sentra: Sentra {
        var sentra = Sentra(id: "sentra-1", name: "Sentra Purun Margasari")
        sentra.otherNames = ["Kampung Purun"]
        sentra.commodity = "tikar purun"
        sentra.category = "anyaman"
        sentra.businessUnits = 12
        sentra.sourceURL = "https://example.org/purun"
        sentra.extra = ["omzet": "besar"]
        sentra.placement = Placement(
            placeText: "Margasari Ulu", villageCode: "63.05.02.2005", districtCode: "63.05.02", regencyCode: "63.05",
            coordinate: Coordinate(longitude: 115.01, latitude: -2.88), source: .village, accuracyMetres: 600)
        return sentra
    }

    static var products: [Product] {
        var mat = Product(id: "produk-1", name: "Tikar \"purun\" <besar>")
        mat.category = "anyaman"
        mat.price = PriceRange(text: "20000-50000", minRupiah: 20_000, maxRupiah: 50_000)
        mat.certifications = Certifications(text: "halal", halal: true)
        mat.placement = Placement(
            placeText: "Tapin", districtCode: nil, regencyCode: "63.05",
            coordinate: Coordinate(longitude: 115.1, latitude: -2.95),
            source: .regency)
        return [mat, Product(id: "produk-2", name: "Keripik")]
    }
}
