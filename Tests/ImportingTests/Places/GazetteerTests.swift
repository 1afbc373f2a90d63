import Foundation
import Geo
import TestSupport
import Testing

@testable import Importing

@Suite("The gazetteer")
struct GazetteerTests {
    static let gazetteer = PlaceFixtures.gazetteer

    @Test("finds every entry by its code, and nothing by any other")
    func codes() {
        #expect(Self.gazetteer.count == 170 + 2_016)
        for entry in PlaceFixtures.entries { #expect(Self.gazetteer.entry(code: entry.code) == entry) }
        for code in ["", "6", "64", "63.01.01.9999", "63.99"] { #expect(Self.gazetteer.entry(code: code) == nil) }
    }

    @Test("knows what lies in what, as the codes tell")
    func tree() {
        let codes = Self.gazetteer.entries.map(\.code)
        for place in Self.gazetteer.all {
            let code = codes[place]
            if code.count < 13 {
                let inside = codes.indices.filter { codes[$0] == code || codes[$0].hasPrefix(code + ".") }
                #expect(Array(Self.gazetteer.range(of: place)) == inside)
            } else {
                #expect(Self.gazetteer.range(of: place) == place..<place + 1)
            }
            let parent = Self.gazetteer.parent(of: place).map { Self.gazetteer.entries[$0].code }
            #expect(parent == (code.count == 2 ? nil : String(code.prefix(code.count == 13 ? 8 : code.count - 3))))
        }
    }

    @Test("does not mind the order of entries, holes in the tree, nor a code given twice")
    func order() {
        var random = SeededGenerator(seed: 5)
        let shuffled = Gazetteer(entries: PlaceFixtures.entries.shuffled(using: &random), words: PlaceFixtures.words)
        #expect(shuffled.entries == Self.gazetteer.entries)
        let twice = Gazetteer(entries: [
            GazetteerEntry(code: "63.01", name: "Old"), GazetteerEntry(code: "63.01", name: "New"),
        ])
        #expect(twice.entries.map(\.name) == ["New"])
        let orphan = Gazetteer(entries: [
            GazetteerEntry(code: "63", name: "P"), GazetteerEntry(code: "63.01.01.2001", name: "V"),
            GazetteerEntry(code: "x", name: "?"),
        ])
        #expect(orphan.count == 2)
        #expect(orphan.parent(of: 1) == 0)
        #expect(orphan.label(of: 1) == "V")
    }

    @Test("finds former codes and names")
    func former() {
        let former = [FormerPlaceName(code: "63.10.11.2008", formerCode: "63.10.02.2013", formerName: "Manurunge Raya")]
        var resolver = PlaceResolver(
            Gazetteer(entries: PlaceFixtures.entries, former: former, words: PlaceFixtures.words))
        let byCode = resolver.resolve(PlaceText(code: "6310022013", village: "Manurung"))
        #expect(byCode.villageCode == "63.10.11.2008")
        #expect(byCode.findings.map(\.cause) == [.formerCode])
        #expect(resolver.resolve(PlaceText(village: "Manurunge Raya", regency: "Tanbu")).villageCode == "63.10.11.2008")
    }

    @Test("labels a place with the areas it lies in")
    func labels() throws {
        let place = try #require(Self.gazetteer.place(code: "63.05.05.2003"))
        #expect(Self.gazetteer.label(of: place) == "Baringin A, Candi Laras Selatan, Tapin")
        let ward = try #require(Self.gazetteer.place(code: "63.71.05.1009"))
        #expect(Self.gazetteer.label(of: ward) == "Melayu, Banjarmasin Tengah, Kota Banjarmasin")
    }

    @Test("nearest village equals that of a full scan")
    func nearest() throws {
        var random = SeededGenerator(seed: 21)
        let placed = Self.gazetteer.all.filter {
            Self.gazetteer.entries[$0].level == .village && Self.gazetteer.entries[$0].coordinate != nil
        }
        for _ in 0..<300 {
            let point = Coordinate(
                longitude: .random(in: 113...118, using: &random), latitude: .random(in: -6 ... -1, using: &random))
            let scan = try #require(placed.map { Self.metres($0, point) }.min())
            let found = try #require(Self.gazetteer.nearestVillage(to: point))
            #expect(abs(found.metres - scan) < 0.001)
            let five = Self.gazetteer.positions.nearest(5, at: .village, to: point).map(\.metres)
            let difference =
                zip(five, placed.map { Self.metres($0, point) }.sorted()).map { abs($0 - $1) }.max() ?? .infinity
            #expect(five.count == 5 && difference < 0.001)
        }
        #expect(Self.gazetteer.nearestVillage(to: Coordinate(longitude: .nan, latitude: 0)) == nil)
    }

    private static func metres(_ place: Int, _ point: Coordinate) -> Double {
        gazetteer.entries[place].coordinate.map { PointTree.metres(from: $0, to: point) } ?? .infinity
    }

    @Test("every point is plausible where its entry lies, and a far one is not")
    func plausible() throws {
        for village in PlaceFixtures.villages {
            guard let point = village.coordinate else {
                #expect(
                    Self.gazetteer.isPlausible(Coordinate(longitude: 115, latitude: -3), within: village.code) == nil)
                continue
            }
            for length in [2, 5, 8, 13] {
                #expect(
                    Self.gazetteer.isPlausible(point, within: String(village.code.prefix(length))) == true,
                    "\(village.code)")
            }
        }
        let banjarmasin = Coordinate(longitude: 114.59, latitude: -3.32)
        #expect(Self.gazetteer.isPlausible(banjarmasin, within: "63.05") == false)
        #expect(Self.gazetteer.isPlausible(Coordinate(longitude: 106.8, latitude: -6.2), within: "63") == false)
        #expect(Self.gazetteer.isPlausible(banjarmasin, within: "64") == nil)
    }

    @Test("districts stand for an area whose villages have no points")
    func districtsOnly() {
        let regions = Gazetteer(entries: PlaceFixtures.entries.filter { $0.level != .village })
        let rantau = Coordinate(longitude: 115.16, latitude: -2.93)
        #expect(regions.isPlausible(rantau, within: "63.05.04") == true)
        #expect(regions.isPlausible(rantau, within: "63.05") == true)
        #expect(regions.isPlausible(rantau, within: "63.02") == false)
        #expect(regions.nearestVillage(to: rantau) == nil)
    }

    @Test("the tables of Index/ read without loss, and by-names stand for codes that exist")
    func tables() throws {
        for columns in PlaceFixtures.parted(PlaceFixtures.analyzer("place-abbreviations.txt")) {
            try #require(columns.count == 3)
            #expect(["first", "later", "any"].contains(columns[2]), "\(columns)")
        }
        #expect(
            PlaceFixtures.words.abbreviations.count
                == PlaceFixtures.parted(PlaceFixtures.analyzer("place-abbreviations.txt")).count)
        for columns in PlaceFixtures.parted(PlaceFixtures.analyzer("place-bynames.txt")) {
            try #require(columns.count == 3)
            for code in columns[1].split(separator: " ") {
                #expect(Self.gazetteer.entry(code: String(code)) != nil, "\(columns)")
            }
        }
    }

    @Test("no official name is changed into another by the abbreviations")
    func abbreviations() {
        for entry in PlaceFixtures.entries {
            let folded = PlaceName.folded(entry.name)
            let changed = zip(folded, PlaceName(folded: folded, PlaceFixtures.words).words).filter { $0 != $1 }.map(\.0)
            #expect(Set(changed).isSubset(of: ["sei", "mdl", "i", "ii", "iii", "iv", "v"]), "\(entry.name)")
        }
    }
}
