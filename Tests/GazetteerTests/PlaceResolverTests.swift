import Gazetteer
import TestSupport
import Testing

/// What a row says about its place, the code that is the smallest sure one, and what is remarked.
struct PlaceCase: CustomTestStringConvertible, Sendable {
    let text: PlaceText
    let code: String?
    var causes: [PlaceCause] = []

    var testDescription: String {
        [text.code, text.village, text.district, text.regency, text.province, text.location].compactMap(\.self).joined(
            separator: " | ")
    }
}

@Suite("Resolving places by name")
struct PlaceResolverTests {
    static let columns: [PlaceCase] = [
        PlaceCase(
            text: PlaceText(village: "Desa Hiyung", district: "Kec. Tapin Tengah", regency: "KAB. TAPIN"),
            code: "63.05.03.2009"),
        PlaceCase(
            text: PlaceText(village: "RantauKarau Hilir", district: "Sei Pandan", regency: "HSU"), code: "63.08.03.2001"
        ),
        PlaceCase(
            text: PlaceText(village: "Tanjung Seloka", district: "P. Laut Selatan", regency: "Kota Baru"),
            code: "63.02.03.2008"),
        PlaceCase(
            text: PlaceText(village: "Mandala Murung Mesjid", district: "Daha Utara", regency: "HSS"),
            code: "63.06.08.2011"),
        PlaceCase(text: PlaceText(village: "Parigi", district: "Nagara", regency: "HSS"), code: "63.06.07.2012"),
        PlaceCase(
            text: PlaceText(village: "Kertak Hanyar II", district: "Kertak Hanyar", regency: "Kab. Banjar"),
            code: "63.03.02.2010"),
        PlaceCase(text: PlaceText(village: "Kampung Baru", district: "Simpang Empat"), code: "63.10.06.1001"),
        PlaceCase(
            text: PlaceText(village: "Dusun Anu, Desa Hiyung", district: "Tapin Tengah", regency: "Tapin"),
            code: "63.05.03.2009"),
        PlaceCase(
            text: PlaceText(village: "Hiyung RT 03/RW 01", district: "Tapin Tengah", regency: "Tapin"),
            code: "63.05.03.2009"),
        PlaceCase(
            text: PlaceText(
                village: "Hiyung", district: "Tapin Tengah", regency: "Tapin", location: "Pasar Rantau, Kupang"),
            code: "63.05.03.2009"),
        PlaceCase(
            text: PlaceText(village: "Hiyung", location: "Jl. Raya RT 2, Tapin Tengah, Kab. Tapin"),
            code: "63.05.03.2009"),
        PlaceCase(text: PlaceText(village: "Laura", regency: "Banjarbaru"), code: "63.72.06.1003", causes: [.readAs]),
        PlaceCase(
            text: PlaceText(village: "Hiyung", district: "Tapin Tengh", regency: "Tapin"), code: "63.05.03.2009",
            causes: [.readAs]),
        PlaceCase(
            text: PlaceText(village: "Hiyung", district: "Anywhere", regency: "Tapin"), code: "63.05.03.2009",
            causes: [.districtIgnored]),
        PlaceCase(
            text: PlaceText(village: "Manurunge", regency: "Tanah Bumbu"), code: "63.10.11.2008", causes: [.readAs]),
        PlaceCase(
            text: PlaceText(village: "Sungai Tiung", district: "Cempaka", regency: "Banjar"), code: "63.72.03.1003",
            causes: [.regencyCorrected]),
        PlaceCase(
            text: PlaceText(village: "Sungai Tiung", district: "Cempaka", regency: "Jakarta"), code: "63.72.03.1003",
            causes: [.regencyCorrected]),
        PlaceCase(text: PlaceText(regency: "KABUPATEN KOTA BARU"), code: "63.02"),
        PlaceCase(text: PlaceText(regency: "Kab. Banjar"), code: "63.03"),
        PlaceCase(text: PlaceText(regency: "Kab. Banjarbaru"), code: "63.72", causes: [.readAs]),
        PlaceCase(text: PlaceText(village: "-", district: " ", regency: "Tapin"), code: "63.05"),
        PlaceCase(text: PlaceText(village: "", district: "Banjarmasin Utara"), code: "63.71.04"),
        PlaceCase(text: PlaceText(), code: nil),
    ]

    static let unsure: [PlaceCase] = [
        PlaceCase(
            text: PlaceText(village: "Mamar dan Banyu Hirang", district: "Amuntai Selatan", regency: "HSU"),
            code: "63.08.04",
            causes: [.severalVillages]),
        PlaceCase(
            text: PlaceText(village: "Mamar, Banyu Hirang", regency: "HSU"), code: "63.08.04",
            causes: [.severalVillages]),
        PlaceCase(text: PlaceText(village: "Mamar & Tapuk", regency: "HSU"), code: "63.08", causes: [.severalVillages]),
        PlaceCase(
            text: PlaceText(village: "Pasar Terapung Lok Baintan", district: "Sungai Tabuk", regency: "Banjar"),
            code: "63.03.04",
            causes: [.villageUnknown]),
        PlaceCase(
            text: PlaceText(village: "Pasar Kamis", district: "Amuntai Tengah", regency: "HSU"), code: "63.08.05",
            causes: [.villageUnknown]
        ),
        PlaceCase(
            text: PlaceText(village: "Jl. Veteran No. 3", district: "Banjarmasin Tengah", regency: "Bjm"),
            code: "63.71.05",
            causes: [.noVillageName]),
        PlaceCase(
            text: PlaceText(village: "Kampung Baru", regency: "Tanah Bumbu"), code: "63.10", causes: [.villageAmbiguous]
        ),
        PlaceCase(
            text: PlaceText(village: "Kertak Hanyar", district: "Kertak Hanyar", regency: "Banjar"), code: "63.03.02",
            causes: [.villageAmbiguous]),
        PlaceCase(text: PlaceText(village: "Kandangan", regency: "HSS"), code: "63.06.05", causes: [.noVillageName]),
        PlaceCase(text: PlaceText(village: "Rantau", regency: "Tapin"), code: "63.05.04", causes: [.noVillageName]),
        PlaceCase(
            text: PlaceText(village: "Kampung Melayu", district: "Martapura", regency: "Banjar"), code: "63.03.05",
            causes: [.villageUnknown]),
        PlaceCase(
            text: PlaceText(village: "Mawar", district: "Banjarmasin Tengah", regency: "Banjar"), code: "63.71.05.1003",
            causes: [.regencyCorrected]),
        PlaceCase(
            text: PlaceText(village: "Pimping", district: "Paringin", regency: "Tapin"), code: "63.05",
            causes: [.villageUnknown, .districtElsewhere]),
        PlaceCase(
            text: PlaceText(village: "Hulu Banyu", district: "Daha Barat", regency: "HSS"), code: "63.06.11",
            causes: [.villageUnknown]),
        PlaceCase(
            text: PlaceText(village: "Tunipah", district: "Aluh Aluh", regency: "Banjar"), code: "63.03.01",
            causes: [.villageAmbiguous]),
        PlaceCase(
            text: PlaceText(village: "Sungai Lulut", district: "Banjarmasin Timur", regency: "Banjar"), code: "63.03",
            causes: [.villageUnknown, .districtElsewhere]),
        PlaceCase(
            text: PlaceText(village: "Terminal Kampung Baru", district: "Kusan Hilir", regency: "Tanbu"),
            code: "63.10.02",
            causes: [.villageUnknown]),
        PlaceCase(text: PlaceText(village: "Tapuk & Mamar", regency: "HSU"), code: "63.08", causes: [.severalVillages]),
        PlaceCase(text: PlaceText(village: "Kampung Baru"), code: nil, causes: [.villageAmbiguous]),
        PlaceCase(text: PlaceText(district: "Simpang Empat"), code: nil, causes: [.districtAmbiguous]),
        PlaceCase(text: PlaceText(district: "Cempaka", regency: "Banjar"), code: "63.03", causes: [.districtElsewhere]),
        PlaceCase(text: PlaceText(district: "Nowhere", regency: "Banjar"), code: "63.03", causes: [.districtUnknown]),
        PlaceCase(text: PlaceText(district: "Cempaka", regency: "Nowhere"), code: nil, causes: [.regencyUnknown]),
        PlaceCase(text: PlaceText(regency: "Banua Anam"), code: nil, causes: [.regencyAmbiguous]),
        PlaceCase(text: PlaceText(regency: "Tapin", province: "Jawa Barat"), code: nil, causes: [.provinceUnknown]),
    ]

    static let locations: [PlaceCase] = [
        PlaceCase(text: PlaceText(location: "Banyu Hirang, Amuntai Selatan, Hulu Sungai Utara"), code: "63.08.04.2010"),
        PlaceCase(text: PlaceText(location: "Hiyung, Tapin"), code: "63.05.03.2009"),
        PlaceCase(text: PlaceText(location: "Hiyung"), code: "63.05.03.2009"),
        PlaceCase(text: PlaceText(location: "Tapin, Tapin Tengah, Hiyung"), code: "63.05.03.2009"),
        PlaceCase(text: PlaceText(location: "Hiyung - Tapin Tengah - Tapin, Kalsel"), code: "63.05.03.2009"),
        PlaceCase(
            text: PlaceText(location: "Nagara, Hulu Sungai Selatan"), code: "63.06", causes: [.districtAmbiguous]),
        PlaceCase(text: PlaceText(location: "Kandangan, Hulu Sungai Selatan"), code: "63.06.05"),
        PlaceCase(text: PlaceText(location: "Amuntai, Hulu Sungai Utara"), code: "63.08.05", causes: [.readAs]),
        PlaceCase(text: PlaceText(location: "Rantau"), code: "63.05.04", causes: [.readAs]),
        PlaceCase(text: PlaceText(location: "Jorong, Tanah Laut"), code: "63.01.02", causes: [.districtAndVillage]),
        PlaceCase(text: PlaceText(location: "Desa Jorong, Tanah Laut"), code: "63.01.02.2002"),
        PlaceCase(text: PlaceText(location: "Kampung Baru, Simpang Empat"), code: "63.10.06.1001"),
        PlaceCase(text: PlaceText(location: "Kalimantan Selatan"), code: "63"),
        PlaceCase(text: PlaceText(location: "Kota Banjarmasin"), code: "63.71"),
        PlaceCase(
            text: PlaceText(
                location: "Jl. A. Yani Km 4 RT 05/RW 02 Kel. Melayu Kec. Banjarmasin Tengah Kota Banjarmasin"),
            code: "63.71.05.1009"),
        PlaceCase(
            text: PlaceText(
                location: "Desa Hiyung Kecamatan Tapin Tengah Kabupaten Tapin, Kalimantan Selatan 71162, Indonesia"),
            code: "63.05.03.2009"),
        PlaceCase(text: PlaceText(location: "Nowhere"), code: nil, causes: [.villageUnknown]),
    ]

    static let codes: [PlaceCase] = [
        PlaceCase(text: PlaceText(code: "63.01.01.2002"), code: "63.01.01.2002"),
        PlaceCase(text: PlaceText(code: "6301012002", village: "Tabanio"), code: "63.01.01.2002"),
        PlaceCase(text: PlaceText(code: "6301012001", village: "Banua lawas"), code: "63.01.01.2001"),
        PlaceCase(text: PlaceText(code: "63.05.03", village: "Hiyung"), code: "63.05.03.2009"),
        PlaceCase(
            text: PlaceText(code: "63.05", location: "Kandangan"), code: "63.06.05", causes: [.codeContradictsName]),
        PlaceCase(
            text: PlaceText(code: "6301012001", village: "Hiyung", regency: "Tapin"), code: "63.05.03.2009",
            causes: [.codeContradictsName]),
        PlaceCase(
            text: PlaceText(
                code: "id6301031008", village: "Bumi Harapan", district: "Bumi Makmur", regency: "Tanah Laut"),
            code: "63.01.11.2003", causes: [.codeOfStatistics]),
        PlaceCase(
            text: PlaceText(
                code: "6301031008", village: "Bumi Harapan", district: "Bumi Makmur", regency: "Tanah Laut"),
            code: "63.01.11.2003", causes: [.codeUnknown]),
        PlaceCase(
            text: PlaceText(code: "6301072013", village: "Mekar Raya"), code: nil, causes: [.codeContradictsName]),
        PlaceCase(text: PlaceText(code: "6307022011", village: "Baru"), code: "63.07.02.2011", causes: [.readAs]),
        PlaceCase(
            text: PlaceText(code: "6303042006", village: "Sungai Pinang", regency: "Banjar"), code: "63.03.04.2006",
            causes: [.readAs]),
        PlaceCase(text: PlaceText(code: "63.10.06", village: "Kampung Baru"), code: "63.10.06.1001"),
        PlaceCase(
            text: PlaceText(code: "63.10", district: "Simpang Empat", location: "Kampung Baru"), code: "63.10.06.1001"),
        PlaceCase(text: PlaceText(code: "63.03.08", district: "Simpang Empat"), code: "63.03.08"),
        PlaceCase(text: PlaceText(code: "63.05.05", regency: "Tapin"), code: "63.05.05"),
        PlaceCase(
            text: PlaceText(code: "63.10.02", village: "Manurung"), code: "63.10.11.2008", causes: [.districtCorrected]),
        PlaceCase(text: PlaceText(code: "63.99", regency: "Tapin"), code: "63.05", causes: [.codeUnknown]),
        PlaceCase(text: PlaceText(code: "abc", regency: "Tapin"), code: "63.05", causes: [.codeUnreadable]),
        PlaceCase(text: PlaceText(code: "-", regency: "Tapin"), code: "63.05"),
    ]

    @Test("from columns, as sure as they tell", arguments: columns)
    func fromColumns(row: PlaceCase) throws { try check(row) }

    @Test("what is not sure falls back to the smallest area that is", arguments: unsure)
    func fallingBack(row: PlaceCase) throws { try check(row) }

    @Test("from one text", arguments: locations)
    func fromLocation(row: PlaceCase) throws { try check(row) }

    @Test("from codes, held against the names", arguments: codes)
    func fromCodes(row: PlaceCase) throws { try check(row) }

    private func check(_ row: PlaceCase) throws {
        var resolver = PlaceFixtures.resolver()
        let place = try resolver.resolve(row.text)
        #expect(place.code == row.code)
        #expect(place.findings.map(\.cause) == row.causes)
        #expect(try resolver.resolve(row.text) == place, "the second answer comes from the table")
    }

    @Test("the areas around the sure one are told, nothing below it")
    func levels() throws {
        var resolver = PlaceFixtures.resolver()
        let place = try resolver.resolve(PlaceText(village: "Beringin", regency: "Tapin"))
        #expect(place.level == .district)
        #expect(
            [place.villageCode, place.districtCode, place.regencyCode, place.provinceCode] == [
                nil, "63.05.05", "63.05", "63",
            ])
        #expect(PlaceResolution(code: "63.05.05.2003", in: PlaceFixtures.table).districtCode == "63.05.05")
        #expect(PlaceResolution(code: "64", in: PlaceFixtures.table).level == nil)
    }

    @Test("candidates are the likely ones, best first, at most five")
    func candidates() throws {
        var resolver = PlaceFixtures.resolver()
        func candidates(_ text: PlaceText) throws -> [String] {
            try resolver.resolve(text).findings.flatMap(\.candidates).map { "\($0.code) \($0.reason.rawValue)" }
        }
        #expect(
            try candidates(PlaceText(village: "Palimbang", district: "Haur Gading", regency: "HSU")).first
                == "63.08.08.2001 close")
        #expect(try candidates(PlaceText(village: "Palimbang", district: "Haur Gading", regency: "HSU")).count == 3)
        #expect(try candidates(PlaceText(village: "Mawar", regency: "Banjar")).last == "63.71.05.1003 elsewhere")
        #expect(try candidates(PlaceText(village: "Kampung Baru")).count == 5)
    }

    @Test("an empty gazetteer knows nothing, and says so")
    func empty() throws {
        var resolver = PlaceResolver(PlaceTable([]))
        let place = try resolver.resolve(PlaceText(village: "Hiyung", regency: "Tapin"))
        #expect(place.code == nil)
        #expect(place.findings.map(\.cause) == [.villageUnknown, .regencyUnknown])
    }
}
