import Base
import Foundation
import Geo

/// What the memory-mapped files of a generation say when they cannot be written or read.
extension IndexStoreError {
    static func damaged(_ path: String, _ finding: String) -> IndexStoreError {
        IndexStoreError(
            .data,
            "The index file '\(path)' is damaged: \(finding). Roll back to another generation or rebuild the index.")
    }

    static func newerFormat(_ path: String, found: Int, known: Int) -> IndexStoreError {
        let advice = found > known ? "Update Banua, or rebuild the index with this one." : "Rebuild the index."
        return IndexStoreError(
            .data, "The index file '\(path)' has format \(found); this Banua reads format \(known). \(advice)")
    }

    static func unexpectedCount(_ what: String, expected: Int, found: Int) -> IndexStoreError {
        IndexStoreError(
            .internal, "Expected \(expected) \(what), got \(found). This is a bug in Banua; please report it.")
    }

    static func unordered(_ what: String, _ value: String, after previous: String) -> IndexStoreError {
        IndexStoreError(
            .internal,
            "\(what) must come in ascending order: '\(value)' came after '\(previous)'. This is a bug in Banua; "
                + "please report it."
        )
    }

    static func tooLarge(_ what: String, _ value: Int, limit: Int) -> IndexStoreError {
        IndexStoreError(.data, "An index holds at most \(limit) \(what), not \(value). Split the catalog.")
    }

    static func sqlite(_ action: String, _ message: String) -> IndexStoreError {
        IndexStoreError(.inputOutput, "SQLite could not \(action): \(message).")
    }
}

extension IndexStoreError {
    static func unindexable(_ point: IndexedPoint) -> IndexStoreError {
        let place = "longitude \(point.coordinate.longitude), latitude \(point.coordinate.latitude), kind \(point.kind)"
        return IndexStoreError(
            .internal,
            "Document \(point.ordinal) cannot be put on the map: \(place). This is a bug in Banua; please report it.")
    }
}
