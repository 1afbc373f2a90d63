import Gazetteer
import TestSupport
import Testing

@Suite("The places of 166 sentra, by the names on their pages alone")
struct SentraPlacesTests {
    /// Sentra that name a village which no reading makes sure, where they are placed instead, and why; judged by hand,
    /// one by one.
    static let unsure: [String: (code: String, cause: PlaceCause, why: String)] = [
        "sentra-0029": (
            "63.05.05", .villageAmbiguous, "Beringin is Baringin A or Baringin B, both in Candi Laras Selatan"
        ),
        "sentra-0045": (
            "63.08.06", .villageUnknown,
            "Palimbangan Sari is likely Palimbang Sari, but in another district than named and spelled otherwise"
        ),
        "sentra-0087": (
            "63.03", .villageUnknown, "Banjar has no village Mawar; the kelurahan of that name is Banjarmasin's"
        ),
        "sentra-0112": (
            "63.03.04", .villageUnknown, "Lok Baintan Luar is no village; Lok Baintan and Lok Baintan Dalam are"
        ),
        "sentra-0114": (
            "63.71.04", .villageUnknown, "Sungai Gampa is a village of Barito Kuala, a riverside hamlet in Banjarmasin"
        ),
        "sentra-0124": ("63.08.08", .villageUnknown, "Palimbang is Palimbangan, Palimbangan Gusti or Palimbang Sari"),
        "sentra-0150": (
            "63.10.06", .villageUnknown, "Simpang Empat has no village Pulau Panjang; the note says Pulau Burung"
        ),
    ]

    /// The fixture's columns: id, village, district and regency as written, and the code of the village that is right,
    /// empty where none is sure.
    private static let rows = PlaceFixtures.rows("sentra.tsv")

    @Test("every one of the 130 that name a village is placed at the right one, or is listed with its reason")
    func placed() throws {
        var resolver = PlaceFixtures.resolver()
        var atVillage = 0
        for row in Self.rows where !row[1].isEmpty {
            let place = try resolver.resolve(PlaceText(village: row[1], district: row[2], regency: row[3]))
            if let unsure = Self.unsure[row[0]] {
                #expect(row[4].isEmpty && place.code == unsure.code, "\(row[0]): \(unsure.why)")
                #expect(
                    place.findings.map(\.cause) == [unsure.cause] && place.findings.allSatisfy { !$0.isAccepted },
                    "\(row[0])")
            } else {
                #expect(
                    !row[4].isEmpty && place.villageCode == row[4], "\(row[0]) \(row[1]): \(place.code ?? "nowhere")")
                #expect(place.findings.allSatisfy { $0.isAccepted }, "\(row[0])")
                atVillage += 1
            }
        }
        #expect(Self.rows.count == 166)
        #expect(Self.rows.count { !$0[1].isEmpty } == 130)
        #expect(atVillage == 123)
    }

    @Test("one that names a district or a regency is placed there, without a remark")
    func coarser() throws {
        var resolver = PlaceFixtures.resolver()
        for row in Self.rows where row[1].isEmpty {
            let place = try resolver.resolve(PlaceText(village: row[1], district: row[2], regency: row[3]))
            #expect(place.level == (row[2].isEmpty ? .regency : .district), "\(row[0])")
            #expect(place.findings.isEmpty, "\(row[0])")
        }
    }

    /// What the right village differs in from what is written; all others are as written.
    static let readings: [(id: String, cause: PlaceCause, reason: PlaceMatchReason)] = [
        ("sentra-0003", .readAs, .spelling), ("sentra-0004", .readAs, .withoutKampung),
        ("sentra-0017", .districtCorrected, .elsewhere),
        ("sentra-0054", .readAs, .close), ("sentra-0062", .readAs, .generalWordLeftOut),
        ("sentra-0088", .readAs, .spelling),
        ("sentra-0098", .districtCorrected, .elsewhere), ("sentra-0100", .readAs, .hamletBefore),
        ("sentra-0101", .districtCorrected, .elsewhere),
        ("sentra-0102", .districtCorrected, .elsewhere), ("sentra-0103", .districtCorrected, .elsewhere),
        ("sentra-0105", .districtCorrected, .elsewhere), ("sentra-0126", .readAs, .spelling),
        ("sentra-0128", .readAs, .spelling),
        ("sentra-0138", .districtCorrected, .elsewhere),
    ]

    @Test("what was read otherwise than written is told, and nothing else")
    func told() throws {
        var resolver = PlaceFixtures.resolver()
        let told = try Self.rows.filter { !$0[1].isEmpty && Self.unsure[$0[0]] == nil }.flatMap { row in
            try resolver.resolve(PlaceText(village: row[1], district: row[2], regency: row[3])).findings.map {
                finding in
                "\(row[0]) \(finding.cause.key) \(finding.candidates.first?.reason.rawValue ?? "")"
            }
        }
        #expect(told == Self.readings.map { "\($0.id) \($0.cause.key) \($0.reason.rawValue)" })
    }
}
