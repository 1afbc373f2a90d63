import Geo
import IndexDefinition
import JSON
import Search

/// Descriptions of pages for search engines, in the vocabulary of schema.org.
enum StructuredData {
    /// The start page, as a site that can be searched.
    static func site(url: String) -> String {
        JSONValue.object([
            ("@context", .string("https://schema.org")), ("@type", .string("WebSite")), ("name", .string("Banua")),
            ("url", .string(url)),
            (
                "potentialAction",
                .object([
                    ("@type", .string("SearchAction")), ("target", .string(url + "?q={search_term_string}")),
                    ("query-input", .string("required name=search_term_string")),
                ])
            ),
        ]).text.replacing("<", with: "\\u003c")
    }

    /// A document, as JSON-LD.
    ///
    /// "<" is escaped, so that no text in the data can end the script element.
    ///
    /// `region` is the name of the province, if it is known.
    static func document(_ stored: StoredHit, url: String, region: String?) -> String {
        let isProduct = stored.hit.kind == .product
        var fields: [(String, JSONValue)] = [
            ("@context", .string("https://schema.org")),
            ("@type", .string(stored.hit.kind.description.schemaOrgType)),
            ("name", .string(stored.hit.name)), ("url", .string(url)),
        ]
        let texts = [
            ("alternateName", "local_name"), ("category", "category"), ("material", "materials"),
            ("description", "description"),
        ]
        if isProduct {
            fields += texts.compactMap { name, property in stored.property(property).map { (name, .string($0)) } }
            if let maker = stored.property("producer") {
                fields.append(
                    ("manufacturer", .object([("@type", .string("Organization")), ("name", .string(maker))])))
            }
            if let offer = offer(stored) { fields.append(("offers", offer)) }
        } else {
            if let commodity = stored.goods { fields.append(("description", .string(commodity))) }
            fields.append(("address", address(stored, region)))
            if let place = stored.hit.coordinate { fields.append(("geo", point(place))) }
        }
        return JSONValue.object(fields).text.replacing("<", with: "\\u003c")
    }

    private static func address(_ stored: StoredHit, _ region: String?) -> JSONValue {
        var fields: [(String, JSONValue)] = [
            ("@type", .string("PostalAddress")), ("addressLocality", .string(stored.place)),
        ]
        if let region { fields.append(("addressRegion", .string(region))) }
        fields.append(("addressCountry", .string("ID")))
        return .object(fields)
    }

    private static func point(_ place: Coordinate) -> JSONValue {
        .object([
            ("@type", .string("GeoCoordinates")), ("latitude", .number(place.latitude)),
            ("longitude", .number(place.longitude)),
        ])
    }

    private static func offer(_ stored: StoredHit) -> JSONValue? {
        guard let least = stored.number("price_min_idr") else { return nil }
        var fields: [(String, JSONValue)] = [
            ("@type", .string("AggregateOffer")), ("priceCurrency", .string("IDR")),
            ("lowPrice", .number(Double(least))),
        ]
        if let most = stored.number("price_max_idr") { fields.append(("highPrice", .number(Double(most)))) }
        return .object(fields)
    }
}
