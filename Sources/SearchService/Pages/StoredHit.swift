import Geo
import IndexDefinition
import JSON
import Search

/// A hit whose stored body is parsed.
struct StoredHit {
    let hit: Hit
    let fields: [(String, JSONValue)]

    /// - Throws: an error if the stored body is not a JSON object, as in a damaged index.
    init(_ hit: Hit) throws {
        self.hit = hit
        guard let fields = try JSONValue(parsing: hit.body).object else { throw Problem.internal }
        self.fields = fields
    }

    func text(_ name: String) -> String? { Self.text(fields.first { $0.0 == name }?.1) }

    var properties: [(String, JSONValue)] {
        fields.first { $0.0 == "properties" }?.1.object ?? []
    }

    func property(_ name: String) -> String? { Self.text(properties.first { $0.0 == name }?.1) }

    /// The products that are made or sold there.
    var goods: String? { property("commodity") ?? property("sells") }

    /// Code and name of one of `village`, `district`, `regency`.
    func area(_ level: String) -> (code: String, name: String)? {
        guard let area = fields.first(where: { $0.0 == level })?.1, let code = Self.text(area["code"]),
            let name = Self.text(area["name"])
        else { return nil }
        return (code, name)
    }

    /// "Banyu Hirang, Amuntai Selatan, Hulu Sungai Utara".
    ///
    /// A village does not name itself.
    var place: String {
        let levels = hit.kind == .village ? ["district", "regency"] : ["village", "district", "regency"]
        return levels.compactMap { area($0)?.name }.joined(separator: ", ")
    }

    /// A property that is a whole number.
    func number(_ name: String) -> Int? {
        guard case .number(let number)? = properties.first(where: { $0.0 == name })?.1 else { return nil }
        return Int(exactly: number)
    }

    /// The price in rupiah as people read it.
    ///
    /// Returns nil if no price is a number.
    func price(_ words: PageWords) -> String? {
        number("price_min_idr").map {
            words.price(least: $0, most: number("price_max_idr"), unit: property("price_unit"))
        }
    }

    var positionSource: String? { text("position_source") }

    /// Whether the point stands for a whole district or regency.
    var isCoarse: Bool { positionSource == "district" || positionSource == "regency" }
    var accuracyMetres: Double? { text("position_accuracy_m").flatMap { Double($0) } }

    /// A value as people read it, with lists joined.
    ///
    /// Returns nil for an empty value.
    static func text(_ value: JSONValue?) -> String? {
        switch value {
        case .string(let text)?: text.isEmpty ? nil : text
        case .number(let number)?:
            number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
        case .bool(let flag)?: flag ? "✓" : "–"
        case .array(let values)?: values.isEmpty ? nil : values.compactMap { text($0) }.joined(separator: ", ")
        case .members(let members)?:
            members.isEmpty
                ? nil
                : members.compactMap { member in text(member.value).map { "\(member.name): \($0)" } }.joined(
                    separator: "; ")
        case .null?, nil: nil
        }
    }
}
