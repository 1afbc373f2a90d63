import Gazetteer
import Testing

@testable import IndexStore

@Suite struct PlaceSuggestionTests {
    private typealias Name = (folded: String, source: NamedPlace.Source)

    private func draft(_ code: String, _ kind: String, _ name: String, _ names: [Name]) throws -> PlaceDraft {
        let place = Place(code: try #require(AdministrativeCode(code)), name: name, label: name, kind: kind)
        return PlaceDraft(
            place: place, names: names.map { NamedPlace(place: place, source: $0.source, folded: $0.folded) })
    }

    private func texts(_ code: String, _ kind: String, _ name: String, _ names: [Name]) throws -> [String: String] {
        let draft = try draft(code, kind, name, names)
        return Dictionary(uniqueKeysWithValues: PlaceSuggestion.all(of: draft).map { ($0.folded, $0.text) })
    }

    @Test("a by-name that is no abbreviation may cover several places, and a title is known")
    func kinds() throws {
        let draft = try draft(
            "63.05", "kabupaten", "Kabupaten Tapin",
            [("kabupaten tapin", .official), ("tapin", .official), ("banua anam", .byname)])
        #expect(
            PlaceSuggestion.all(of: draft) == [
                PlaceSuggestion(
                    folded: "kabupaten tapin", text: "Kabupaten Tapin", kind: "kabupaten", isFormal: true),
                PlaceSuggestion(folded: "tapin", text: "Tapin", kind: "kabupaten"),
                PlaceSuggestion(
                    folded: "banua anam", text: "Banua Anam", kind: PlaceSuggestion.areaKind, isFormal: true),
            ])
    }

    @Test("a region is offered with its title only if that is typed, and abbreviations are written out")
    func region() throws {
        let texts = try texts(
            "63.06", "kabupaten", "Kabupaten Hulu Sungai Selatan",
            [
                ("kabupaten hulu sungai selatan", .official), ("hulu sungai selatan", .official),
                ("hss", .byname), ("bumi antaludin", .byname), ("63.01", .former),
                ("hulu sungai", .former),
            ])
        #expect(
            texts == [
                "kabupaten hulu sungai selatan": "Kabupaten Hulu Sungai Selatan",
                "hulu sungai selatan": "Hulu Sungai Selatan", "hss": "Hulu Sungai Selatan",
                "bumi antaludin": "Bumi Antaludin", "hulu sungai": "Hulu Sungai Selatan",
            ])
    }

    @Test("the official name of a village is left to its document")
    func village() throws {
        let names: [Name] = [("landasan ulin utara", .official), ("laura", .byname)]
        #expect(
            try texts("63.72.06.1003", "kelurahan", "Landasan Ulin Utara", names) == ["laura": "Landasan Ulin Utara"])
    }

    @Test(
        "tells abbreviations from other by-names",
        arguments: [
            ("hss", "Hulu Sungai Selatan", true), ("batola", "Barito Kuala", true), ("tanbu", "Tanah Bumbu", true),
            ("bjm", "Banjarmasin", true), ("mtp", "Martapura", true), ("kalsel", "Kalimantan Selatan", true),
            ("batulicin", "Batu Licin", true), ("amuntai", "Amuntai Tengah", false),
            ("hulu sungai", "Hulu Sungai Utara", false), ("rantau", "Tapin Utara", false),
            ("kota intan", "Martapura", false),
            ("margasari", "Candi Laras Utara", false), ("kalua", "Kelua", false), ("tt", "Tapin", false),
        ])
    func abbreviations(byname: String, name: String, isShort: Bool) {
        #expect(PlaceSuggestion.isAbbreviation(byname, of: name) == isShort)
    }
}
