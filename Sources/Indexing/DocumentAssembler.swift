import Catalog
import Gazetteer
import Geo
import IndexDefinition
import IndexStore
import JSON
import TextAnalysis

/// Turns a record of the catalog into a document: the texts of its fields, what of it is answered, and how much it is
/// worth.
struct DocumentAssembler {
    let gazetteer: PlaceNames
    let headNouns: HeadNouns
    private let analyzer: Analyzer
    private var cache = AreaCache()

    /// - Throws: what reading regions and villages, or a word list, throws.
    init(_ snapshot: CatalogSnapshot) throws {
        let files = try IndexDefinition.analyzerFiles()
        gazetteer = try PlaceNames(snapshot, words: PlaceWords(files: files))
        headNouns = try HeadNouns(files: files)
        analyzer = Analyzer(try WordLists(files: files))
    }

    /// The document of a record, to be written into the index.
    ///
    /// `linked` are the sentra of a product, or the products of a sentra.
    mutating func draft(of document: CatalogDocument, linked: [LinkedDocument] = [], contentHash: Int64)
        -> DocumentDraft
    {
        let parts =
            switch document {
            case .village(let village): parts(of: village)
            case .sentra(let sentra): parts(of: sentra, products: linked)
            case .product(let product): parts(of: product, sentra: linked)
            case .outlet(let outlet): parts(of: outlet)
            }
        let areas = Areas(parts.placement, gazetteer, &cache)
        let texts = parts.texts(place: areas.text)
        var tokens = texts.map { Tokenizer.joined($0).text }
        tokens[IndexField.place.rawValue] = areas.tokens
        let phrases =
            parts.kind == .village ? nil : phrases(of: parts, texts, nameKey: tokens[IndexField.name.rawValue])
        return DocumentDraft(
            kind: parts.kind, id: document.id, name: parts.name, coordinate: parts.placement.coordinate,
            positionPrecision: PositionPrecision(parts.placement.source), category: parts.category,
            regencyCode: areas.regency, districtCode: areas.district, villageCode: areas.village,
            quality: parts.quality,
            facts: DocumentFacts.facts(of: parts.properties), propertyNames: parts.properties.extraNames,
            headGroup: headGroup(of: parts), contentHash: contentHash,
            texts: texts,
            tokens: tokens, body: body(document.id, parts, areas), nameKey: tokens[IndexField.name.rawValue],
            suggestionLabel: areas.label, calledBy: phrases?.names ?? [],
            nameParts: phrases?.parts ?? [])
    }

    /// The phrases of what the document is called by: its name, other names, commodity and maker.
    private func phrases(of parts: DocumentParts, _ texts: [String], nameKey: String) -> NamePhrases {
        let fields: [IndexField] = [.name, .otherNames, .commodity]
        return NamePhrases(
            fields.map { texts[$0.rawValue] } + [parts.maker ?? ""], except: nameKey, isStopWord: analyzer.isStopWord)
    }

    /// The group of the noun that says what the document is: of its English name, its commodity, or its name.
    private func headGroup(of parts: DocumentParts) -> UInt8 {
        guard parts.kind != .village else { return 0 }
        let commodity = parts.properties["commodity"]?.texts.first
        let names = [parts.properties["english_name"]?.texts.first, commodity, parts.name]
        return names.lazy.compactMap { $0 }.compactMap { headNouns.group(of: Tokenizer.words(of: $0)) }.first ?? 0
    }

    /// The static part of a hit; the fields of every hit first, all others of the record under `properties`.
    private func body(_ id: String, _ parts: DocumentParts, _ areas: Areas) -> String {
        let placement = parts.placement
        var json = Array("{".utf8)
        func member(_ name: StaticString, _ write: (inout [UInt8]) -> Void) {
            if json.count > 1 { json.append(UInt8(ascii: ",")) }
            json += "\"\(name)\":".utf8
            write(&json)
        }
        func number(_ value: Double?) -> (inout [UInt8]) -> Void {
            { JSONValue.write(value ?? .nan, to: &$0) }  // null if there is none
        }
        member("kind") { JSONValue.write(parts.kind.rawValue, to: &$0) }
        member("id") { JSONValue.write(id, to: &$0) }
        member("name") { JSONValue.write(parts.name, to: &$0) }
        member("longitude", number(placement.coordinate?.longitude))
        member("latitude", number(placement.coordinate?.latitude))
        member("position_source") { bytes in
            placement.source.map { JSONValue.write($0.rawValue, to: &bytes) } ?? bytes.append(contentsOf: "null".utf8)
        }
        member("position_accuracy_m", number(placement.accuracyMetres))
        json.append(UInt8(ascii: ","))
        AreaWords.write("village", areas.village, gazetteer, to: &json)
        json.append(UInt8(ascii: ","))
        json += areas.words.json
        member("properties") { bytes in
            bytes.append(UInt8(ascii: "{"))
            bytes += parts.properties.json
            bytes.append(UInt8(ascii: "}"))
        }
        json.append(UInt8(ascii: "}"))
        return String(decoding: json, as: UTF8.self)
    }
}

extension PositionPrecision {
    /// A position without a source counts as the document's own.
    init(_ source: PositionSource?) {
        switch source {
        case .own, nil: self = .own
        case .village: self = .village
        case .district: self = .district
        case .regency: self = .regency
        }
    }
}
