import Foundation
import Testing

/// A table of the Fixtures folder: its rows without the header.
enum Fixture {
    static func rows(_ name: String) throws -> [[String]] {
        let file = try #require(Bundle.module.url(forResource: name, withExtension: "csv", subdirectory: "Fixtures"))
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().map {
            $0.split(separator: ",").map(String.init)
        }
    }

    /// The numbers of a row from a column on.
    static func numbers(_ row: [String], from column: Int = 0) throws -> [Double] {
        try row[column...].map { try #require(Double($0)) }
    }
}
