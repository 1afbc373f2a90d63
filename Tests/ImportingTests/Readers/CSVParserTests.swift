import Base
import Foundation
import TestSupport
import Testing

@testable import Importing

@Suite("CSVParser")
struct CSVParserTests {
    struct OracleCase: Decodable {
        var delimiter: String
        var text: String
        var rows: [[String]]?
    }

    @Test("parses 300 random texts like the csv module of Python, with any chunk size", arguments: chunkSizes)
    func agreesWithPython(chunkBytes: Int) throws {
        let cases = try JSONDecoder().decode([OracleCase].self, from: Data(contentsOf: fixture("csv-oracle.json")))
        #expect(cases.count == 300)
        for oracle in cases {
            let delimiter = try #require(oracle.delimiter.utf8.first)
            let rows = try? split(oracle.text, delimiter: delimiter, chunkBytes: chunkBytes)
            #expect(rows == oracle.rows, "\(oracle.text.debugDescription)")
        }
    }

    @Test("parses a table in any dialect", arguments: [UInt64](1...40))
    func roundTrip(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let delimiter = CSVDialect.delimiters[Int.random(in: 0..<4, using: &random)]
        let lineEnd = ["\n", "\r\n", "\r"][Int.random(in: 0..<3, using: &random)]
        let pieces = [
            "", "Hiyung", "63.05.02.2005", "\"", "a,b;c|d\te", "baris\nbaru", "baris\r\nbaru", "é漢🙂", " ", "-3,41",
        ]
        let columns = Int.random(in: 2...6, using: &random)
        let table = (0..<Int.random(in: 1...30, using: &random)).map { _ in
            (0..<columns).map { _ in
                (0..<Int.random(in: 0...3, using: &random)).map { _ in
                    pieces[Int.random(in: 0..<pieces.count, using: &random)]
                }.joined()
            }
        }
        let text = table.map { row in
            row.map { value in
                let isPlain = value.utf8.allSatisfy { $0 != delimiter && $0 != 34 && $0 != 10 && $0 != 13 }
                return isPlain && Bool.random(using: &random)
                    ? value : "\"\(value.replacingOccurrences(of: "\"", with: "\"\""))\""
            }.joined(separator: String(Unicode.Scalar(delimiter)))
        }.joined(separator: lineEnd)
        for chunkBytes in chunkSizes {
            #expect(try split(text, delimiter: delimiter, chunkBytes: chunkBytes) == table, "seed \(seed)")
        }
    }

    @Test("gives the line of each record", arguments: ["\n", "\r\n", "\r"])
    func lines(lineEnd: String) throws {
        let text = ["a,b", "1,\"x", "y\"", "", "2,z"].joined(separator: lineEnd)
        for chunkBytes in chunkSizes {
            var parser = CSVParser(
                ByteWindow(MemorySource(text.utf8), chunkBytes: chunkBytes), delimiter: UInt8(ascii: ","),
                path: "list.csv")
            var lines: [Int] = []
            while try parser.next() { lines.append(parser.recordLine) }
            #expect(lines == [1, 2, 4, 5])
        }
    }

    @Test("names the line of an unclosed quote")
    func unclosedQuote() {
        let error = importingError { _ = try split("a,b\n1,2\n3,\"four\n5,6\n", delimiter: UInt8(ascii: ",")) }
        #expect(
            error
                == ImportingError(
                    .data,
                    "'list.csv' ends inside quotes: the quote opened on line 3 is never closed. Close it, or double it if it is part of the text."
                ))
    }

    @Test("rejects an endless record before it fills the memory")
    func endlessRecord() {
        let text = "a,b\n1,\"" + String(repeating: "x", count: 1 << 20)
        var parser = CSVParser(
            ByteWindow(MemorySource(text.utf8), chunkBytes: 4096), delimiter: UInt8(ascii: ","), path: "list.csv",
            recordLimitBytes: 1 << 20
        )
        let error = importingError { while try parser.next() {} }
        #expect(
            error?.message
                == "'list.csv' has a row longer than 1 MiB, begun on line 2: a quote there is probably opened and "
                + "never closed."
        )
    }

    private func split(_ text: String, delimiter: UInt8, chunkBytes: Int = 1 << 20) throws -> [[String]] {
        var parser = CSVParser(
            ByteWindow(MemorySource(text.utf8), chunkBytes: chunkBytes), delimiter: delimiter, path: "list.csv")
        var rows: [[String]] = []
        while try parser.next() {
            // Python ignores a blank line, but not a quoted empty field.
            if parser.fields != [0..<0] { rows.append(parser.fields.map(parser.text(of:))) }
        }
        return rows
    }
}
