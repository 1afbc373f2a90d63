import Foundation
import Testing

/// The rows of a table in the Fixtures folder, without the header.
enum Fixture {
    static func rows(_ name: String) throws -> [[String]] {
        let file = try #require(Bundle.module.url(forResource: name, withExtension: "csv", subdirectory: "Fixtures"))
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().map {
            $0.split(separator: ",").map(String.init)
        }
    }

    /// The numbers in a row, starting at a column.
    static func numbers(_ row: [String], from column: Int = 0) throws -> [Double] {
        try row[column...].map { try #require(Double($0)) }
    }
}
