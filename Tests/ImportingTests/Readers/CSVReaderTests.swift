import Base
import Foundation
import TestSupport
import Testing

@testable import Importing

@Suite("CSVReader")
struct CSVReaderTests {
    @Test(
        "detects the delimiter",
        arguments: [
            ("nama,lat\nHiyung,-3.1\n", ","), ("nama;lat;lng\nHiyung;-3,1;115,2\nRantau;-2,9;115,1\n", ";"),
            ("nama\tlat\nHiyung, Tapin\t1\n", "\t"), ("nama|lat\nHiyung; Tapin|1\n", "|"), ("nama\nHiyung\n", ","),
            ("sep=|\nnama;x|lat;y\nHiyung|1\n", "|"), ("\"nama, desa\";lat\n\"a, b, c\";1\n", ";"),
        ])
    func delimiter(text: String, expected: String) throws {
        let folder = try TemporaryDirectory()
        let reader = try CSVReader(path: folder.write(text, to: "list.csv").path)
        #expect(reader.delimiter == expected.utf8.first)
        #expect(try reader.allRows().allSatisfy { $0.problem == nil })
    }

    @Test("detects the delimiter if the sample ends within quotes")
    func delimiterOfLongFile() throws {
        let text = "nama;note\n" + (0..<4000).map { "desa \($0);\"a, b,\nc \($0)\"\n" }.joined()
        let read = try readCSV(text.utf8)
        #expect(read.rows.count == 4000)
        #expect(read.rows.last == SourceRow(line: 8000, values: ["desa 3999", "a, b,\nc 3999"]))
    }

    @Test("reads every encoding, with any chunk size", arguments: chunkSizes)
    func encodings(chunkBytes: Int) throws {
        let text = "nama;catatan\r\nBarabai;“kué” – é 🙂\r\n"
        let windows: [UInt8] =
            Array("nama;catatan\r\nBarabai;".utf8) + [0x93] + Array("ku".utf8) + [
                0xE9, 0x94, 0x20, 0x96, 0x20, 0xE9, 0x0D, 0x0A,
            ]
        let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        let files: [(bytes: [UInt8], name: String)] = [
            (Array(text.utf8), "UTF-8"), ([0xEF, 0xBB, 0xBF] + Array(text.utf8), "UTF-8"),
            ([0xFF, 0xFE] + little, "UTF-16LE"),
            (little, "UTF-16LE"), ([0xFE, 0xFF] + big, "UTF-16BE"), (big, "UTF-16BE"), (windows, "Windows-1252"),
        ]
        let folder = try TemporaryDirectory()
        for (number, file) in files.enumerated() {
            let reader = try CSVReader(
                path: folder.write(Data(file.bytes), to: "\(number).csv").path, chunkBytes: chunkBytes)
            let smile = file.name == "Windows-1252" ? "" : " 🙂"
            #expect(reader.headers == ["nama", "catatan"])
            #expect(try reader.allRows() == [SourceRow(line: 2, values: ["Barabai", "“kué” – é\(smile)"])])
            #expect(reader.format == "CSV, semicolon, \(file.name)")
        }
    }

    @Test("reads a file with parts in UTF-8 and Windows-1252", arguments: chunkSizes)
    func mixedEncodings(chunkBytes: Int) throws {
        let mixed = Array("nama,x\nkué,1\nku".utf8) + [0xE9] + Array(",2\n".utf8)
        #expect(try readCSV(mixed, chunkBytes: chunkBytes).rows.map(\.values) == [["kué", "1"], ["kué", "2"]])
    }

    @Test("reports ragged rows, skips empty ones, and ignores empty surplus fields")
    func ragged() throws {
        let read = try readCSV("a,b,c\n1,2\n\n , ,\n1,2,3,4\n1,2,3,,\n1,2,3\n".utf8)
        #expect(read.rows.map(\.line) == [2, 5, 6, 7])
        #expect(read.rows.map(\.problem?.cause) == [.tooFewFields, .tooManyFields, nil, nil])
        #expect(
            read.rows.map(\.values) == [["1", "2", ""], ["1", "2", "3", "4"], ["1", "2", "3"], ["1", "2", "3"]])
        #expect(
            read.rows[0].problem?.message
                == "2 fields, but the headers have 3: a delimiter or a line break is missing or misplaced.")
        #expect(
            read.rows[1].problem?.message
                == "4 fields, but the headers have 3: put text that contains the delimiter in quotes.")
    }

    @Test("gives empty and repeated headers a name, and trims the others")
    func headers() throws {
        #expect(
            try readCSV("nama,,\"Nama\n desa\",nama\n1,2,3,4\n".utf8).headers == [
                "nama", "column_2", "Nama desa", "nama_2",
            ])
        #expect(
            HeaderNames.unique(["nama", "", " Nama \n desa ", "nama", "nama_2"]) == [
                "nama", "column_2", "Nama desa", "nama_2", "nama_2_2",
            ])
    }

    @Test(
        "rejects files that are not text", arguments: ["nama,x\nA\u{0}B,1\n", "nama,x\n\"A\u{0}B\",1\n"])
    func binary(text: String) {
        #expect(
            importingError { _ = try readCSV(text.utf8) }?.message.hasSuffix(
                "list.csv' is not a text file: line 2 holds a NUL byte. Save the list as CSV (UTF-8), or name its format with --format."
            )
                == true)
    }

    @Test("reports an empty file, a folder and a missing file with the right kind of error")
    func noRows() throws {
        let folder = try TemporaryDirectory()
        #expect(importingError { _ = try readCSV("\n\n".utf8) }?.kind == .data)
        #expect(
            importingError { _ = try readCSV("".utf8) }?.message.hasSuffix(
                "is empty: expected a row of headers and rows below it.") == true
        )
        #expect(
            importingError { _ = try CSVReader(path: folder.path) }
                == ImportingError(
                    .usage,
                    "'\(folder.path)' is not a file: name a file, or a folder with a manifest.json (a data package).")
        )
        #expect(
            importingError { _ = try CSVReader(path: "/tidak/ada.csv") }
                == ImportingError(.noInput, "There is no file '/tidak/ada.csv': check its name and folder."))
    }

    @Test("reports progress in bytes and the SHA-256 of the file at any position")
    func checksum() throws {
        let folder = try TemporaryDirectory()
        let file = try folder.write("nama,x\nabc,1\n", to: "list.csv")
        let sum = "95305100ff6ecc718dc8588830bc50de4072e7f0e869bbeb19c31821fa16ce8b"
        let read = try CSVReader(path: file.path)
        _ = try read.allRows()
        #expect(read.bytesRead == 13 && read.totalBytes == 13)
        #expect(try read.checksum() == CSVReader(path: file.path).checksum())
        #expect(try read.checksum() == sum)
    }
}
