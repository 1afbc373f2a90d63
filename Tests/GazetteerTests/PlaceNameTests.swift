import TestSupport
import Testing

@testable import Gazetteer

@Suite("Place names")
struct PlaceNameTests {
    static let words = PlaceFixtures.words

    @Test(
        "are folded to words, with abbreviations written out",
        arguments: [
            ("Kp. Baru", "kampung baru"), ("KAMPUNG  BARU", "kampung baru"), ("Sei.Rutas", "sungai rutas"),
            ("S. Jingah", "sungai jingah"),
            ("Amuntai Sel.", "amuntai selatan"), ("Bi'ih", "biih"), ("Bi\u{2019}ih", "biih"),
            ("Bati-Bati", "bati bati"),
            ("Kertak Hanyar II", "kertak hanyar 2"), ("Baringin A", "baringin a"), ("Lòk Baintán", "lok baintan"),
            ("A. Yani Pura", "a yani pura"),
            ("Mamar & Banyu Hirang", "mamar dan banyu hirang"), ("Mesjid/Masjid", "mesjid dan masjid"),
            ("Tj.\u{00A0}Seloka", "tanjung seloka"),
            ("I Ketut", "i ketut"), ("S", "s"), ("- / -", "dan"), ("  ", ""), ("Ban\u{200B}jar", "banjar"),
            ("ＢＡＮＪＡＲ", "banjar"),
        ])
    func folded(text: String, expected: String) {
        #expect(PlaceName(text, Self.words).text == expected)
    }

    @Test("an abbreviation counts only where it stands as the table says")
    func positions() {
        #expect(PlaceName("Tim Selatan", Self.words).text == "tim selatan")
        #expect(PlaceName("Pulau S", Self.words).text == "pulau s")
    }

    @Test(
        "are shown without the title of their level",
        arguments: [
            ("Kabupaten Tapin", AdministrativeLevel.regency, "Tapin"), ("Kota Banjarbaru", .regency, "Banjarbaru"),
            ("Hulu Sungai Utara", .regency, "Hulu Sungai Utara"), ("Kota Raja", .village, "Kota Raja"),
            ("Kota", .regency, "Kota"), ("", .regency, ""),
        ])
    func withoutTitle(name: String, level: AdministrativeLevel, expected: String) {
        #expect(PlaceName.withoutTitle(name, level) == expected)
    }

    @Test("are the same however they are split")
    func joined() {
        let name = PlaceName("Rantau Karau Tengah", Self.words)
        for text in ["RantauKarauTengah", "Rantau KarauTengah", "rantaukarau tengah"] {
            #expect(PlaceName(text, Self.words).key == name.key)
        }
    }

    @Test(
        "sound the same in another spelling",
        arguments: [
            ("Seberang Masjid", "Seberang Mesjid"), ("Margasari Ulu", "Margasari Hulu"),
            ("Benua Anyar", "Banua Hanyar"),
            ("Beringin A", "Baringin A"),
            ("Tandjung", "Tanjung"), ("Tjempaka", "Cempaka"), ("Soengai Loeloet", "Sungai Lulut"),
            ("Sjamsudin", "Syamsudin"),
            ("Syamsuddin", "Syamsudin"), ("Ilir Mesjid", "Hilir Masjid"), ("Kefala", "Kepala"),
        ])
    func sounds(first: String, second: String) {
        #expect(PlaceName(first, Self.words).soundKey == PlaceName(second, Self.words).soundKey)
    }

    @Test("two villages of one district never sound the same, and no two of a province bear one key by accident")
    func collisions() {
        var sounds: [String: String] = [:]
        var keys: [UInt64: String] = [:]
        for village in PlaceFixtures.villages {
            let name = PlaceName(village.name, Self.words)
            let here = "\(village.code.district?.dotted ?? "") \(name.soundKey)"
            #expect(sounds.updateValue(village.name, forKey: here) == nil, "\(village.name)")
            let joined = name.words.joined()
            #expect(keys.updateValue(joined, forKey: name.key) ?? joined == joined)
        }
    }

    @Test("folding twice is folding once")
    func idempotent() {
        var random = SeededGenerator(seed: 11)
        let letters = Array("aAeEhHdjTJoOuUsSy iIvV.-'/&1é  ")
        for _ in 0..<5_000 {
            let text = String(
                (0..<Int.random(in: 0...20, using: &random)).compactMap { _ in letters.randomElement(using: &random) })
            let once = PlaceName(text, Self.words)
            let twice = PlaceName(once.text, Self.words)
            #expect(once == twice, "'\(text)'")
        }
        for entry in PlaceFixtures.records {
            let once = PlaceName(entry.name, Self.words)
            #expect(PlaceName(once.text, Self.words) == once, "\(entry.name)")
        }
    }

    @Test("Kampung is left out only before a name of its own")
    func kampung() {
        #expect(PlaceName("Kp. Melayu", Self.words).withoutKampung?.text == "melayu")
        #expect(PlaceName("Kampung Baru", Self.words).withoutKampung == nil)
        #expect(PlaceName("Kampung", Self.words).withoutKampung == nil)
    }
}

@Suite("Spelling of place names")
struct SpellingTests {
    @Test(
        "letters two names differ by, by sound",
        arguments: [
            ("Papuyuan", "Pupuyuan", 1), ("Palimbangan Sari", "Palimbang Sari", 2), ("Manurunge", "Manurung", 1),
            ("Hiyung", "Hiyugn", 1),
            ("Hiyung", "Hiyung", 0), ("Baringin A", "Baringin B", nil),
            ("Sungai Rutas Hulu", "Sungai Rutas Hilir", nil),
            ("Kertak Hanyar I", "Kertak Hanyar II", nil), ("Mawar", "Tawar", 1), ("Sungai Batang", "Sungai Limas", nil),
        ] as [(String, String, Int?)])
    func distance(first: String, second: String, expected: Int?) {
        let (left, right) = (PlaceName(first, PlaceFixtures.words), PlaceName(second, PlaceFixtures.words))
        #expect(PlaceSpelling.distance(left, right) == expected)
        #expect(PlaceSpelling.distance(right, left) == expected)
    }

    @Test("short names are never close, and general words do not make names close")
    func close() {
        func isClose(_ first: String, _ second: String) -> Bool {
            PlaceSpelling.isClose(PlaceName(first, PlaceFixtures.words), PlaceName(second, PlaceFixtures.words))
        }
        #expect(isClose("Papuyuan", "Pupuyuan"))
        #expect(!isClose("Mawar", "Mekar"))
        #expect(!isClose("Tunipah", "Bunipah"))
        #expect(!isClose("Kampung Baru", "Kampung Batu"))
        #expect(!isClose("Sungai Bamban", "Sungai Bambang Raya"))
    }
}
