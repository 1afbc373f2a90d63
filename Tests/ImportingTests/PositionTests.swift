import Base
import Catalog
import Geo
import Importing
import Testing

@Suite("Positions of imported rows")
struct PositionTests {
    private static let point = Coordinate(longitude: 115.0130, latitude: -2.8640)

    @Test(
        "are read from any columns and in any notation",
        arguments: [
            ("lat,lng", "-2.8640,115.0130"), ("lintang,bujur", "\"-2,8640\",\"115,0130\""),
            ("LS,BT", "\"2°51'50,4\"\" LS\",\"115° 0' 46.8\"\" BT\""),
            ("koordinat", "\"-2.8640, 115.0130\""), ("koordinat", "\"02°51'50.4\"\" S 115°00'46.8\"\" E\""),
        ])
    func styles(columns: String, values: String) throws {
        let fixture = try ImportFixture()
        let report = try fixture.importing(
            "id,nama_sentra,desa,kabupaten,\(columns)\ns-1,Purun,Baringin A,Tapin,\(values)")
        #expect(report.groups.isEmpty, "\(ReportText.render(report))")
        let placement = try #require(try fixture.sentra().first?.placement)
        let coordinate = try #require(placement.coordinate)
        #expect(
            abs(coordinate.longitude - Self.point.longitude) < 1e-9
                && abs(coordinate.latitude - Self.point.latitude) < 1e-9)
        #expect(placement.source == .own && placement.accuracyMetres == nil && placement.villageCode == "63.05.05.2003")
    }

    @Test(
        "with one possible repair are repaired and reported",
        arguments: [
            ("115.0130,-2.8640", CoordinateCause.swapped), ("2.8640,115.0130", .minusLost),
            ("-28640,1150130", .separatorLost),
        ])
    func repairs(values: String, cause: CoordinateCause) throws {
        let fixture = try ImportFixture()
        let report = try fixture.importing(
            "id,nama_sentra,desa,kabupaten,lat,lng\ns-1,Purun,Baringin A,Tapin,\(values)")
        #expect(report.causes == [.coordinate(cause): 1])
        #expect(report.groups.first?.effect == .remark)
        #expect(try fixture.sentra().first?.placement.coordinate == Self.point)
    }

    @Test(
        "that cannot be right are replaced by the place that the row names",
        arguments: [
            ("0,0", ImportCause.coordinate(.nullIsland)), ("-3.5,114.2", .coordinate(.outside)),
            ("utara,timur", .coordinateUnreadable),
            ("-2.8640,", .coordinateUnreadable), ("9683000,279000", .coordinate(.metresWithoutCRS)),
        ])
    func refusals(values: String, cause: ImportCause) throws {
        let fixture = try ImportFixture()
        let report = try fixture.importing(
            "id,nama_sentra,desa,kabupaten,lat,lng\ns-1,Purun,Baringin A,Tapin,\(values)")
        #expect(report.causes == [cause: 1], "\(ReportText.render(report))")
        #expect(report.groups.first?.effect == .placedLessExactly)
        #expect(report.placed == ImportReport.Placed(village: 1))
        #expect(try fixture.sentra().first?.placement.accuracyMetres == 600)
    }

    @Test(
        "in metres are read with --crs, with decimal point or comma",
        arguments: ["279100.50,9683250.25", "\"279100,50\",\"9.683.250,25\""])
    func projected(values: String) throws {
        let fixture = try ImportFixture()
        let list = "id,nama_sentra,desa,kabupaten,x,y\ns-1,Purun,Baringin A,Tapin,\(values)"
        let report = try fixture.importing(list) { $0.crs = "EPSG:32750" }
        #expect(report.placed == ImportReport.Placed(own: 1), "\(ReportText.render(report))")
        let coordinate = try #require(try fixture.sentra().first?.placement.coordinate)
        // echo "279100.50 9683250.25" | gdaltransform -s_srs EPSG:32750 -t_srs EPSG:4326
        #expect(
            abs(coordinate.longitude - 115.012765163003) < 1e-9 && abs(coordinate.latitude + 2.86397816466716) < 1e-9)
        let error = #expect(throws: ImportingError.self) { try fixture.importing(list) { $0.crs = "EPSG:99999" } }
        #expect(error?.kind == .usage)
    }

    @Test(
        "in metres may be in one column",
        arguments: ["279100.50, 9683250.25", "279100.50,9683250.25", "279100,50; 9683250,25", "279100.5 9683250.25"])
    func projectedPair(text: String) throws {
        let fixture = try ImportFixture()
        let report = try fixture.importing(
            "id,nama_sentra,desa,kabupaten,koordinat\ns-1,Purun,Baringin A,Tapin,\"\(text)\""
        ) {
            $0.crs = "EPSG:32750"
        }
        #expect(report.placed == ImportReport.Placed(own: 1), "\(ReportText.render(report))")
        let coordinate = try #require(try fixture.sentra().first?.placement.coordinate)
        #expect(abs(coordinate.longitude - 115.012765163003) < 1e-9)
    }

    @Test("of a geometry are a point inside it, in the CRS of the file or of --crs", arguments: [true, false])
    func shapes(isNamed: Bool) throws {
        let fixture = try ImportFixture()
        let crs = isNamed ? #""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::32750"}},"# : ""
        let square = "[[[279000,9683150],[279200,9683150],[279200,9683350],[279000,9683350],[279000,9683150]]]"
        let report = try fixture.importing(
            """
            {"type":"FeatureCollection",\(crs)"features":[{"type":"Feature","properties":{"nama_sentra":"Purun","desa":"Baringin A","kabupaten":"Tapin"},
            "geometry":{"type":"Polygon","coordinates":\(square)}}]}
            """, named: "peta.geojson"
        ) { $0.crs = isNamed ? nil : "EPSG:32750" }
        #expect(report.placed == ImportReport.Placed(own: 1), "\(ReportText.render(report))")
        let coordinate = try #require(try fixture.sentra().first?.placement.coordinate)
        // The corners: gdaltransform -s_srs EPSG:32750 -t_srs EPSG:4326
        #expect(
            (115.0118...115.0137).contains(coordinate.longitude) && (-2.8649 ... -2.8630).contains(coordinate.latitude),
            "\(coordinate)")
    }

    @Test("of a village without a position are those of its district")
    func villageWithoutPoint() throws {
        let fixture = try ImportFixture()
        try fixture.importing("kode_desa,nama_desa\n63.05.04.2002,Perintis")
        let report = try fixture.importing("id,nama_sentra,desa,kabupaten\ns-1,Dodol,Perintis,Tapin")
        #expect(report.placed == ImportReport.Placed(district: 1))
        let placement = try #require(try fixture.sentra().first?.placement)
        #expect(placement.villageCode == "63.05.04.2002" && placement.source == .district)
        #expect(placement.coordinate == Coordinate(longitude: 115.1576, latitude: -2.9271))
    }
}
