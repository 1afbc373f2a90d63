import Catalog
import Importing
import Testing

@Suite("Ids of imported rows")
struct RecordIDTests {
    static let list = """
        nama_produk,produsen,desa,kabupaten,harga
        Dodol,Bu Ijah,Rantau Kiwa,Tapin,10000
        Dodol,Bu Siti,Rantau Kiwa,Tapin,12000
        Dodol,Bu Ijah,Baringin A,Tapin,10000
        """

    @Test("derived from the content are equal in every import and release")
    func derived() throws {
        let fixture = try ImportFixture()
        try fixture.importing(Self.list)
        let ids = try fixture.products().map(\.id)
        #expect(Set(ids).count == 3)
        #expect(ids == ["product-81q6p4gvnyqn8", "product-cpfxkned5jktb", "product-yvj5zp1qda0je"])
        // Case, spacing and other fields do not change the id.
        let report = try fixture.importing(
            Self.list.replacing("Dodol", with: "DODOL ").replacing("10000", with: "11000"))
        #expect(report.counts == ImportBatch.Counts(read: 3, updated: 3))
        #expect(try fixture.products().map(\.id) == ids)
    }

    @Test("of rows with equal key fields are numbered; an identical row is stored once")
    func repeated() throws {
        let fixture = try ImportFixture()
        let list =
            "nama_produk,produsen,harga\nDodol,Bu Ijah,1000\nDodol,Bu Ijah,2000\nDodol,Bu Ijah,3000\nDodol,Bu Ijah,1000"
        let report = try fixture.importing(list)
        #expect(report.counts == ImportBatch.Counts(read: 4, added: 3, unchanged: 1))
        #expect(report.causes == [.rowTwice: 1])
        #expect(report.messages == ["The row is the same as the one on line 2. Take one of them out."])
        let ids = try fixture.products().map(\.id)
        #expect(ids.map { String($0.dropFirst(ids[0].count)) } == ["", "-2", "-3"])
        #expect(try fixture.importing(list).counts == ImportBatch.Counts(read: 4, unchanged: 4))
        #expect(try fixture.products().map(\.id) == ids)
    }

    @Test("that occur twice, belong to another kind, or are unusable reject the row")
    func given() throws {
        let fixture = try ImportFixture()
        try fixture.importing("id,nama_sentra\ns-1,Satu")
        let report = try fixture.importing(
            """
            id,nama_produk
            p-1,Tikar
            p-1,Bakul
            s-1,Tas
            63.05.05.2003,Topi
            \(String(repeating: "x", count: 201)),Panjang
            """)
        #expect(report.counts == ImportBatch.Counts(read: 5, added: 1, rejected: 4))
        #expect(report.causes == [.idTwice: 1, .idOfOtherKind: 1, .idUnusable: 2])
        #expect(
            report.messages.contains(
                "The row on line 2 has the same id. Give one of the two rows another, or take it out."))
        #expect(try fixture.products().map(\.name) == ["Tikar"])
    }
}
