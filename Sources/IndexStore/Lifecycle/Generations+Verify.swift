import Base
import Foundation

extension Generations {
    /// Checks a generation, the one that serves if none is named: first every file's checksum, then all that a new
    /// one is checked for.
    ///
    /// - Returns: the problems, each with its file; empty for a sound generation.
    /// - Throws: `.usage` if there is no such generation, `.inputOutput` if a file cannot be read.
    package func verify(_ name: String? = nil) throws -> [GenerationProblem] {
        guard let name = try name ?? current() else { throw IndexStoreError.noGeneration(in: dataDirectory.path) }
        let names = try names()
        guard names.contains(name) else { throw IndexStoreError.unknownGeneration(name, known: names) }
        let directory = directory(of: name)
        let manifest: Manifest
        do {
            manifest = try Manifest(readFrom: directory.path)
        } catch let error as any Failure {
            return [GenerationProblem(file: Manifest.fileName, finding: error.message)]
        }
        let damaged = try damagedFiles(of: manifest, in: directory)
        guard damaged.isEmpty else { return damaged }
        do {
            return try GenerationCheck(generation: Generation.open(directory: directory)).problems()
        } catch let error as IndexStoreError where error.kind == .data {
            return [GenerationProblem(file: Manifest.fileName, finding: error.message)]
        }
    }

    private func damagedFiles(of manifest: Manifest, in directory: URL) throws -> [GenerationProblem] {
        let checks = GenerationFiles.checked.map { file in
            { @Sendable () throws -> [GenerationProblem] in
                let path = directory.appendingPathComponent(file).path
                guard let expected = manifest.files[file] else {
                    return [GenerationProblem(file: file, finding: "the manifest does not list it")]
                }
                guard FileManager.default.fileExists(atPath: path) else {
                    return [GenerationProblem(file: file, finding: "the file is missing")]
                }
                let found = try FileChecksum(ofFileAt: path)
                guard found != expected else { return [] }
                let finding =
                    found.bytes == expected.bytes
                    ? "its content has changed since it was built"
                    : "it has \(found.bytes) bytes, not \(expected.bytes)"
                return [GenerationProblem(file: file, finding: finding)]
            }
        }
        return try inParallel(checks).flatMap { $0 }
    }
}
