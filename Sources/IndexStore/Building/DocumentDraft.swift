import Foundation
import Gazetteer
import Geo
import IndexDefinition

/// A document on its way into a generation.
package struct DocumentDraft: Sendable {
    package var kind: DocumentKind
    package var id: String
    package var name: String
    package var coordinate: Coordinate?
    /// How precisely the coordinate is known; means nothing without one.
    package var positionPrecision: PositionPrecision
    package var category: String?
    package var regencyCode: String?
    package var districtCode: String?
    package var villageCode: String?
    /// 0...255: how complete and well sourced it is.
    package var quality: UInt8
    /// Price, workers, certificates and the like, by the names of the facts; unknown ones are left out.
    package var facts: [String: DocumentFact]
    /// The names of properties in `body` that are columns of lists and no fields of Banua.
    package var propertyNames: [String]
    /// The group of the noun that says what it is; 0 if none is known.
    package var headGroup: UInt8
    /// The catalog's hash of the row.
    package var contentHash: Int64
    /// The fields as written, in the order of `IndexField`.
    package var texts: [String]
    /// The fields as analysed: folded tokens, one blank between two.
    package var tokens: [String]
    /// The static part of a hit, as JSON.
    package var body: String
    /// The folded name, for the order by name and for suggestions.
    package var nameKey: String
    /// What tells the document from others of its name while one types: where it lies.
    package var suggestionLabel: String
    /// The names that the document has beside its own, folded, each text once: other names, goods, materials, maker.
    package var calledBy: [String]
    /// Words and runs of words of its names that are not among `calledBy`, each once.
    package var nameParts: [String]

    package init(
        kind: DocumentKind, id: String, name: String, coordinate: Coordinate? = nil,
        positionPrecision: PositionPrecision = .own, category: String? = nil, regencyCode: String? = nil,
        districtCode: String? = nil, villageCode: String? = nil, quality: UInt8 = 0,
        facts: [String: DocumentFact] = [:], propertyNames: [String] = [], headGroup: UInt8 = 0,
        contentHash: Int64 = 0, texts: [String], tokens: [String],
        body: String,
        nameKey: String, suggestionLabel: String = "", calledBy: [String] = [], nameParts: [String] = []
    ) {
        self.kind = kind
        self.id = id
        self.name = name
        self.coordinate = coordinate
        self.positionPrecision = positionPrecision
        self.category = category
        self.regencyCode = regencyCode
        self.districtCode = districtCode
        self.villageCode = villageCode
        self.quality = quality
        self.facts = facts
        self.propertyNames = propertyNames
        self.headGroup = headGroup
        self.contentHash = contentHash
        self.texts = texts
        self.tokens = tokens
        self.body = body
        self.nameKey = nameKey
        self.suggestionLabel = suggestionLabel
        self.calledBy = calledBy
        self.nameParts = nameParts
    }
}

/// A place on its way into a generation's gazetteer.
struct PlaceDraft: Sendable {
    var place: Place
    /// The official name first.
    var names: [NamedPlace]
}
