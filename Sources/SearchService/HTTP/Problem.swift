import Geo
import HTTPTypes
import JSON
import Search

/// An error in the form that HTTP clients get: `application/problem+json` (RFC 9457).
struct Problem: Error, Sendable {
    var status: HTTPResponse.Status
    /// The last part of the problem's type.
    ///
    /// It is stable, so that programs can rely on it.
    var type: String
    var title: String
    var detail: String
    /// The name of the invalid parameter, if one is.
    var parameter: String?
    /// The offset of the error in the value of the parameter, in Unicode scalars.
    var offset: Int?
    var candidates: [ResolvedPlace] = []
    var headers: HTTPFields = [:]

    static let mediaType = "application/problem+json"
    static let allowedMethods = "GET, HEAD, OPTIONS"

    /// The body: type, title, status, detail, instance, and what helps to correct the request.
    func body(instance: String?) -> [UInt8] {
        var fields: [(String, JSONValue)] = [
            ("type", .string("urn:banua:problem:\(type)")), ("title", .string(title)),
            ("status", .number(Double(status.code))), ("detail", .string(detail)),
        ]
        if let instance { fields.append(("instance", .string(instance))) }
        if let parameter { fields.append(("parameter", .string(parameter))) }
        if let offset { fields.append(("offset", .number(Double(offset)))) }
        if !candidates.isEmpty { fields.append(("candidates", .array(candidates.map(Self.candidate)))) }
        return Array(JSONValue.object(fields).text.utf8)
    }

    private static func candidate(_ place: ResolvedPlace) -> JSONValue {
        .object([
            ("code", place.code.map(JSONValue.string) ?? .null), ("name", .string(place.name)),
            ("kind", .string(place.kind)), ("label", .string(place.label)),
            ("longitude", place.coordinate.map { .number($0.longitude) } ?? .null),
            ("latitude", place.coordinate.map { .number($0.latitude) } ?? .null),
        ])
    }
}
