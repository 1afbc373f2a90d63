import Foundation
import Testing

/// The folders of SearchService are layers: a file uses only types of its own folder and of the folders before it.
@Suite("layers of the service")
struct LayerTests {
    private static let layers = [
        "Configuration", "HTTP", "Index", "Connection", "Metrics", "Site", "Routing", "Features", "Pages", "Pipeline",
        "Routes", "Server",
    ]
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../Sources/SearchService").standardizedFileURL

    private static func texts(_ layer: String) throws -> [String] {
        let files = try FileManager.default.contentsOfDirectory(
            at: folder.appendingPathComponent(layer), includingPropertiesForKeys: nil)
        return try files.filter { $0.pathExtension == "swift" }.map { file in
            let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            return lines.map { line in line.split(separator: "//", maxSplits: 1).first.map(String.init) ?? "" }
                .joined(separator: "\n")
        }
    }

    @Test("every folder is a layer")
    func complete() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(Set(folders) == Set(Self.layers))
    }

    @Test("no file uses a type of a later layer")
    func order() throws {
        var types: [String: [String]] = [:]
        for layer in Self.layers {
            types[layer] = try Self.texts(layer).flatMap { text in
                text.matches(
                    of: /^(?:package |final |private |indirect )*(?:struct|enum|class|protocol) ([A-Z]\w+)/
                        .anchorsMatchLineEndings()
                ).filter { !$0.0.contains("private") }.map { String($0.1) }
            }
        }
        #expect(types.values.map(\.count).reduce(0, +) > 100)
        for (index, layer) in Self.layers.enumerated() {
            let later = Set(Self.layers[(index + 1)...].flatMap { types[$0] ?? [] })
            for text in try Self.texts(layer) {
                let used = Set(text.matches(of: /\b[A-Z]\w+/).map { String($0.0) })
                #expect(used.intersection(later) == [], "in \(layer)")
            }
        }
    }
}
