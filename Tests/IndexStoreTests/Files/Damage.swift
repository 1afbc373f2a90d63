import Base
import Foundation
import TestSupport
import Testing

@testable import IndexStore

/// Damages files in every way a disk or a person can, and sees that reading them throws a `.data` error or goes on.
enum Damage {
    /// Two changes to every byte (one bit, all bits), every shorter file, and one longer.
    static func tryEveryByte(of path: String, read: (String) throws -> Void) throws {
        let original = try Data(contentsOf: URL(fileURLWithPath: path))
        for position in original.indices {
            for changed in [original[position] ^ (1 << UInt8(position % 8)), ~original[position]] {
                var damaged = original
                damaged[position] = changed
                _ = try attempt(damaged, at: path, read: read)
            }
        }
        for length in original.indices {
            #expect(try !attempt(original.prefix(length), at: path, read: read), "cut to \(length) bytes")
        }
        #expect(try !attempt(original + Data([0]), at: path, read: read), "one byte too many")
        #expect(try attempt(original, at: path, read: read), "undamaged")
    }

    /// True where reading went through.
    private static func attempt(_ data: Data, at path: String, read: (String) throws -> Void) throws -> Bool {
        // A new file, and not by Data.write(to:): neither waits for the disk.
        try FileManager.default.removeItem(atPath: path)
        let file = try OutputFile(path: path)
        try data.withUnsafeBytes { try file.append(contentsOf: $0) }
        try file.flush()
        do {
            try read(path)
            return true
        } catch let error as IndexStoreError {
            #expect(error.kind == .data)
            #expect(error.message.contains(path))
            return false
        }
    }
}
