import Foundation
import Geo
import TestSupport
import Testing
import TextAnalysis

@testable import Gazetteer

@Suite("The places in memory")
struct PlaceTableTests {
    static let table = PlaceFixtures.table

    @Test("finds every entry by its code, and nothing by any other")
    func codes() {
        #expect(Self.table.count == 170 + 2_016)
        for record in PlaceFixtures.records { #expect(Self.table.place(code: record.code)?.name == record.name) }
        for code in ["", "6", "64", "63.01.01.9999", "63.99"] { #expect(Self.table.place(code: code) == nil) }
    }

    @Test("knows what lies in what, as the codes tell")
    func tree() {
        let codes = Self.table.places.map(\.code.dotted)
        for place in Self.table.places.indices {
            let code = codes[place]
            if code.count < 13 {
                let inside = codes.indices.filter { codes[$0] == code || codes[$0].hasPrefix(code + ".") }
                #expect(Array(Self.table.range(of: place)) == inside)
            } else {
                #expect(Self.table.range(of: place) == place..<place + 1)
            }
            let parent = Self.table.parent(of: place).map { codes[$0] }
            #expect(parent == (code.count == 2 ? nil : String(code.prefix(code.count == 13 ? 8 : code.count - 3))))
        }
    }

    @Test("does not mind the order of entries, holes in the tree, nor a code given twice")
    func order() {
        var random = SeededGenerator(seed: 5)
        let shuffled = PlaceTable(PlaceFixtures.records.shuffled(using: &random), words: PlaceFixtures.words)
        #expect(shuffled.places == Self.table.places)
        let twice = PlaceTable([
            PlaceRecord(code: "63.01", name: "Old"), PlaceRecord(code: "63.01", name: "New"),
        ])
        #expect(twice.places.map(\.name) == ["New"])
        let orphan = PlaceTable([
            PlaceRecord(code: "63", name: "P"), PlaceRecord(code: "63.01.01.2001", name: "V"),
            PlaceRecord(code: "x", name: "?"),
        ])
        #expect(orphan.count == 2)
        #expect(orphan.parent(of: 1) == 0)
        #expect(orphan.places[1].label == "V")
    }

    @Test("finds former codes and names")
    func former() throws {
        let former = [FormerPlaceName(code: "63.10.11.2008", formerCode: "63.10.02.2013", formerName: "Manurunge Raya")]
        var resolver = PlaceResolver(
            PlaceTable(PlaceFixtures.records, former: former, words: PlaceFixtures.words))
        let byCode = try resolver.resolve(PlaceText(code: "6310022013", village: "Manurung"))
        #expect(byCode.villageCode == "63.10.11.2008")
        #expect(byCode.findings.map(\.cause) == [.formerCode])
        #expect(
            try resolver.resolve(PlaceText(village: "Manurunge Raya", regency: "Tanbu")).villageCode == "63.10.11.2008")
    }

    @Test("labels a place with the areas it lies in")
    func labels() throws {
        let place = try #require(Self.table.place(code: "63.05.05.2003"))
        #expect(place.label == "Baringin A, Candi Laras Selatan, Tapin")
        let ward = try #require(Self.table.place(code: "63.71.05.1009"))
        #expect(ward.label == "Melayu, Banjarmasin Tengah, Kota Banjarmasin")
    }

    @Test("nearest village equals that of a full scan")
    func nearest() throws {
        var random = SeededGenerator(seed: 21)
        let placed = PlaceFixtures.villages.filter { $0.coordinate != nil }
        for _ in 0..<300 {
            let point = Coordinate(
                longitude: .random(in: 113...118, using: &random), latitude: .random(in: -6 ... -1, using: &random))
            let scan = try #require(placed.map { Self.metres($0, point) }.min())
            let found = try #require(Self.table.nearestVillage(to: point))
            #expect(abs(found.metres - scan) < 0.001)
            let five = Self.table.positions.nearest(5, at: .village, to: point).map(\.metres)
            let difference =
                zip(five, placed.map { Self.metres($0, point) }.sorted()).map { abs($0 - $1) }.max() ?? .infinity
            #expect(five.count == 5 && difference < 0.001)
        }
        #expect(Self.table.nearestVillage(to: Coordinate(longitude: .nan, latitude: 0)) == nil)
    }

    private static func metres(_ place: Place, _ point: Coordinate) -> Double {
        place.coordinate.map { PointTree.metres(from: $0, to: point) } ?? .infinity
    }

    @Test("every point is plausible where its entry lies, and a far one is not")
    func plausible() throws {
        for village in PlaceFixtures.villages {
            guard let point = village.coordinate else {
                #expect(
                    Self.table.isPlausible(Coordinate(longitude: 115, latitude: -3), within: village.code.dotted) == nil
                )
                continue
            }
            for level in AdministrativeLevel.allCases {
                let area = try #require(village.code.ancestor(at: level))
                #expect(Self.table.isPlausible(point, within: area.dotted) == true, "\(village.code)")
            }
        }
        let banjarmasin = Coordinate(longitude: 114.59, latitude: -3.32)
        #expect(Self.table.isPlausible(banjarmasin, within: "63.05") == false)
        #expect(Self.table.isPlausible(Coordinate(longitude: 106.8, latitude: -6.2), within: "63") == false)
        #expect(Self.table.isPlausible(banjarmasin, within: "64") == nil)
    }

    @Test("districts stand for an area whose villages have no points")
    func districtsOnly() {
        let regions = PlaceTable(PlaceFixtures.records.filter { $0.code.count < 13 })
        let rantau = Coordinate(longitude: 115.16, latitude: -2.93)
        #expect(regions.isPlausible(rantau, within: "63.05.04") == true)
        #expect(regions.isPlausible(rantau, within: "63.05") == true)
        #expect(regions.isPlausible(rantau, within: "63.02") == false)
        #expect(regions.nearestVillage(to: rantau) == nil)
    }

    @Test("the tables of Index/ read without loss, and by-names stand for codes that exist")
    func tables() throws {
        let words = try PlaceWords(files: PlaceFixtures.analyzerFiles)
        for columns in PlaceFixtures.rows(ofText: PlaceFixtures.analyzerFiles[PlaceWords.abbreviationsFile] ?? "") {
            let index = columns[2] == "first" ? 0 : 1
            #expect(words.writtenOut(columns[0], at: index, of: 2) == columns[1], "\(columns)")
        }
        #expect(words.bynames.count > 50)
        for byname in words.bynames {
            #expect(byname.codes.allSatisfy { Self.table.place($0) != nil }, "\(byname.name)")
        }
    }

    @Test("no official name is changed into another by the abbreviations")
    func abbreviations() {
        for entry in PlaceFixtures.records {
            let folded = PlaceName.folded(entry.name)
            let changed = zip(folded, PlaceName(folded: folded, PlaceFixtures.words).words).filter { $0 != $1 }.map(\.0)
            #expect(Set(changed).isSubset(of: ["sei", "mdl", "i", "ii", "iii", "iv", "v"]), "\(entry.name)")
        }
    }

    @Test("a wrong line of a table of words is refused with its file and number")
    func wrongLines() {
        let good = PlaceFixtures.analyzerFiles
        for (file, line) in [
            (PlaceWords.abbreviationsFile, "sei\tsungai"), (PlaceWords.abbreviationsFile, "sei\tsungai\tfrist"),
            (PlaceWords.bynamesFile, "Rantau\t63.5\tcapital"), (PlaceWords.bynamesFile, "Rantau\t63.05.04"),
        ] {
            var files = good
            files[file] = "# comment\n\n" + line
            let error = #expect(throws: TextAnalysisError.self) { try PlaceWords(files: files) }
            #expect(error?.message.contains("\(file):3") == true)
        }
        #expect(throws: TextAnalysisError.self) { try PlaceWords(files: [:]) }
    }

    @Test("looks up names, sounds and areas as a place source")
    func source() throws {
        let tapin = try #require(AdministrativeCode("63.05"))
        let name = PlaceName("Rantau", PlaceFixtures.words)
        #expect(Self.table.places(named: name).map(\.source) == [.byname])
        let old = PlaceName("Tjempaka", PlaceFixtures.words)
        #expect(Self.table.places(named: old).isEmpty && !Self.table.places(soundingLike: old).isEmpty)
        let districts = Self.table.places(in: .inside(tapin), at: .district, near: nil)
        #expect(districts.count == PlaceFixtures.records.count { $0.code.hasPrefix("63.05.") && $0.code.count == 8 })
        #expect(districts.allSatisfy { tapin.contains($0.code) })
    }
}
