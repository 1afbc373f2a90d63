import Foundation
import Geo
import IndexDefinition

/// A document on its way into a generation.
public struct DocumentDraft: Sendable {
    public var kind: DocumentKind
    public var id: String
    public var name: String
    public var coordinate: Coordinate?
    public var category: String?
    public var regencyCode: String?
    public var districtCode: String?
    /// 0...255: how complete and well sourced it is.
    public var prior: UInt8
    /// The catalog's hash of the row.
    public var contentHash: Int64
    /// The fields as written, in the order of `IndexField`.
    public var texts: [String]
    /// The fields as analysed: folded tokens, one blank between two.
    public var tokens: [String]
    /// The static part of a hit, as JSON.
    public var body: String
    /// The folded name, for the order by name and for suggestions.
    public var nameKey: String
    /// What tells the document from others of its name while one types: where it lies.
    public var suggestionLabel: String

    public init(
        kind: DocumentKind, id: String, name: String, coordinate: Coordinate? = nil, category: String? = nil, regencyCode: String? = nil,
        districtCode: String? = nil, prior: UInt8 = 0, contentHash: Int64 = 0, texts: [String], tokens: [String], body: String,
        nameKey: String, suggestionLabel: String = ""
    ) {
        self.kind = kind
        self.id = id
        self.name = name
        self.coordinate = coordinate
        self.category = category
        self.regencyCode = regencyCode
        self.districtCode = districtCode
        self.prior = prior
        self.contentHash = contentHash
        self.texts = texts
        self.tokens = tokens
        self.body = body
        self.nameKey = nameKey
        self.suggestionLabel = suggestionLabel
    }
}

/// A place on its way into a generation's gazetteer.
public struct PlaceDraft: Sendable {
    public var code: String
    /// The word of the catalog: provinsi, kabupaten, kota, kecamatan, desa or kelurahan.
    public var kind: String
    public var name: String
    public var label: String
    public var parentCode: String?
    public var districtCode: String?
    public var regencyCode: String?
    public var coordinate: Coordinate?
    public var accuracyMetres: Double?
    public var names: [PlaceName]
    /// The kind of suggestion its name makes, or nil where a document makes one already.
    public var suggestionKind: String?

    public init(
        code: String, kind: String, name: String, label: String, parentCode: String? = nil, districtCode: String? = nil,
        regencyCode: String? = nil, coordinate: Coordinate? = nil, accuracyMetres: Double? = nil, names: [PlaceName],
        suggestionKind: String? = nil
    ) {
        self.code = code
        self.kind = kind
        self.name = name
        self.label = label
        self.parentCode = parentCode
        self.districtCode = districtCode
        self.regencyCode = regencyCode
        self.coordinate = coordinate
        self.accuracyMetres = accuracyMetres
        self.names = names
        self.suggestionKind = suggestionKind
    }
}

/// A name or code that a place is known by, folded as queries are.
public struct PlaceName: Sendable, Hashable {
    public enum Source: String, Sendable, CaseIterable {
        case official, byname, former, abbreviation
    }

    public var folded: String
    public var source: Source

    public init(_ folded: String, _ source: Source) {
        self.folded = folded
        self.source = source
    }
}
