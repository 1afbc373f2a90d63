import Gazetteer
import Geo
import IndexDefinition
import IndexStore

@testable import Search

/// A little country for tests: two regencies, five districts, villages that share names, and products with words that
/// are places, too.
enum TestCountry {
    static let places = [
        place("63", "provinsi", "Kalimantan Selatan", 115, -3),
        place(
            "63.05", "kabupaten", "Kabupaten Tapin", 115.05, -2.95, ("tapin", .official), ("bumi ruhui rahayu", .byname)
        ),
        place(
            "63.06", "kabupaten", "Kabupaten Hulu Sungai Selatan", 115.2, -2.75, ("hulu sungai selatan", .official),
            ("hss", .byname)),
        place("63.05.04", "kecamatan", "Tapin Utara", 115.15, -2.92, ("rantau", .byname)),
        place("63.05.05", "kecamatan", "Candi Laras Selatan", 114.95, -2.9, ("margasari", .byname)),
        place("63.05.06", "kecamatan", "Candi Laras Utara", 114.93, -2.85, ("margasari", .byname)),
        place("63.05.07", "kecamatan", "Simpang Empat", 115.1, -3.0),
        place("63.06.05", "kecamatan", "Kandangan", 115.27, -2.78, ("kandangan", .byname)),
        place("63.06.06", "kecamatan", "Simpang Empat", 115.3, -2.7),
        place("63.05.04.1001", "kelurahan", "Rantau Kanan", 115.151, -2.921),
        place("63.05.04.2002", "desa", "Kampung Baru", 115.16, -2.93),
        place("63.06.05.2001", "desa", "Kampung Baru", 115.28, -2.79),
        place("63.06.05.2002", "desa", "Kandangan", 115.271, -2.781),
        place("63.06.05.2003", "desa", "Sungai Jingah", 115.29, -2.8),
        place("63.06.05.2004", "desa", "Tanpa Titik", nil, nil),
        place("63.05.05.2001", "desa", "Palam", 114.96, -2.91),
        place(
            "63.05.04.2009", "desa", "Pindahan", 115.14, -2.91, ("63.05.01.2009", .former), ("pindahan lama", .former)),
    ]

    static let documents: [TestDocument] =
        [
            product("p-01", "Dodol Kandangan", "dodol", at: "63.06.05"),
            product("p-02", "Dodol", "dodol ketan", at: "63.06.05.2001"),
            product("p-03", "Dodol Rantau", "dodol", at: "63.05.04"),
            product("p-04", "Tas purun", "anyaman purun", at: "63.05.05.2001"),
            product("p-05", "Tikar purun", "anyaman purun", at: "63.05.04"),
            product("p-06", "Lampit rotan", "anyaman rotan", at: "63.06.05"),
            product("p-07", "Gula aren", "gula merah", at: "63.06"),
            product("p-08", "Ketupat Kandangan", "ketupat", at: "63.05.04"),
            product("p-09", "Topi purun Palam", "anyaman", at: "63.05.05.2001"),
            product("p-10", "Kerupuk haruan", "ikan gabus", at: nil),
            sentra("s-01", "Sentra Anyaman Purun Palam", "anyaman purun", at: "63.05.05.2001"),
            sentra("s-02", "Kampung Purun", "anyaman purun", at: "63.05.04"),
            sentra("s-03", "Sentra Dodol Kandangan", "dodol", at: "63.06.05"),
            sentra("s-04", "Industri Gerabah", "gerabah", at: "63.06.06"),
        ] + places.filter { $0.kind == "desa" || $0.kind == "kelurahan" }.map { village($0) }

    /// Built once for all tests that look at it.
    static let index = Result { try TestIndex(documents, places: places) }

    private static func place(
        _ code: String, _ kind: String, _ name: String, _ longitude: Double?, _ latitude: Double?,
        _ names: (String, NamedPlace.Source)...
    ) -> TestPlace {
        let coordinate = longitude.flatMap { longitude in
            latitude.map { Coordinate(longitude: longitude, latitude: $0) }
        }
        return TestPlace(
            code: code, kind: kind, name: name, label: "\(name) \(code)", coordinate: coordinate,
            names: names.map { (folded: $0.0, source: $0.1) }
        )
    }

    private static func product(_ id: String, _ name: String, _ commodity: String, at code: String?) -> TestDocument {
        document(.product, id, name, commodity, at: code)
    }

    private static func sentra(_ id: String, _ name: String, _ commodity: String, at code: String?) -> TestDocument {
        document(.sentra, id, name, commodity, at: code)
    }

    private static func document(
        _ kind: DocumentKind, _ id: String, _ name: String, _ commodity: String, at code: String?
    ) -> TestDocument {
        var document = TestDocument(kind: kind, id: id, name: name, commodity: commodity)
        document.category = commodity.contains("anyaman") ? "anyaman" : "makanan"
        guard let code, let place = places.first(where: { $0.code == code }) else { return document }
        let around = places.filter { code == $0.code || code.hasPrefix($0.code + ".") }
        document.place = around.filter { $0.kind != "provinsi" }.map(\.name).joined(separator: ", ")
        document.coordinate = place.coordinate
        document.regency = around.first { $0.code.count == 5 }?.code
        document.district = around.first { $0.code.count == 8 }?.code
        return document
    }

    private static func village(_ place: TestPlace) -> TestDocument {
        var village = document(.village, place.code, place.name, "", at: place.code)
        village.category = nil
        return village
    }
}
