import Base
import Geo
import IndexDefinition
import Testing

@testable import Search

@Suite("PLACE")
struct PlaceLookupTests {
    let index: TestIndex

    init() throws { index = try TestCountry.index.get() }

    @Test(
        "finds a place by code, name, by-name, abbreviation, and name with the area around it",
        arguments: [
            ("63.05.04", "63.05.04"), ("630504", "63.05.04"), ("63.06.05.2001", "63.06.05.2001"),
            ("63.05.01.2009", "63.05.04.2009"),
            ("Rantau", "63.05.04"), ("rantau", "63.05.04"), ("HSS", "63.06"), ("Tapin", "63.05"),
            ("Kabupaten Tapin", "63.05"),
            ("Kab. Tapin", "63.05"), ("Kandangan", "63.06.05"), ("Desa Kandangan", "63.06.05.2002"),
            ("Kec. Kandangan", "63.06.05"),
            ("Kampung Baru, Tapin", "63.05.04.2002"), ("Kampung Baru, HSS", "63.06.05.2001"),
            ("Kp. Baru, Kandangan", "63.06.05.2001"),
            ("Simpang Empat, Tapin", "63.05.07"), ("Sei Jingah", "63.06.05.2003"), ("Sungaijingah", "63.06.05.2003"),
            ("Pindahan Lama", "63.05.04.2009"),
        ])
    func findsPlaces(text: String, code: String) throws {
        #expect(try index.session.place(text).code == code)
    }

    @Test("reads latitude and longitude")
    func readsCoordinates() throws {
        #expect(try index.session.place("-2.9, 115.1").coordinate == Coordinate(longitude: 115.1, latitude: -2.9))
    }

    @Test("an area of several districts is measured from its middle")
    func findsAreas() throws {
        let place = try index.session.place("Margasari")
        #expect(place.kind == "area" && abs((place.coordinate?.longitude ?? 0) - 114.94) < 1e-9)
    }

    @Test(
        "lists the places of an ambiguous name with their codes",
        arguments: [("Simpang Empat", 2), ("Kampung Baru", 2)])
    func listsCandidates(text: String, count: Int) throws {
        let error = #expect(throws: SearchError.self) { try index.session.place(text) }
        #expect(error?.code == .placeAmbiguous && error?.candidates.count == count && error?.kind == .noInput)
        #expect(error?.message.contains("fits \(count) places") == true)
        #expect(error?.candidates.allSatisfy { error?.message.contains($0.code ?? "?") == true } == true)
    }

    @Test("names the nearest spellings of an unknown place")
    func namesSimilarPlaces() throws {
        let error = #expect(throws: SearchError.self) { try index.session.place("Kandagan") }
        #expect(error?.code == .placeNotFound && error?.candidates.first?.name == "Kandangan")
        #expect(
            error?.message
                == "No place called 'Kandagan' is in the index. Did you mean Kandangan 63.06.05 (63.06.05); "
                + "Kandangan 63.06.05.2002 (63.06.05.2002)?"
        )
    }

    @Test("says where a place has no position")
    func refusesUnplacedPlaces() throws {
        let error = #expect(throws: SearchError.self) { try index.session.place("Tanpa Titik") }
        #expect(error?.code == .placeNotFound && error?.message.contains("position of Tanpa Titik") == true)
    }

    @Test("filters take regencies and districts alone, and say so")
    func filtersByRegion() throws {
        #expect(Set(try index.ids("dodol") { $0.regency = "HSS" }) == ["p-01", "p-02", "s-03"])
        #expect(try index.ids("dodol") { $0.district = "Rantau" } == ["p-03"])
        #expect(throws: SearchError.self) { try index.ids("dodol") { $0.regency = "Kampung Baru" } }
        let error = #expect(throws: SearchError.self) { try index.ids("dodol") { $0.district = "Simpang Empat" } }
        #expect(error?.parameter == "district" && error?.code == .placeAmbiguous)
    }
}
