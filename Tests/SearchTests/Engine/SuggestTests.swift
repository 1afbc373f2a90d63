import Gazetteer
import IndexDefinition
import IndexStore
import Testing

@testable import Search

@Suite("Suggestions from a small index")
struct SuggestTests {
    private static func village(_ code: String, _ name: String, _ place: String) -> TestDocument {
        TestDocument(kind: .village, id: code, name: name, place: place)
    }

    private static let documents =
        [
            TestDocument(id: "p-01", name: "Tas purun", regency: "63.05"),
            TestDocument(id: "p-02", name: "Tas purun bordir", commodity: "anyaman; tas purun", regency: "63.05"),
            TestDocument(id: "p-03", name: "Tas pandan", regency: "63.06"),
            TestDocument(id: "p-04", name: "Tas anyaman rotan", commodity: "kayu manis, minuman", regency: "63.05"),
            TestDocument(id: "p-05", name: "Topi eceng gondok", commodity: "eceng gondok", regency: "63.05"),
            TestDocument(id: "p-06", name: "Wadah", otherNames: "tas eceng gondok"),
            TestDocument(id: "p-07", name: "Cabai rawit", commodity: "cabai"),
            TestDocument(id: "p-08", name: "Sambal", commodity: "cabai; sambal"),
            TestDocument(kind: .sentra, id: "s-01", name: "Sentra Lampit", commodity: "rotan", regency: "63.05"),
            TestDocument(kind: .sentra, id: "s-02", name: "Sentra Tas", commodity: "tas purun", regency: "63.06"),
        ]
        + (1...6).map { village("63.05.04.200\($0)", "Kampung Baru", "Distrik \($0), Tapin") } + [
            village("63.06.05.2001", "Tasik", "Kandangan"), village("63.06.05.2002", "Sungai Jingah", "Kandangan"),
        ]

    private static let places = [
        TestPlace(
            code: "63.05", kind: "kabupaten", name: "Kabupaten Tapin", label: "Tapin",
            names: [("tapin", .official)]),
        TestPlace(
            code: "63.06", kind: "kabupaten", name: "Kabupaten Hulu Sungai Selatan", label: "Hulu Sungai Selatan",
            names: [("hulu sungai selatan", .official), ("hss", .byname)]),
        TestPlace(code: "63.05.04", kind: "kecamatan", name: "Tapin Utara", label: "Tapin Utara, Tapin"),
        TestPlace(
            code: "63.06.05", kind: "kecamatan", name: "Kandangan", label: "Kandangan, Hulu Sungai Selatan"),
        TestPlace(
            code: "63.06.05.2003", kind: "desa", name: "Tibung Raya", label: "Tibung Raya, Kandangan",
            names: [("63.06.05.2013", .former)]),
    ]

    private static let index = Result { try TestIndex(documents, places: places) }
    private let session: SearchSession

    init() throws { session = try Self.index.get().session }

    private func texts(_ typed: String, limit: Int = 10) throws -> [String] {
        try session.suggest(typed, limit: limit).suggestions.map(\.text)
    }

    /// What is offered, but for places, each text once and in small letters.
    private func names(_ typed: String) throws -> Set<String> {
        Set(try session.suggest(typed, limit: 20).suggestions.filter { $0.kind != .place }.map { $0.text.lowercased() })
    }

    @Test("what more goods are called by comes first, from the first letter on", arguments: ["t", "ta"])
    func popular(typed: String) throws {
        #expect(try texts(typed).first == "tas")
    }

    @Test(
        "words are joined in the order in which they stand in a name",
        arguments: [
            ("tas p", ["tas purun", "tas purun bordir", "tas pandan"]),
            ("tass p", ["tas purun", "tas purun bordir", "tas pandan"]),
            ("tas r", ["tas rotan"]), ("rotan t", []), ("kayu m", ["kayu manis"]), ("kayu min", []),
            ("tas g", ["tas gondok"]), ("purun b", ["purun bordir"]), ("lampit p", []), ("tas rotan", []),
        ] as [(String, Set<String>)])
    func joins(typed: String, expected: Set<String>) throws {
        #expect(try names(typed) == expected)
    }

    @Test(
        "a complete word goes on with the names that it begins, and is not offered again",
        arguments: [("eceng", "eceng gondok"), ("eceng ", "eceng gondok"), ("tas", "tas purun"), ("tas ", "tas purun")])
    func continuations(typed: String, expected: String) throws {
        let found = try names(typed)
        #expect(found.contains(expected) && !found.contains("tas") && !found.contains("eceng"))
    }

    @Test("a word that always goes on in the same way is not offered without it")
    func incomplete() throws {
        let found = try texts("ec")
        #expect(found.contains("eceng gondok") && !found.contains("eceng"))
    }

    @Test(
        "words that ask may stand before",
        arguments: [
            ("dimana beli ec", "dimana beli eceng gondok"), ("cari tas pu", "cari tas purun"),
            ("jual tas r", "jual tas rotan"), ("toko ta", "toko tas"),
        ])
    func asking(typed: String, expected: String) throws {
        #expect(try texts(typed).contains(expected))
    }

    @Test(
        "behind a word that leads to a place only places are offered",
        arguments: [
            ("tas di ta", ["tas di Tapin", "tas di Tapin Utara", "tas di Tasik"]),
            ("sentra dekat kan", ["sentra dekat Kandangan"]), ("tas dekat dengan kan", ["tas dekat dengan Kandangan"]),
            ("closest sentra to kan", ["closest sentra to Kandangan"]), ("tas di hss", ["tas di Hulu Sungai Selatan"]),
            ("desa ta", ["desa Tasik"]), ("tas di kec tap", ["tas di kec Tapin Utara"]),
            ("tas di sei ji", ["tas di Sungai Jingah"]),
        ])
    func places(typed: String, expected: [String]) throws {
        let found = try session.suggest(typed).suggestions
        #expect(found.map(\.text) == expected && found.allSatisfy { $0.kind == .place && $0.id != nil })
    }

    @Test("if nothing is typed of the place yet, the places with most goods are offered")
    func placesOfNoLetter() throws {
        let found = try texts("tas di ")
        #expect(found.prefix(2) == ["tas di Tapin", "tas di Hulu Sungai Selatan"])
    }

    @Test(
        "a place may follow a word without a word between them",
        arguments: [("tas kandan", "tas Kandangan"), ("tas hss", "tas Hulu Sungai Selatan")])
    func placesAfterWords(typed: String, expected: String) throws {
        #expect(try texts(typed).contains(expected))
        #expect(try !texts("tas kan").contains("tas Kandangan") && !texts("zzz kandan").contains("zzz Kandangan"))
    }

    @Test("abbreviations are written out", arguments: [("hss", "Hulu Sungai Selatan"), ("sei ji", "Sungai Jingah")])
    func abbreviations(typed: String, expected: String) throws {
        #expect(try texts(typed).first == expected)
    }

    @Test("villages of one name are a line each, with label and code")
    func sameNames() throws {
        let found = try session.suggest("kampung baru", limit: 8).suggestions.filter { $0.text == "Kampung Baru" }
        #expect(found.map(\.id) == (1...6).map { "63.05.04.200\($0)" })
        #expect(found.map(\.label) == (1...6).map { "Distrik \($0), Tapin" })
    }

    @Test(
        "synonyms of a complete word are offered, if something is called so",
        arguments: [("lombok", "cabai"), ("cari lombok", "cari cabai"), ("chilli", "cabai"), ("cabai", "lombok")])
    func synonyms(typed: String, expected: String) throws {
        #expect(try texts(typed, limit: 5).contains(expected) == (expected != "lombok"))
    }

    @Test(
        "ids and codes are completed",
        arguments: [
            ("s-0", ["s-01", "s-02"]), ("S-0", ["s-01", "s-02"]), ("p-", (1...8).map { "p-0\($0)" }),
            ("63.05", ["63.05", "63.05.04"]), ("6305", ["63.05", "63.05.04"]), ("63.0", ["63.05", "63.06"]),
            ("63.06.", ["63.06", "63.06.05"]), ("6306052", ["63.06.05.2003"]), ("63.06.05.2013", ["63.06.05.2003"]),
            ("64", []), ("63.5", []), ("q-1", []),
        ])
    func codes(typed: String, ids: [String]) throws {
        #expect(try session.suggest(typed).suggestions.map(\.id) == ids)
    }

    @Test("a suggested document says where its page is; words, places and names of several do not")
    func collections() throws {
        let all = try ["tas", "sentra", "s-0", "kampung", "ta"].flatMap { try session.suggest($0).suggestions }
        #expect(Set(all.compactMap(\.collection)) == ["products", "sentra"])
        for suggestion in all {
            #expect((suggestion.collection != nil) == (suggestion.kind == .document && suggestion.id != nil))
        }
    }

    @Test("a slip is corrected", arguments: [("purn", "purun"), ("tas pandn", "tas pandan"), ("tapim", "Tapin")])
    func slips(typed: String, expected: String) throws {
        #expect(try texts(typed).contains { $0.lowercased() == expected.lowercased() })
    }

    @Test("suggests nothing for nothing", arguments: ["", " ", "!", "\u{0}", "zzzz", "zz yy xx"])
    func nothing(typed: String) throws {
        #expect(try session.suggest(typed).suggestions.isEmpty)
    }

    @Test("a long text is answered", arguments: ["tas ", "63.", "a-1", "di ", "ñ布"])
    func long(part: String) throws {
        _ = try session.suggest(String(repeating: part, count: 600))
    }

    @Test("no more are offered than are asked for, and none twice", arguments: [1, 2, 5, 50, 1000])
    func limits(limit: Int) throws {
        for typed in ["t", "tas", "kampung", "p-", "63.05", "tas di ", "lombok"] {
            let found = try session.suggest(typed, limit: limit).suggestions
            #expect(found.count <= limit && Set(found.map { "\($0.text)|\($0.label)" }).count == found.count)
        }
        #expect(throws: SearchError.self) { try session.suggest("t", limit: 0) }
    }
}
