import Gazetteer
import TestSupport
import Testing

@Suite("Places, at random")
struct PlacePropertyTests {
    static let seed: UInt64 = 20_261_123

    private static func areas(_ village: Place) throws -> (district: String, regency: String) {
        let district = try #require(PlaceFixtures.table.name(of: village.code, at: .district))
        let regency = try #require(PlaceFixtures.table.name(of: village.code, at: .regency))
        return (district, regency)
    }

    @Test("every village resolves to itself, without a remark, when district and regency are given")
    func everyVillage() throws {
        var resolver = PlaceFixtures.resolver()
        for village in PlaceFixtures.villages {
            let (district, regency) = try Self.areas(village)
            let place = try resolver.resolve(PlaceText(village: village.name, district: district, regency: regency))
            #expect(place.villageCode == village.code.dotted, "\(village.code) \(village.name)")
            #expect(place.findings.isEmpty, "\(village.code) \(village.name)")
        }
    }

    @Test("and however it is written: titles, case, abbreviations, joined and split words, one text or columns")
    func everyWriting() throws {
        var random = SeededGenerator(seed: Self.seed)
        var resolver = PlaceFixtures.resolver()
        for village in PlaceFixtures.villages {
            let (district, regency) = try Self.areas(village)
            let name = Self.rewritten(village.name, &random)
            let title = ["", "Desa ", "Kel. ", "DS. ", "Desa/Kel. "].randomElement(using: &random) ?? ""
            let columns = PlaceText(
                village: title + name,
                district: (Bool.random(using: &random) ? "Kec. " : "") + Self.rewritten(district, &random),
                regency: Self.regency(regency, &random))
            let text = PlaceText(
                location: "Desa \(name), Kec. \(Self.rewritten(district, &random)), \(Self.regency(regency, &random))")
            for text in [columns, text] {
                let place = try resolver.resolve(text)
                #expect(place.villageCode == village.code.dotted, "seed \(Self.seed), \(text)")
            }
        }
    }

    @Test("in another spelling it is read as itself, and that is told")
    func everySpelling() throws {
        var resolver = PlaceFixtures.resolver()
        for village in PlaceFixtures.villages {
            let (district, regency) = try Self.areas(village)
            let old = village.name.lowercased().replacing("c", with: "tj").replacing("u", with: "oe").replacing(
                "mesjid", with: "masjid")
            let place = try resolver.resolve(PlaceText(village: old, district: district, regency: regency))
            #expect(place.villageCode == village.code.dotted, "\(old)")
        }
    }

    @Test("a random letter wrong never names another village of the district for sure")
    func typos() throws {
        var random = SeededGenerator(seed: Self.seed + 2)
        var resolver = PlaceFixtures.resolver()
        var foundCount = 0
        let villages = PlaceFixtures.villages.shuffled(using: &random).prefix(500)
        for village in villages {
            let (district, regency) = try Self.areas(village)
            var letters = Array(village.name)
            letters[Int.random(in: 0..<letters.count, using: &random)] =
                Array("aiukngtrs").randomElement(using: &random) ?? "a"
            let place = try resolver.resolve(PlaceText(village: String(letters), district: district, regency: regency))
            let found = place.villageCode.flatMap(AdministrativeCode.init)
            let isOther = found.map { $0 != village.code && $0.district == village.code.district } ?? false
            let isOfficial = PlaceFixtures.villages.contains {
                $0.name == String(letters) && $0.code == found
            }
            #expect(
                !isOther || isOfficial,
                "seed \(Self.seed + 2), \(String(letters)) for \(village.name) gave \(place.villageCode ?? "")")
            foundCount += place.villageCode == village.code.dotted ? 1 : 0
        }
        #expect(foundCount > 250, "most are found all the same: \(foundCount)")
    }

    @Test("no text, however odd, makes it fail, and what it says of a place holds together")
    func oddTexts() throws {
        var random = SeededGenerator(seed: Self.seed + 3)
        var resolver = PlaceFixtures.resolver()
        let pieces = [
            "Hiyung", "Tapin", "Kec.", "Kab.", "Desa", "Kota", ",", " - ", "dan", "/", "RT 3", "Jl.", "Banjar", "63.05",
            "\u{0}", "é", "👍",
            "'", "Kampung", "Baru",
            "Rantau", "Pasar", "1", "Prov.", "Kalsel", "Simpang Empat", ";", "\n",
        ]
        for _ in 0..<600 {
            func text() -> String {
                (0..<Int.random(in: 0...6, using: &random)).compactMap { _ in pieces.randomElement(using: &random) }
                    .joined(separator: " ")
            }
            let place = try resolver.resolve(
                PlaceText(
                    code: text(), village: text(), district: text(), regency: text(), province: "", location: text()))
            let code = place.code ?? ""
            let isNested = [place.provinceCode, place.regencyCode, place.districtCode, place.villageCode].compactMap(
                \.self
            ).allSatisfy {
                code.hasPrefix($0)
            }
            #expect(isNested && place.findings.allSatisfy { $0.candidates.count <= 5 })
        }
    }

    // MARK: Ways to write a name

    private static let shorter = [
        "Sungai": "Sei.", "Tanjung": "Tj.", "Kampung": "Kp.", "Gunung": "Gn.", "Pulau": "P.", "Utara": "Utr.",
        "Selatan": "Sel.",
        "Teluk": "Tlk.", "Tengah": "Tgh.",
    ]

    private static func rewritten(_ name: String, _ random: inout SeededGenerator) -> String {
        var words = name.split(separator: " ").map(String.init)
        for place in words.indices {
            guard let short = shorter[words[place]], Bool.random(using: &random), words.count > 1 else { continue }
            let isDirection = ["Utr.", "Sel.", "Tgh."].contains(short)
            if isDirection ? place > 0 : place == 0 { words[place] = short }
        }
        let joinable = words.allSatisfy { $0.count > 2 && !$0.contains(".") }
        let text = words.joined(separator: joinable && Int.random(in: 0..<4, using: &random) == 0 ? "" : "  ")
        switch Int.random(in: 0..<3, using: &random) {
        case 0: return text.uppercased()
        case 1: return text.lowercased()
        default: return text
        }
    }

    private static func regency(_ name: String, _ random: inout SeededGenerator) -> String {
        let short = name.replacing("Kabupaten ", with: "")
        return ["Kab. " + short, short, name.uppercased(), short.lowercased()].randomElement(using: &random).map {
            name.hasPrefix("Kota ") ? $0.replacing("Kab. ", with: "") : $0
        } ?? name
    }
}
