import Foundation
import IndexDefinition
import Testing

@testable import Search

@Suite("Reading facts from words")
struct FactReaderTests {
    private static let materials: Set<String> = ["bambu", "purun", "rotan", "tanah liat", "kain", "madu", "martapura"]
    private static var knowledge: FactKnowledge {
        FactKnowledge(
            values: { words, fact, whole in
                let value = words.joined(separator: " ")
                if fact == "material", value == "bamboo" { return ["bambu"] }
                if fact == "producer" {
                    return value == "dodol ibu mita" || !whole && "dodol ibu mita".contains(value) ? [value] : []
                }
                if whole, value == "martapura" { return [] }
                return fact == "material" && materials.contains(value) ? [value] : []
            },
            isPlace: { $0 == ["martapura"] })
    }
    private let table: FactTable
    private let reader: FactReader

    init() throws {
        table = try IndexDefinition.facts()
        reader = FactReader(table: table)
    }

    private func read(_ text: String) throws -> (readings: FactReadings, kept: String) {
        let question = try Question(text)
        let readings = reader.read(question, knowing: Self.knowledge)
        let kept = question.words.indices.filter { !readings.consumed.contains($0) }.map { question.words[$0].text }
        return (readings, kept.joined(separator: " "))
    }

    struct Phrasing {
        var question: String
        var conditions: [String]
        var order: String
        var kept: String

        static func all() throws -> [Phrasing] {
            let url = Bundle.module.url(
                forResource: "fact-phrasings", withExtension: "tsv", subdirectory: "Fixtures")
            return try String(contentsOf: #require(url), encoding: .utf8).split(separator: "\n")
                .filter { !$0.hasPrefix("#") }
                .map { line throws -> Phrasing in
                    let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
                    try #require(columns.count == 5, "\(line)")
                    return Phrasing(
                        question: columns[1], conditions: columns[2].split(separator: "; ").map(String.init),
                        order: columns[3], kept: columns[4])
                }
        }
    }

    @Test("reads conditions and orders in three languages, and keeps the other words")
    func readsPhrasings() throws {
        let phrasings = try Phrasing.all()
        #expect(phrasings.count >= 80)
        for phrasing in phrasings {
            let found = try read(phrasing.question)
            var conditions = found.readings.conditions
            for index in conditions.indices { conditions[index].words = nil }
            let expected = try phrasing.conditions.map { try FactCondition(where: $0, in: table) }
            #expect(conditions == expected, "\(phrasing.question)")
            #expect(found.readings.sort?.order.rawValue ?? "" == phrasing.order, "\(phrasing.question)")
            #expect(found.kept == phrasing.kept, "\(phrasing.question)")
        }
    }

    @Test(
        "leaves words alone that are no condition",
        arguments: [
            "kain 3 warna", "kue 7 rasa", "batu 10 km dari Rantau", "desa 63.05.02.2005", "ketupat 2 biji",
            "tas murah", "harga tas purun", "brp harga kain sasirangan", "sentra 2 lantai", "kota seribu sungai",
            "1000 sungai", "radius 10 km dari Martapura", "dalam jarak 5 kilometer dari Rantau", "kurang dari 10 km",
            "madu 1 liter", "gula aren 5 kg", "kopi 250 gram", "beras lebih dari 10 kg", "10 ribu pohon karet",
            "desa di bawah 1000 penduduk", "sentra di Tapin", "sasirangan dari Martapura", "kain dari pasar",
            "batu bata", "tahun baru", "sentra 2015", "produk 2020", "jalan A. Yani km 7", "rumah tipe 36",
            "RT 05 RW 02",
            "kampung tiga", "Sungai Dua", "di atas bukit", "di bawah jembatan", "lebih murah", "paling enak",
            "paling banyak dicari", "terbanyak", "produk terbaik", "most popular cloth", "belum bersertifikat",
            "makanan tidak halal", "non halal food", "halal bihalal", "tidak diekspor", "terbuat dari bahan alami",
            "pengrajin di ig", "dari 5 desa", "sejak dulu", "sejak 20", "bintang", "bintang 7",
            "hotel bintang sembilan",
            "usaha 3 roda", "20 tahun", "50", "2015", "50000", "tas 50", "harga 20", "di bawah 20", "lebih dari 2015",
            "pakaian adat 3 pasang", "7 mountains", "top 10 souvenirs", "24 jam", "kue lapis 9 lapis",
            "umur lebih dari 20 tahun", "oleh2 khas", "berbahan dasar", "ekspedisi ke Malaysia", "berlabuh ke Malaysia",
            #""di bawah 50 ribu""#, "name:halal", "-halal dodol", #"tas "bersertifikat halal""#, "description:ekspor",
        ])
    func leavesWords(text: String) throws {
        let found = try read(text)
        #expect(found.readings.conditions.isEmpty && found.readings.sort == nil, "\(found.readings)")
        #expect(found.readings.consumed.isEmpty)
    }

    @Test(
        "keeps the words of a condition as typed",
        arguments: [
            ("anyaman purun di bawah 50 ribu dekat Margasari", "di bawah 50 ribu"),
            ("tas dengan Harga < Rp50.000,- saja", "Harga < Rp50.000"), ("makanan Halal", "Halal"),
            ("logam yang diekspor ke  Malaysia", "diekspor ke  Malaysia"), ("sentra > 20 pekerja", "> 20 pekerja"),
        ])
    func keepsWords(text: String, words: String) throws {
        #expect(try read(text).readings.conditions.map(\.words) == [words])
    }

    @Test("does not read across a phrase, a field or an exclusion")
    func respectsClauses() throws {
        #expect(try read(#"di bawah "tas purun" 50"#).readings.conditions == [])
        #expect(try read(#"lebih dari name:tas 20 pekerja"#).readings.conditions.map(\.words) == ["20 pekerja"])
        #expect(try read("makanan -halal bersertifikat").readings.conditions.map(\.values) == [["*"]])
    }

    @Test("leaves words alone whose meaning is known already")
    func respectsConsumedWords() throws {
        var question = try Question("makanan selain halal di bawah 20 ribu")
        question.consumed = [1, 2]
        let readings = reader.read(question)
        #expect(readings.conditions.map(\.fact) == ["price"])
        #expect(readings.consumed == [3, 4, 5, 6])
    }

    @Test(
        "never reads the same words twice, and consumes only words of the question",
        arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
    func readsWordSalad(seed: UInt64) throws {
        var generator = SplitMix(state: seed)
        let words = [
            "di", "bawah", "50", "ribu", "20-50", "Rp", "harga", "pekerja", "lebih", "dari", "bintang", "3", "ovop",
            "sejak", "2015", "halal", "dan", "atau", "ekspor", "ke", "Malaysia", "bambu", "paling", "banyak", "murah",
            "antara", "<", ">=", "s/d", "1,5", "juta", "tidak", "per", "kg", "P-IRT", "sembilan", "puluh", "\"halal\"",
            "-tas", "63.05.02.2005", "☃", "İ", "unit", "usaha", "tahun", "nya", "terbanyak", "..", "+", "kbli",
        ]
        for _ in 0..<400 {
            let count = Int.random(in: 1...12, using: &generator)
            let text = (0..<count).compactMap { _ in words.randomElement(using: &generator) }.joined(separator: " ")
            guard let question = try? Question(text) else { continue }
            let readings = reader.read(question, knowing: Self.knowledge)
            #expect(readings.consumed.isSubset(of: Set(question.words.indices)), "seed \(seed): \(text)")
            #expect(readings.conditions.isEmpty || !readings.consumed.isEmpty, "seed \(seed): \(text)")
            for condition in readings.conditions {
                let isRange = condition.min != nil || condition.max != nil
                #expect(isRange != !condition.values.isEmpty, "seed \(seed): \(text)")
                #expect(condition.min ?? 0 <= condition.max ?? .infinity, "seed \(seed): \(text)")
                #expect(condition.words.map { text.contains($0) } == true, "seed \(seed): \(text)")
            }
        }
    }

    /// SplitMix64 (Steele, Lea and Flood, 2014), so that a failure can be repeated from its seed.
    private struct SplitMix: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}
