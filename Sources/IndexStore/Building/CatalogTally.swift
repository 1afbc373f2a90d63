import Base
import Geo
import IndexDefinition

/// Counts and checksums of the indexed documents, to compare with those of the catalog.
struct CatalogTally: Sendable {
    private var counts: [String: Int] = [:]
    private var placed: [String: Int] = [:]
    private var checksums: [String: UInt64] = [:]
    /// The box around the placed documents, by kind.
    private(set) var extents: [String: BoundingBox] = [:]

    mutating func add(_ draft: DocumentDraft) {
        let kind = draft.kind.description.plural
        counts[kind, default: 0] += 1
        placed[kind, default: 0] += draft.coordinate == nil ? 0 : 1
        checksums[kind, default: 0] &+= UInt64(bitPattern: draft.contentHash)
        if let coordinate = draft.coordinate { extents[kind] = coordinate.extending(extents[kind]) }
    }

    /// What differs from the catalog's own sums.
    func problems(comparedWith stamp: Manifest.CatalogStamp) -> [String] {
        DocumentKind.allCases.map(\.description.plural).flatMap { kind -> [String] in
            let checksum = Manifest.CatalogStamp.text(ofChecksum: checksums[kind] ?? 0)
            return [
                difference("\(kind)", counts[kind] ?? 0, stamp.counts[kind] ?? 0),
                difference("\(kind) with a position", placed[kind] ?? 0, stamp.placed[kind] ?? 0),
                checksum == stamp.checksums[kind] ?? Manifest.CatalogStamp.text(ofChecksum: 0)
                    ? nil
                    : "the \(kind) indexed are not those of the catalog (checksum \(checksum), not "
                        + "\(stamp.checksums[kind] ?? "none"))",
            ].compactMap { $0 }
        }
    }

    private func difference(_ what: String, _ indexed: Int, _ expected: Int) -> String? {
        indexed == expected ? nil : "\(indexed) \(what) were indexed, and the catalog has \(expected)"
    }
}

extension Coordinate {
    /// The smallest box around another and this point that does not cross the 180th meridian.
    func extending(_ box: BoundingBox?) -> BoundingBox {
        BoundingBox(
            west: min(box?.west ?? longitude, longitude), south: min(box?.south ?? latitude, latitude),
            east: max(box?.east ?? longitude, longitude), north: max(box?.north ?? latitude, latitude))
    }
}

extension Manifest.CatalogStamp {
    /// The form in which a stamp holds the wrapping sum of the rows' content hashes.
    static func text(ofChecksum sum: UInt64) -> String {
        Hexadecimal.digits(of: sum)
    }
}
