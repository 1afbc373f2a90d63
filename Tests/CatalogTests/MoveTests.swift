import Catalog
import Geo
import Testing

@Suite("Villages that move")
struct MoveTests {
    /// Sentra and product of the samples, and the village that takes the place of the one they are in.
    private func fixture() throws -> (CatalogFixture, Village) {
        let fixture = try CatalogFixture()
        try fixture.addAreas()
        try fixture.importing(.sentra) { writer, batch in [try writer.upsert(Samples.sentra, batch: batch, line: 1)] }
        var village = Samples.village
        village.code = "63.05.03.2005"
        village.districtCode = "63.05.03"
        village.coordinate = Coordinate(longitude: 115.1, latitude: -2.95)
        try fixture.importing(.regions) { writer, batch in
            [
                try writer.upsert(
                    Region(code: "63.05.03", name: "Candi Laras Timur", kind: .district, parentCode: "63.05"),
                    batch: batch, line: 1)
            ]
        }
        return (fixture, village)
    }

    @Test("take along what was placed in them, and their former names")
    func move() throws {
        let (fixture, village) = try fixture()
        try fixture.importing(.formerNames) { writer, batch in
            [try writer.upsert(FormerName(code: Samples.village.code, formerName: "Beringin"), batch: batch, line: 1)]
        }
        try fixture.importing(.villages) { writer, batch in
            let outcome = try writer.upsert(village, batch: batch, line: 4)
            #expect(try writer.moveVillage(from: Samples.village.code, to: village.code, batch: batch, line: 4) == 1)
            #expect(try writer.moveVillage(from: Samples.village.code, to: village.code, batch: batch, line: 4) == nil)
            return [outcome]
        }
        var moved = Samples.sentra.placement
        moved.villageCode = village.code
        moved.districtCode = village.districtCode
        moved.coordinate = village.coordinate
        try fixture.catalog.write { writer in
            let (sentra, former) = (
                try writer.record(Sentra.self, id: Samples.sentra.id),
                try writer.record(Village.self, id: Samples.village.code)
            )
            #expect(sentra?.placement == moved)
            #expect(former == nil)
            #expect(try writer.snapshot.formerNames().map(\.code) == [village.code])
        }
    }

    @Test("to a new point take along what stands at their point, and nothing that stands elsewhere")
    func refresh() throws {
        let (fixture, _) = try fixture()
        var own = Sentra(id: "own", name: "Own")
        own.placement = Samples.sentra.placement
        own.placement.source = .own
        try fixture.importing(.sentra) { writer, batch in [try writer.upsert(own, batch: batch, line: 1)] }
        var village = Samples.village
        village.coordinate = Coordinate(longitude: 115.2, latitude: -2.8)
        try fixture.importing(.villages) { writer, batch in
            let outcome = try writer.upsert(village, batch: batch, line: 1)
            #expect(try writer.refreshPositions(batch: batch) == 1)
            #expect(try writer.refreshPositions(batch: batch) == 0)
            return [outcome]
        }
        try fixture.catalog.write { writer in
            let (follower, stayer) = (
                try writer.record(Sentra.self, id: Samples.sentra.id), try writer.record(Sentra.self, id: "own")
            )
            #expect(follower?.placement.coordinate == village.coordinate)
            #expect(stayer?.placement == own.placement)
        }
    }
}

@Suite("Rows of one batch")
struct BatchRowTests {
    @Test("that take an id twice are told of the first, and the next batch starts anew")
    func claims() throws {
        let fixture = try CatalogFixture()
        for _ in 0..<2 {
            try fixture.importing(.sentra) { writer, _ in
                let first = BatchRow(line: 2, digest: .max)
                let claims = [
                    try writer.claim(id: "a", for: first), try writer.claim(id: "b", for: BatchRow(line: 3, digest: 0)),
                    try writer.claim(id: "a", for: BatchRow(line: 4, digest: 1)),
                ]
                #expect(claims == [nil, nil, first])
                return []
            }
        }
    }

    @Test("of a part that is not kept are taken back with it")
    func parts() throws {
        let fixture = try CatalogFixture()
        try fixture.addAreas()
        let count = try fixture.catalog.write { writer in
            for isKept in [true, false] {
                _ = try writer.part(keeping: { $0 }) {
                    let batch = try writer.beginBatch(file: "f", kind: .sentra, at: CatalogFixture.now)
                    let earlier = try writer.claim(id: "same", for: BatchRow(line: 1, digest: 1))
                    #expect(earlier == nil)
                    _ = try writer.upsert(Sentra(id: "\(isKept)", name: "S"), batch: batch, line: 1)
                    try writer.finishBatch(batch, checksumSHA256: "", counts: ImportBatch.Counts(read: 1, added: 1))
                    return isKept
                }
            }
            return try writer.snapshot.state()[.sentra].count
        }
        #expect(count == 1)
    }
}
