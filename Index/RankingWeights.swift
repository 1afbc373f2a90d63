import Foundation

/// The parameters of ranking.json: BM25F constants, and the weights of the other parts of a score.
///
///     try IndexDefinition.ranking().fields[.name]?.weight        // 4.0
///
/// Relevance = Σ clause scores + phrase + proximity + quality + distance + kind intent. Each of the last five is at
/// most its weight. Matches are ordered by tier before relevance (see `Tier`). Source: Robertson, Zaragoza and Taylor,
/// "Simple BM25 extension to multiple weighted fields", CIKM 2004.
package struct RankingWeights: Sendable, Equatable {
    /// The weight and length normalization of a field.
    package struct Field: Sendable, Equatable, Codable {
        /// The weight of a term in this field.
        package var weight: Double
        /// Length normalization: 0 ignores the length of the field, 1 normalizes fully.
        package var b: Double

        package init(weight: Double, b: Double) {
            self.weight = weight
            self.b = b
        }
    }

    /// The weights of terms by how they derive from the query word.
    package struct Variants: Sendable, Equatable, Codable {
        package var exact: Double
        package var stem: Double
        package var synonym: Double
        package var prefix: Double
        package var typo: Double

        package subscript(tier: Tier) -> Double {
            switch tier {
            case .exact: exact
            case .stem: stem
            case .synonym: synonym
            case .prefix: prefix
            case .typo: typo
            }
        }
    }

    /// The weight and scales of the distance to a place.
    package struct Distance: Sendable, Equatable, Codable {
        /// The maximum score for distance, given to a document at the place itself.
        package var weight: Double
        /// The distance in metres at which half of the weight remains.
        package var scaleMetres: Double
        /// The radius of a "near" search in metres.
        ///
        /// Documents within it precede all others.
        package var reachMetres: Double
        /// The maximum distance in metres of a document from the centroid of its district, if only the district is
        /// known.
        package var districtSpreadMetres: Double
        /// The same for documents of which only the regency is known.
        package var regencySpreadMetres: Double
    }

    /// Term frequency saturation of BM25.
    package var k1: Double
    /// The parameters of each field.
    package var fields: [IndexField: Field]
    /// The weights of terms by tier.
    package var variants: Variants
    /// Added if all words are adjacent and in query order in one field.
    package var phrase: Double
    /// Added in proportion to how close the words are in one field.
    package var proximity: Double
    /// Added to a document of full quality: complete, with a source.
    package var quality: Double
    package var distance: Distance
    /// Added to documents of the kind that the query names.
    package var kindIntent: Double
    /// Added to documents that are what the head noun of the query says; half of it if nothing is known of them.
    package var head: Double
    /// The weight, times idf, of a query word that only names a kind of thing, such as "perajin", or the place.
    package var boost: Double

    /// Weights of zero, for results that are not ordered by score.
    package static let unranked = RankingWeights(
        k1: 1, fields: Dictionary(uniqueKeysWithValues: IndexField.allCases.map { ($0, Field(weight: 0, b: 0)) }),
        variants: Variants(exact: 0, stem: 0, synonym: 0, prefix: 0, typo: 0), phrase: 0, proximity: 0, quality: 0,
        distance: Distance(weight: 0, scaleMetres: 1, reachMetres: 0, districtSpreadMetres: 0, regencySpreadMetres: 0),
        kindIntent: 0, head: 0, boost: 0)
}

extension RankingWeights: Codable {
    private enum CodingKeys: String, CodingKey {
        case k1, fields, variants, phrase, proximity, quality, distance, kindIntent, head, boost
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        k1 = try values.decode(Double.self, forKey: .k1)
        let named = try values.decode([String: Field].self, forKey: .fields)
        fields = try named.reduce(into: [:]) { fields, entry in
            guard let field = IndexField(queryName: entry.key) else {
                throw DecodingError.dataCorruptedError(
                    forKey: .fields, in: values, debugDescription: "there is no field '\(entry.key)'")
            }
            fields[field] = entry.value
        }
        variants = try values.decode(Variants.self, forKey: .variants)
        phrase = try values.decode(Double.self, forKey: .phrase)
        proximity = try values.decode(Double.self, forKey: .proximity)
        quality = try values.decode(Double.self, forKey: .quality)
        distance = try values.decode(Distance.self, forKey: .distance)
        kindIntent = try values.decode(Double.self, forKey: .kindIntent)
        head = try values.decode(Double.self, forKey: .head)
        boost = try values.decode(Double.self, forKey: .boost)
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(k1, forKey: .k1)
        try values.encode(
            Dictionary(uniqueKeysWithValues: fields.map { ($0.key.queryName, $0.value) }), forKey: .fields)
        try values.encode(variants, forKey: .variants)
        try values.encode(phrase, forKey: .phrase)
        try values.encode(proximity, forKey: .proximity)
        try values.encode(quality, forKey: .quality)
        try values.encode(distance, forKey: .distance)
        try values.encode(kindIntent, forKey: .kindIntent)
        try values.encode(head, forKey: .head)
        try values.encode(boost, forKey: .boost)
    }

    init(json: Data, path: String) throws(IndexDefinitionError) {
        do {
            self = try JSONDecoder().decode(Self.self, from: json)
        } catch {
            throw .ranking(path, reason: "\(error)")
        }
        if let problem { throw .ranking(path, reason: problem) }
    }

    /// A description of the first invalid number, or nil.
    ///
    /// A field must be present, a weight must not be negative, `b` must be from 0 to 1, and a scale must be positive.
    package var problem: String? {
        if let field = IndexField.allCases.first(where: { fields[$0] == nil }) {
            return "the field '\(field.queryName)' is missing"
        }
        let weights =
            fields.values.map(\.weight) + Tier.allCases.map { variants[$0] } + [
                k1, phrase, proximity, quality, kindIntent, head, boost, distance.weight, distance.reachMetres,
                distance.districtSpreadMetres, distance.regencySpreadMetres,
            ]
        if let negative = weights.first(where: { !($0 >= 0) || !$0.isFinite }) {
            return "the weight \(negative) is not a number of 0 or more"
        }
        if let b = fields.values.map(\.b).first(where: { !(0...1).contains($0) }) {
            return "the b \(b) is not between 0 and 1"
        }
        return distance.scaleMetres > 0 && distance.scaleMetres.isFinite
            ? nil : "distance.scaleMetres is \(distance.scaleMetres), not above 0"
    }
}
