import Gazetteer
import Geo
import Importing
import TestSupport
import Testing

@Suite("Wording about places and positions")
struct PlaceMessagesTests {
    static let samples: [(text: PlaceText, message: String, remedy: String)] = [
        (
            PlaceText(village: "Papuyuan", district: "Lampihong", regency: "Balangan"),
            "The village 'Papuyuan' is read as Pupuyuan, Lampihong, Balangan (63.11.05.2024): a letter or two differ.",
            "Nothing, if that is right; else write the official name or the code."
        ),
        (
            PlaceText(village: "Manurung", district: "Kusan Hilir", regency: "Tanah Bumbu"),
            "The village does not lie in 'Kusan Hilir' but in Kusan Tengah, Tanah Bumbu (63.10.11), next to it.",
            "Write the district as it is now, or the village's code."
        ),
        (
            PlaceText(village: "Beringin", regency: "Tapin"),
            "'Beringin' fits several villages: Baringin A, Candi Laras Selatan, Tapin (63.05.05.2003); Baringin B, Candi Laras Selatan, Tapin (63.05.05.2008).",
            "Name the village's district, or write the code of the one that is meant."
        ),
        (
            PlaceText(village: "Lok Baintan Luar", district: "Sungai Tabuk", regency: "Banjar"),
            "No village 'Lok Baintan Luar' is known in the area that the row names.",
            "Perhaps Lok Baintan, Sungai Tabuk, Banjar (63.03.04.2004). Write the village's official name or its code."
        ),
        (
            PlaceText(code: "id6301031008", village: "Bumi Harapan", district: "Bumi Makmur"),
            "'id6301031008' is a code of Statistics Indonesia (BPS), not of the Ministry of Home Affairs.",
            "Write the ministry's code, such as 63.01.01.2001, or leave the code out so that the names decide."
        ),
        (
            PlaceText(code: "6301012001", village: "Hiyung"),
            "The code '6301012001' is Benua Lawas, Takisung, Tanah Laut (63.01.01.2001), but the row names another place.",
            "Correct the code or the name; if a whole column disagrees, it has codes of Statistics Indonesia (BPS): leave it out."
        ),
        (
            PlaceText(location: "Nagara, HSS"),
            "'Nagara, HSS' fits several districts: Daha Selatan, Hulu Sungai Selatan (63.06.07); Daha Utara, Hulu Sungai Selatan (63.06.08); "
                + "Daha Barat, Hulu Sungai Selatan (63.06.11).",
            "Name a village or the regency, or write the code of the one that is meant."
        ),
    ]

    @Test("says what happened, quotes the value, and tells what to do", arguments: samples.indices)
    func places(index: Int) throws {
        var resolver = PlaceFixtures.resolver()
        let finding = try #require(try resolver.resolve(Self.samples[index].text).findings.first)
        #expect(PlaceMessages.message(for: finding) == Self.samples[index].message)
        #expect(PlaceMessages.remedy(for: finding) == Self.samples[index].remedy)
    }

    private static let hiyung = PlaceResolution(code: "63.05.03.2009", in: PlaceFixtures.table)
    static let positions: [(written: WrittenPosition, message: String, remedy: String)] = [
        (
            .degrees(longitude: -2.98, latitude: 115.0),
            "Longitude -2.98, latitude 115 is read as longitude 115, latitude -2.98: longitude and latitude are swapped.",
            "Nothing, if that is right: no other reading is in Hiyung, Tapin Tengah, Tapin. Correct it in the file."
        ),
        (
            .degrees(longitude: 0, latitude: 0),
            "Longitude 0, latitude 0 is a place in the Atlantic that stands for a missing position.",
            "Leave both numbers empty if the position is not known. Until then the row is placed by the names it gives."
        ),
        (
            .degrees(longitude: 106.8272, latitude: -6.1754),
            "Longitude 106.8272, latitude -6.1754 is far from Hiyung, Tapin Tengah, Tapin, 984 km away.",
            "Correct the position. Until then the row is placed by the names it gives."
        ),
        (
            .degrees(longitude: 277_000, latitude: 9_671_000),
            "Longitude 277000, latitude 9671000 is not in degrees but seems to be in metres.",
            "Import the file with --crs and the CRS it is in, such as EPSG:32750 or EPSG:23837. Until then the row is placed by the names it gives."
        ),
    ]

    @Test("the same for positions", arguments: positions.indices)
    func coordinates(index: Int) throws {
        let finding = try #require(
            CoordinateCheck(PlaceFixtures.table).check(Self.positions[index].written, claim: Self.hiyung).finding)
        #expect(PlaceMessages.message(for: finding) == Self.positions[index].message)
        #expect(PlaceMessages.remedy(for: finding) == Self.positions[index].remedy)
    }

    @Test("every cause has a key of its own")
    func keys() {
        #expect(Set(PlaceCause.allCases.map(\.key)).count == PlaceCause.allCases.count)
        #expect(Set(CoordinateCause.allCases.map(\.rawValue)).count == CoordinateCause.allCases.count)
    }

    @Test("every sentence ends, and quotes what the row has, over all the sentra and products of the package")
    func sentences() throws {
        var resolver = PlaceFixtures.resolver()
        for row in PlaceFixtures.rows("sentra.tsv") {
            for finding in try resolver.resolve(PlaceText(village: row[1], district: row[2], regency: row[3])).findings
            {
                let message = PlaceMessages.message(for: finding)
                #expect(message.hasSuffix(".") && message.contains("'\(finding.written)'"))
                #expect(PlaceMessages.remedy(for: finding).hasSuffix("."))
            }
        }
    }
}
