import IndexStore
import JSON

/// The content and the origin of the open generation.
package struct IndexStatus: Sendable, Hashable {
    package var generation: String
    package var definitionVersion: String
    /// True if this program has the same index definition.
    ///
    /// If false, the index needs a rebuild.
    package var definitionIsCurrent: Bool
    /// When the build began, ISO 8601, UTC.
    package var created: String
    package var buildSeconds: Double
    /// Documents by kind and in all, places, terms.
    package var counts: [String: Int]
    /// The catalog's rows by kind when the generation was built.
    package var catalogCounts: [String: Int]
    package var placedCounts: [String: Int]
    package var bytes: Int

    /// One JSON object in UTF-8.
    package func json() -> [UInt8] {
        var json = JSONWriter()
        json.object(write)
        return json.bytes
    }

    package func write(to json: inout JSONWriter) {
        json.field("generation", generation)
        json.field("definition_version", definitionVersion)
        json.field("definition_is_current", definitionIsCurrent)
        json.field("created", created)
        json.field("build_seconds", buildSeconds)
        json.field("bytes", bytes)
        for (name, values) in [("counts", counts), ("catalog", catalogCounts), ("placed", placedCounts)] {
            json.key(name)
            json.object { json in
                for (key, value) in values.sorted(by: { $0.key < $1.key }) { json.field(key, value) }
            }
        }
    }
}
