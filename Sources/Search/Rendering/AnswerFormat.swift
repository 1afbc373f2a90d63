import Base
import Geo
import JSON

/// The formats of answers, of the command line and of the HTTP service.
package enum AnswerFormat: String, Sendable, CaseIterable {
    case json, geoJSON = "geojson", csv

    package var mediaType: String {
        switch self {
        case .json: "application/json"
        case .geoJSON: "application/geo+json"
        case .csv: "text/csv; charset=utf-8"
        }
    }
}

extension SearchAnswer {
    /// The answer as bytes ready to send.
    package func rendered(as format: AnswerFormat) -> [UInt8] {
        switch format {
        case .json: json()
        case .geoJSON: geoJSON()
        case .csv: CSVWriter.table(hits)
        }
    }
}

extension Hit {
    /// One document alone: a JSON object, a Feature, or a table of one row.
    package func rendered(as format: AnswerFormat) -> [UInt8] {
        var json = JSONWriter(capacity: body.count + 512)
        switch format {
        case .json: write(to: &json)
        case .geoJSON: return GeoJSONWriter().feature(self)
        case .csv: return CSVWriter.table([self])
        }
        return json.bytes
    }
}

extension SuggestAnswer {
    /// As GeoJSON, suggestions are a collection without features, because they have no position.
    package func rendered(as format: AnswerFormat) -> [UInt8] {
        if format == .csv {
            var csv = CSVWriter()
            csv.row(["text", "kind", "label", "id", "collection"])
            for suggestion in suggestions {
                csv.row([
                    suggestion.text, suggestion.kind.rawValue, suggestion.label, suggestion.id ?? "",
                    suggestion.collection ?? "",
                ])
            }
            return csv.bytes
        }
        var json = JSONWriter()
        json.object { json in
            if format == .geoJSON {
                json.field("type", "FeatureCollection")
                json.key("features")
                json.array { _ in }
            }
            json.field("generation", generation)
            json.field("took_ms", tookMilliseconds)
            json.field("text", text)
            json.key("suggestions")
            json.array { json in
                for suggestion in suggestions { suggestion.write(to: &json) }
            }
        }
        return json.bytes
    }
}

extension Suggestion {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("text", text)
            json.field("kind", kind.rawValue)
            json.field("label", label)
            json.field("id", id)
            json.field("collection", collection)
        }
    }
}

extension ReverseAnswer {
    package func rendered(as format: AnswerFormat) -> [UInt8] {
        var json = JSONWriter()
        switch format {
        case .json:
            json.object { json in
                json.field("generation", generation)
                json.field("took_ms", tookMilliseconds)
                json.field("longitude", coordinate.longitude)
                json.field("latitude", coordinate.latitude)
                json.field("is_nearest", true)
                json.field("note", Self.note)
                json.key("village")
                village.write(to: &json)
            }
            return json.bytes
        case .geoJSON:
            return GeoJSONWriter().feature(village)
        case .csv:
            return CSVWriter.table([village])
        }
    }
}
