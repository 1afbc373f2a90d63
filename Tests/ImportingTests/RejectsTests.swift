import Base
import Catalog
import Foundation
import Importing
import TestSupport
import Testing

@Suite("Rejected rows")
struct RejectsTests {
    private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

    @Test("are written with their columns and a reason, and are imported after correction")
    func roundTrip() throws {
        let fixture = try ImportFixture()
        let rejects = fixture.directory.path + "/rejects.csv"
        let report = try fixture.importing(
            #"""
            id;nama_sentra;unit_usaha;catatan
            s-1;Satu;12;baik
            s-2;Dua;banyak;"titik; koma dan ""kutip"""
            s-3;;3;tanpa nama

            s-4;Empat;4;"dua
            baris"
            s-5;Lima;lima;
            """#, as: .sentra
        ) { $0.rejectsPath = rejects }
        #expect(report.counts == ImportBatch.Counts(read: 5, added: 2, rejected: 3))
        let written = try text(rejects)
        #expect(
            written == #"""
                id;nama_sentra;unit_usaha;catatan;reason
                s-2;Dua;banyak;"titik; koma dan ""kutip""";'banyak' is not a whole number such as 25 or 1.250. Write a whole number such as 25 or 1.250, \#
                or leave the cell empty.
                s-3;;3;tanpa nama;The row has no name. Fill in the name.
                s-5;Lima;lima;;'lima' is not a whole number such as 25 or 1.250. Write a whole number such as 25 or 1.250, or leave the cell empty.

                """#)

        // All but one are corrected. The first reason is replaced, and is not stored as a property.
        let again = fixture.directory.path + "/again.csv"
        let mended = try fixture.importing(
            written.replacing(";banyak;", with: ";20;").replacing("s-3;;", with: "s-3;Tiga;"), named: "rejects.csv",
            as: .sentra
        ) { $0.rejectsPath = again }
        #expect(mended.counts == ImportBatch.Counts(read: 3, added: 2, rejected: 1))
        #expect(try text(again).split(separator: "\n").map { $0.split(separator: ";").first } == ["id", "s-5"])
        #expect(try text(again).split(separator: "\n").first == "id;nama_sentra;unit_usaha;catatan;reason")
        let sentra = try fixture.sentra()
        #expect(sentra.map(\.id) == ["s-1", "s-2", "s-3", "s-4"])
        #expect(sentra.allSatisfy { $0.extra.isEmpty })
        #expect(sentra[1].note == "titik; koma dan \"kutip\"" && sentra[1].businessUnits == 20)
    }

    @Test("with a geometry are written with a point inside it")
    func geometries() throws {
        let fixture = try ImportFixture()
        let rejects = fixture.directory.path + "/rejects.csv"
        try fixture.importing(
            """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"nama_sentra":"","desa":"Baringin A"},"geometry":{"type":"Point","coordinates":[115.01,-2.86]}},
            {"type":"Feature","properties":{"nama_sentra":"Purun","desa":"Baringin A"},"geometry":{"type":"Point","coordinates":[115.01,-2.86]}}]}
            """, named: "peta.geojson"
        ) { $0.rejectsPath = rejects }
        #expect(
            try text(rejects) == """
                nama_sentra,desa,longitude,latitude,reason
                ,Baringin A,115.01,-2.86,The row has no name. Fill in the name.

                """)
    }

    @Test("create no file if there are none, and one file for each input")
    func files() throws {
        let fixture = try ImportFixture()
        let rejects = fixture.directory.path + "/rejects.csv"
        try fixture.importing("id,nama_sentra\ns-1,Satu") { $0.rejectsPath = rejects }
        #expect(!FileManager.default.fileExists(atPath: rejects))
        let paths = try ["a", "b"].map {
            try fixture.directory.write("id,nama_sentra\ns-\($0),\n", to: "\($0).csv").path
        }
        var options = ImportOptions()
        options.rejectsPath = rejects
        try fixture.importer(options).run(paths) { _ in }
        #expect(try text(fixture.directory.path + "/rejects-a.csv").contains("s-a"))
        #expect(try text(fixture.directory.path + "/rejects-b.csv").contains("s-b"))
        #expect(!FileManager.default.fileExists(atPath: rejects))
    }

    @Test("that cannot be written stop the import without changes")
    func unwritable() throws {
        let fixture = try ImportFixture()
        let before = try fixture.state()
        let error = #expect(throws: ImportingError.self) {
            try fixture.importing("id,nama_sentra\ns-1,Satu\ns-2,") {
                $0.rejectsPath = fixture.directory.path + "/none/rejects.csv"
            }
        }
        #expect(error?.kind == .inputOutput)
        #expect(
            error?.message.hasPrefix(
                "The rejected rows cannot be written to '\(fixture.directory.path)/none/rejects.csv': ") == true)
        #expect(try fixture.state() == before)
    }
}
