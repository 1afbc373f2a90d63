import Geo
import JSON
import Testing

@testable import Catalog

@Suite("Content hashes")
struct ContentHashTests {
    @Test("are FNV-1a's before mixing")
    func published() {
        // Test vectors of draft-eastlake-fnv: the mixer is undone by mixing the expected state alike.
        for (text, state) in [
            ("", 0xCBF2_9CE4_8422_2325), ("a", 0xAF63_DC4C_8601_EC8C), ("foobar", 0x8594_4171_F739_67E8),
        ]
            as [(String, UInt64)]
        {
            var hash = ContentHash()
            Array(text.utf8).withUnsafeBufferPointer { hash.add(bytes: $0) }
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            #expect(hash.value == Int64(bitPattern: mixed ^ (mixed >> 31)))
        }
    }

    @Test("stay what they are from release to release")
    func golden() {
        #expect(Samples.village.contentHash == -8037539743836836162)
        // Columns that came later add nothing where they are empty.
        #expect(Samples.earlierSentra.contentHash == -7576091014788187687)
        #expect(Samples.sentra.contentHash == 4758477118993136279)
        #expect(Samples.product.contentHash == -4367695006534114612)
        #expect(Samples.outlet.contentHash == 1418691147325741169)
        #expect(
            ProductLink(productID: "produk-0100", sentraID: "sentra-0026", reason: "pembuat sama").contentHash
                == 5721383573878509268)
    }

    @Test("differ where any field differs, and not where only the origin does")
    func fields() {
        var hashes: Set<Int64> = [Samples.sentra.contentHash]
        func changed(_ change: (inout Sentra) -> Void) {
            var sentra = Samples.sentra
            change(&sentra)
            hashes.insert(sentra.contentHash)
        }
        changed { $0.origin = RowOrigin(batchID: 9, file: "f", line: 9) }
        #expect(hashes.count == 1)
        changed { $0.name += " " }
        changed { $0.otherNames = [] }
        changed { ($0.commodity, $0.category) = ($0.category, $0.commodity) }
        changed { ($0.commodity, $0.category) = (nil, $0.commodity) }
        changed { $0.workers = nil }
        changed { $0.workers = 0 }
        changed { $0.ovopStars = 2 }
        changed { $0.placement.coordinate?.latitude += 1e-12 }
        changed { $0.extra["Tahun Berdiri"] = nil }
        changed { $0.moreSources.reverse() }
        changed { ($0.note, $0.noteEn) = ($0.noteEn, $0.note) }
        #expect(hashes.count == 12)
    }

    @Test("take -0 for 0")
    func zero() {
        var village = Samples.village
        village.coordinate = Coordinate(longitude: 0, latitude: 0)
        let hash = village.contentHash
        village.coordinate = Coordinate(longitude: -0.0, latitude: 0)
        #expect(village.contentHash == hash)
    }
}

@Suite("Extra properties")
struct ExtraPropertiesTests {
    @Test(
        "are kept as an object in their order",
        arguments: ["", "a", "\"", "\\", "\n\r\t\u{1}", "é😀", "{\"a\":[1]}", "\u{2028}"])
    func roundTrip(text: String) throws {
        let fixture = try CatalogFixture()
        try fixture.addAreas()
        var sentra = Samples.sentra
        sentra.extra = ["z": text, "a": "1", "x\(text)": text]
        sentra.otherNames = [text, "b"]
        try fixture.importing(.sentra) { writer, batch in [try writer.upsert(sentra, batch: batch, line: 1)] }
        let read = try fixture.catalog.write { try $0.record(Sentra.self, id: sentra.id) }
        #expect(read?.extra == sentra.extra)
        #expect(read?.otherNames == [text, "b"])
    }

    @Test("have each name once; the later value takes the earlier place")
    func names() {
        var extra = ExtraProperties([("a", "1"), ("b", "2"), ("a", "3")])
        #expect(extra.map(\.name) == ["a", "b"])
        #expect(extra["a"] == "3")
        extra["a"] = nil
        #expect(extra.json.text == #"{"b":"2"}"#)
    }
}
