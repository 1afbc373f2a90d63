import Catalog
import Geo
import IndexDefinition
import IndexStore
import TextAnalysis

/// Turns a record of the catalog into a document: the texts of its fields, what of it is answered, and how much it is worth.
struct DocumentAssembler {
    let gazetteer: PlaceNames

    /// Throws: what reading regions and villages, or the table of by-names, throws.
    init(_ snapshot: CatalogSnapshot) throws {
        let bynames = BynameTable(text: try IndexDefinition.analyzerFiles()[BynameTable.fileName] ?? "")
        gazetteer = try PlaceNames(snapshot, bynames: bynames)
    }

    func draft(of document: CatalogDocument, contentHash: Int64) -> DocumentDraft {
        let parts =
            switch document {
            case .village(let village): parts(of: village)
            case .sentra(let sentra): parts(of: sentra)
            case .product(let product): parts(of: product)
            }
        let areas = Areas(parts.placement, gazetteer)
        let fields = parts.texts(place: areas.text)
        return DocumentDraft(
            kind: parts.kind, id: document.id, name: parts.name, coordinate: parts.placement.coordinate, category: parts.category,
            regencyCode: areas.regency, districtCode: areas.district, prior: parts.prior, contentHash: contentHash, texts: fields,
            tokens: fields.enumerated().map { index, text in
                index == IndexField.place.rawValue ? Tokenizer.joined(areas.searchText).text : Tokenizer.joined(text).text
            }, body: body(document.id, parts, areas), nameKey: Tokenizer.joined(parts.name).text, suggestionLabel: areas.label)
    }

    /// The static part of a hit; `interface` fields first, every other field of the record under `properties`.
    private func body(_ id: String, _ parts: DocumentParts, _ areas: Areas) -> String {
        let placement = parts.placement
        let area = { (code: String?) -> JSONValue in
            guard let code else { return .null }
            return .object([("code", .string(code)), ("name", .string(gazetteer.name(of: code) ?? code))])
        }
        return JSONValue.object([
            ("kind", .string(parts.kind.rawValue)), ("id", .string(id)), ("name", .string(parts.name)),
            ("longitude", placement.coordinate.map { .number($0.longitude) } ?? .null),
            ("latitude", placement.coordinate.map { .number($0.latitude) } ?? .null),
            ("position_source", placement.source.map { .string($0.rawValue) } ?? .null),
            ("position_accuracy_m", placement.accuracyMetres.map(JSONValue.number) ?? .null), ("village", area(areas.village)),
            ("district", area(areas.district)), ("regency", area(areas.regency)), ("properties", .object(parts.properties)),
        ]).text
    }
}

/// The areas a document lies in, by code, and as text.
private struct Areas {
    var village: String?
    var district: String?
    var regency: String?
    /// As shown and highlighted: "Banyu Hirang, Amuntai Selatan, Hulu Sungai Utara", with what the source wrote where that says more.
    var text: String
    /// As searched: the same with the by-names of every area ("HSU").
    var searchText: String
    /// As told apart while one types.
    var label: String

    init(_ placement: Placement, _ gazetteer: PlaceNames) {
        village = placement.villageCode
        district = placement.districtCode ?? village.map { CodeLevels.district(of: $0) }
        regency = placement.regencyCode ?? district.map { CodeLevels.regency(of: $0) }
        let codes = [village, district, regency].compactMap { $0 }
        let names = codes.compactMap(gazetteer.shortName)
        label = names.joined(separator: ", ")
        let known = Set(names.flatMap { Tokenizer.words(of: $0) })
        let written = placement.placeText.map { text in Tokenizer.words(of: text).contains { !known.contains($0) } ? text : "" } ?? ""
        text = written.isEmpty ? label : label.isEmpty ? written : label + " (" + written + ")"
        searchText = ([text] + codes.flatMap(gazetteer.bynames)).joined(separator: ", ")
    }
}
