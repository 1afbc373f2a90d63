import Geo
import JSON

extension SearchAnswer {
    /// A FeatureCollection (RFC 7946); what the answer says besides its hits stands beside `features` as foreign
    /// members (section 6.1).
    func geoJSON() -> [UInt8] {
        var json = JSONWriter(capacity: 1024 + hits.count * 1024)
        json.object { json in
            json.field("type", "FeatureCollection")
            json.key("features")
            json.array { json in
                for hit in hits { hit.writeFeature(to: &json) }
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

extension Hit {
    /// A Feature: a point where the document has a position, else a null geometry; the rest are flat properties.
    package func writeFeature(to json: inout JSONWriter) {
        json.object { json in
            json.field("type", "Feature")
            json.field("id", id)
            json.key("geometry")
            writeGeometry(to: &json)
            json.key("properties")
            json.object { json in
                for column in flat.columns where !["longitude", "latitude"].contains(column.name) {
                    json.key(column.name)
                    json.value(column.value)
                }
                for highlight in highlights { json.field("highlight_" + highlight.field, highlight.html) }
            }
        }
    }

    private func writeGeometry(to json: inout JSONWriter) {
        guard let coordinate else { return json.null() }
        json.object { json in
            json.field("type", "Point")
            json.key("coordinates")
            json.array { json in
                json.value(coordinate.longitude)
                json.value(coordinate.latitude)
            }
        }
    }
}
