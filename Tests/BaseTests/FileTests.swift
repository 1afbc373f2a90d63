import Base
import Foundation
import TestSupport
import Testing

@Suite("Files")
struct FileTests {
    @Test("a lock is exclusive, and is released with its holder")
    func lock() throws {
        let folder = try TemporaryDirectory()
        let path = folder.path + "/lock"
        var first = try FileLock(path)
        #expect(first != nil)
        #expect(try FileLock(path) == nil)
        first = nil
        #expect(try FileLock(path) != nil)
    }

    @Test("replaces a file and leaves no temporary file")
    func replace() throws {
        let folder = try TemporaryDirectory()
        let path = folder.path + "/CURRENT"
        for content in ["000001\n", "000002\n"] {
            try DurableFile.replace(path, with: content)
            #expect(try String(contentsOfFile: path, encoding: .utf8) == content)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["CURRENT"])
    }

    @Test("an error names the action, the file and the reason")
    func failure() {
        let error = #expect(throws: FileError.self) { try DurableFile.replace("/no/such/folder/CURRENT", with: "x") }
        #expect(error?.message == "Cannot write '/no/such/folder/CURRENT.new': No such file or directory.")
        #expect(error?.kind == .inputOutput)
    }

    @Test("every kind of failure has a different exit code")
    func exitCodes() {
        let codes = FailureKind.allCases.map(\.exitCode)
        #expect(Set(codes).count == codes.count)
        #expect(FailureKind.usage.exitCode == 64)
        #expect(FailureKind.busy.exitCode == 75)
    }
}
