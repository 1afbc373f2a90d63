import Foundation
import Geo
import JSON

/// Writes hits as GeoJSON (RFC 7946).
///
/// It is the only writer, so that a feature is the same wherever it is asked for.
///
/// A feature has a point, or a null geometry if the document has no position. Its properties are flat, as GIS programs
/// need them: the columns of ``FlatHit`` without the coordinate; the names of the areas a second time, as
/// `village_name`, `district_name` and `regency_name`; and `highlight_FIELD` for each marked field.
package struct GeoJSONWriter {
    /// The two coordinates of a point in a reference system, in the order of its axes.
    ///
    /// Nil if it has none there.
    package typealias Position = (Coordinate) -> (Double, Double)?

    package static func longitudeLatitude(_ coordinate: Coordinate) -> (Double, Double)? {
        (coordinate.longitude, coordinate.latitude)
    }

    private let position: Position

    /// - Parameter position: the coordinates to write. The default is WGS 84, longitude first.
    package init(position: @escaping Position = Self.longitudeLatitude) { self.position = position }

    /// A page of features as OGC API - Features requires it.
    ///
    /// `matched` is the number of features on all pages. `links` are link objects of the standard.
    package func collection(_ hits: [Hit], matched: Int, timeStamp: Date, links: [JSONValue]) -> [UInt8] {
        var json = JSONWriter(capacity: 1024 + hits.count * 1024)
        json.object { json in
            json.field("type", "FeatureCollection")
            json.field("timeStamp", timeStamp.formatted(.iso8601))
            json.field("numberMatched", matched)
            json.field("numberReturned", hits.count)
            json.key("links")
            json.value(.array(links))
            json.key("features")
            json.array { json in
                for hit in hits { write(hit, to: &json) }
            }
        }
        return json.bytes
    }

    /// A single feature with its links.
    package func feature(_ hit: Hit, links: [JSONValue] = []) -> [UInt8] {
        var json = JSONWriter(capacity: hit.body.count + 1024)
        write(hit, links: links, to: &json)
        return json.bytes
    }

    func write(_ hit: Hit, links: [JSONValue] = [], to json: inout JSONWriter) {
        json.object { json in
            json.field("type", "Feature")
            json.field("id", hit.id)
            json.key("geometry")
            writeGeometry(of: hit, to: &json)
            json.key("properties")
            writeProperties(of: hit, to: &json)
            if !links.isEmpty {
                json.key("links")
                json.value(.array(links))
            }
        }
    }

    private func writeGeometry(of hit: Hit, to json: inout JSONWriter) {
        guard let (first, second) = hit.coordinate.flatMap(position) else { return json.null() }
        json.object { json in
            json.field("type", "Point")
            json.key("coordinates")
            json.array { json in
                json.value(first)
                json.value(second)
            }
        }
    }

    private func writeProperties(of hit: Hit, to json: inout JSONWriter) {
        json.object { json in
            for column in hit.flat.columns where column.name != "longitude" && column.name != "latitude" {
                json.key(column.name)
                json.value(column.value)
                if FlatHit.areaLevels.contains(column.name) {
                    json.key(column.name + "_name")
                    json.value(column.value)
                }
            }
            for highlight in hit.highlights { json.field("highlight_" + highlight.field, highlight.html) }
        }
    }
}

extension SearchAnswer {
    /// A FeatureCollection.
    ///
    /// The other parts of the answer are foreign members beside `features` (RFC 7946, 6.1).
    func geoJSON() -> [UInt8] {
        let writer = GeoJSONWriter()
        var json = JSONWriter(capacity: 1024 + hits.count * 1024)
        json.object { json in
            json.field("type", "FeatureCollection")
            json.key("features")
            json.array { json in
                for hit in hits { writer.write(hit, to: &json) }
            }
            json.field("generation", generation)
            json.field("took_ms", tookMilliseconds)
            json.field("total", total)
            json.field("total_is_exact", totalIsExact)
            json.key("query")
            query.write(to: &json)
            json.field("next", next)
        }
        return json.bytes
    }
}
