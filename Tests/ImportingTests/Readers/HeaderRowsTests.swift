import Testing

@testable import Importing

@Suite("HeaderRows")
struct HeaderRowsTests {
    private func read(_ rows: [[String]]) -> (headers: [String], line: Int, rest: [[String]]) {
        var later = rows.enumerated().dropFirst().map { HeaderRows.Row(line: $0 + 1, values: $1) }[...]
        var top = HeaderRows(first: .init(line: 1, values: rows[0])) { later.popFirst() }
        var rest: [[String]] = []
        while let row = top.takeWaiting() ?? later.popFirst() { rest.append(row.values) }
        return (top.headers, top.line, rest)
    }

    @Test("finds headers in the first row")
    func plain() {
        let list = read([["No", "Nama Sentra", "Desa"], ["1", "Cabai", "Hiyung"], ["2", "Kaolin", "Tatakan"]])
        #expect(list.headers == ["No", "Nama Sentra", "Desa"])
        #expect(list.line == 1)
        #expect(list.rest == [["1", "Cabai", "Hiyung"], ["2", "Kaolin", "Tatakan"]])
    }

    @Test("finds headers below titles, with the parts of groups from the next row")
    func titles() {
        let list = read([
            ["DAFTAR SENTRA KABUPATEN TAPIN", "", "", ""], ["Tahun", "2024"], ["No", "Nama Sentra", "Koordinat", ""],
            ["", "", "Lintang", "Bujur"], ["(1)", "(2)", "(3)", "(4)"], ["1", "Cabai", "-2,9", "115,05"],
        ])
        #expect(list.headers == ["No", "Nama Sentra", "Lintang", "Bujur"])
        #expect(list.line == 3)
        #expect(list.rest == [["1", "Cabai", "-2,9", "115,05"]])
    }

    @Test(
        "uses the first row if no row has known headers, and keeps all others",
        arguments: [
            [["a", "b", "c"], ["1", "2", "x"], ["4", "5", "6"]], [["nama"], ["Hiyung"], ["desa"]], [["kolom"]],
            [["x1", "kelompok tani"], ["nama", "Sentra Cabai Hiyung, desa Hiyung"], ["Jumlah", "3"]],
        ])
    func unknown(rows: [[String]]) {
        let list = read(rows)
        #expect(list.headers == rows[0])
        #expect(list.line == 1)
        #expect(list.rest == Array(rows.dropFirst()))
    }

    @Test("searches only the first rows")
    func farDown() {
        let rows = Array(repeating: ["teks", "bebas"], count: 40) + [["nama", "desa"]]
        let list = read(rows)
        #expect(list.headers == ["teks", "bebas"])
        #expect(list.rest == Array(rows.dropFirst()))
    }

    @Test("skips a row that numbers all columns, but no other row of numbers")
    func numbers() {
        #expect(
            read([["nama", "desa", "unit"], ["1", "2", "3"], ["Cabai", "Hiyung", "3"]]).rest == [
                ["Cabai", "Hiyung", "3"]
            ])
        #expect(read([["nama", "desa", "unit"], ["1", "2", "4"]]).rest == [["1", "2", "4"]])
        #expect(read([["nama", "unit"], ["1", "2"]]).rest == [["1", "2"]])
    }
}
