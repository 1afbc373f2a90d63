import Base
import Catalog
import Geo
import Testing

/// A change that spoils a good record, and a piece of the reason that SQLite gives.
struct Spoiled<Record: Sendable>: Sendable, CustomTestStringConvertible {
    let what: String
    let spoil: @Sendable (inout Record) -> Void

    init(_ what: String, _ spoil: @escaping @Sendable (inout Record) -> Void) {
        self.what = what
        self.spoil = spoil
    }

    var testDescription: String { what }
}

@Suite("The schema's constraints")
struct ConstraintTests {
    static let spoiledRegions: [Spoiled<Region>] = [
        .init("a code without dots") { $0.code = "630502" },
        .init("a parent that is not the code's start") { $0.parentCode = "63" },
        .init("a district without a parent") { $0.parentCode = nil },
        .init("a kind that does not fit the code") { $0.kind = .regency },
        .init("an unknown parent") { ($0.code, $0.parentCode) = ("63.99.02", "63.99") },
        .init("an empty name") { $0.name = "" },
        .init("a latitude beyond the pole") { $0.coordinate = Coordinate(longitude: 114, latitude: -96) },
        .init("a longitude that is no number") { $0.coordinate = Coordinate(longitude: .nan, latitude: -3) },
        .init("a negative population") { $0.population = -1 },
    ]

    @Test("refuse a region with", arguments: spoiledRegions)
    func refuseRegion(spoiled: Spoiled<Region>) throws {
        var region = Samples.regions[2]
        spoiled.spoil(&region)
        try expectRefusal { try $0.upsert(region, batch: $1, line: 1) }
    }

    static let spoiledVillages: [Spoiled<Village>] = [
        .init("a code without dots") { $0.code = "6305022006" },
        .init("a district that is not the code's start") { ($0.code, $0.districtCode) = ("63.05.02.2006", "63.05.03") },
        .init("an unknown district") { ($0.code, $0.districtCode) = ("63.05.03.2006", "63.05.03") },
        .init("a postcode of four digits") { $0.postcode = "7116" },
    ]

    @Test("refuse a village with", arguments: spoiledVillages)
    func refuseVillage(spoiled: Spoiled<Village>) throws {
        var village = Samples.village
        village.code = "63.05.02.2009"
        spoiled.spoil(&village)
        try expectRefusal { try $0.upsert(village, batch: $1, line: 1) }
    }

    static let spoiledSentra: [Spoiled<Sentra>] = [
        .init("an empty id") { $0.id = "" },
        .init("an id that looks like a village's code") { $0.id = "63.05.02.2009" },
        .init("no stars") { $0.ovopStars = 0 },
        .init("six stars") { $0.ovopStars = 6 },
        .init("a negative number of workers") { $0.workers = -4 },
        .init("a year of three digits") { $0.figuresYear = 202 },
        .init("a founding year beyond 2200") { $0.foundedYear = 2999 },
        .init("a date of the page that begins with no year") { $0.pageDate = "kemarin" },
        .init("an unknown village") { $0.placement.villageCode = "63.05.02.2077" },
        .init("a village outside its district") { $0.placement.districtCode = nil },
        .init("a district for a regency") {
            ($0.placement.villageCode, $0.placement.districtCode, $0.placement.regencyCode) = (nil, nil, "63.05.02")
        },
        .init("a position of unknown source") { $0.placement.source = nil },
        .init("a source without a position") { $0.placement.coordinate = nil },
    ]

    @Test("refuse a sentra with", arguments: spoiledSentra)
    func refuseSentra(spoiled: Spoiled<Sentra>) throws {
        var sentra = Samples.sentra
        spoiled.spoil(&sentra)
        try expectRefusal { try $0.upsert(sentra, batch: $1, line: 1) }
    }

    static let spoiledProducts: [Spoiled<Product>] = [
        .init("a date of the page that begins with no year") { $0.pageDate = "Maret 2020" },
        .init("a price from high to low") { $0.price = PriceRange(text: "9-5", minRupiah: 9, maxRupiah: 5) },
        .init("the id of a sentra") { $0.id = "sentra-0001" },
    ]

    @Test("refuse a product with", arguments: spoiledProducts)
    func refuseProduct(spoiled: Spoiled<Product>) throws {
        var product = Samples.product
        spoiled.spoil(&product)
        try expectRefusal { writer, batch in
            _ = try writer.upsert(Sentra(id: "sentra-0001", name: "S"), batch: batch, line: 1)
            return try writer.upsert(product, batch: batch, line: 2)
        }
    }

    @Test("refuse an id that a document of another kind has, whichever kind came first")
    func idsOfOtherKinds() throws {
        let documents: [any PlacedRecord] = [
            Sentra(id: "same", name: "S"), Product(id: "same", name: "P"), Outlet(id: "same", name: "O"),
        ]
        for first in documents {
            for second in documents where type(of: second).table.kind != type(of: first).table.kind {
                try expectRefusal { writer, batch in
                    _ = try writer.upsert(first, batch: batch, line: 1)
                    return try writer.upsert(second, batch: batch, line: 2)
                }
            }
        }
    }

    @Test("let the unspoiled records in, and name the reason where one is refused")
    func unspoiled() throws {
        let fixture = try CatalogFixture()
        try fixture.addAreas()
        try fixture.importing(.sentra) { writer, batch in [try writer.upsert(Samples.sentra, batch: batch, line: 1)] }
        try fixture.importing(.products) { writer, batch in [try writer.upsert(Samples.product, batch: batch, line: 1)]
        }
        let shaped = #expect(throws: CatalogError.self) {
            try fixture.importing(.sentra) { writer, batch in
                [try writer.upsert(Sentra(id: "", name: "S"), batch: batch, line: 1)]
            }
        }
        #expect(
            shaped?.message
                == "The row '' cannot be kept in sentra: CHECK constraint failed: an id has 1 to 200 characters and "
                + "is no village code."
        )
        let error = #expect(throws: CatalogError.self) {
            try fixture.importing(.sentra) { writer, batch in
                [try writer.upsert(Sentra(id: Samples.product.id, name: "S"), batch: batch, line: 1)]
            }
        }
        #expect(error?.kind == .data)
        #expect(
            error?.message
                == "The row 'produk-0100' cannot be kept in sentra: the catalog has a row of products with that id.")
    }

    @Test("refuse a former name of no area, and one that names nothing")
    func formerNames() throws {
        try expectRefusal { try $0.upsert(FormerName(code: "63.05.02.2999", formerName: "X"), batch: $1, line: 1) }
        try expectRefusal { try $0.upsert(FormerName(code: "63.05.02"), batch: $1, line: 1) }
        try expectRefusal {
            try $0.upsert(FormerName(code: "63.05.02", formerName: "X", validFrom: "dulu"), batch: $1, line: 1)
        }
    }

    @Test(
        "refuse a link of what is not in the catalog",
        arguments: [("produk-0100", "sentra-9999"), ("produk-9999", "sentra-0026"), ("sentra-0026", "produk-0100")])
    func links(product: String, sentra: String) throws {
        try expectRefusal { writer, batch in
            _ = try writer.upsert(Samples.sentra, batch: batch, line: 1)
            _ = try writer.upsert(Samples.product, batch: batch, line: 2)
            return try writer.upsert(ProductLink(productID: product, sentraID: sentra), batch: batch, line: 3)
        }
    }

    /// The row is refused with a data error, and the transaction goes on without it.
    private func expectRefusal(_ upsert: (CatalogWriter, Int64) throws -> UpsertOutcome) throws {
        let fixture = try CatalogFixture()
        try fixture.addAreas()
        try fixture.importing(.sentra) { writer, batch in
            let error = #expect(throws: CatalogError.self) { try upsert(writer, batch) }
            #expect(error?.kind == .data)
            return [try writer.upsert(Sentra(id: "next", name: "Next"), batch: batch, line: 3)]
        }
        #expect(try fixture.catalog.read { try $0.state()[.sentra].count } >= 1)
    }
}
