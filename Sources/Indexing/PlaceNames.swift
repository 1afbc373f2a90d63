import Catalog
import Geo
import IndexStore
import TextAnalysis

/// The names of regions and villages: what documents say of where they lie, and what the gazetteer knows places by.
///
/// Memory holds the names of all places of the country: some 8,000 regions and 83,000 villages.
struct PlaceNames {
    private let regions: [String: Region]
    private let villages: [String: String]
    private let bynames: [String: [String]]
    private let former: [String: [FormerName]]

    init(_ snapshot: CatalogSnapshot, bynames: BynameTable) throws {
        var regions: [String: Region] = [:]
        try snapshot.forEachRegion { regions[$0.code] = $0 }
        var villages: [String: String] = [:]
        try snapshot.forEachVillage { villages[$0.code] = $0.name }
        self.regions = regions
        self.villages = villages
        self.bynames = bynames.names
        former = Dictionary(grouping: try snapshot.formerNames(), by: \.code)
    }

    func name(of code: String) -> String? { regions[code]?.name ?? villages[code] }

    /// "Tanah Laut" of "Kabupaten Tanah Laut": how people say it.
    ///
    /// A city keeps its "Kota", for some share a regency's name.
    func shortName(of code: String) -> String? {
        guard let name = name(of: code) else { return nil }
        return name.hasPrefix("Kabupaten ") ? String(name.dropFirst("Kabupaten ".count)) : name
    }

    /// The by-names of a place, and of none around it.
    func bynames(of code: String) -> [String] { bynames[code] ?? [] }

    /// The by-names and the former names of a place, those that differ from its name.
    func otherNames(of code: String) -> [String] {
        bynames(of: code) + (former[code] ?? []).compactMap(\.formerName).filter { $0 != name(of: code) }
    }

    /// All words of names of places: what the analyser must leave alone.
    func words() -> Set<String> {
        var words: Set<String> = []
        for name in regions.values.map(\.name) { words.formUnion(Tokenizer.words(of: name)) }
        for name in villages.values { words.formUnion(Tokenizer.words(of: name)) }
        for name in bynames.values.joined() { words.formUnion(Tokenizer.words(of: name)) }
        return words.subtracting(Self.commonWords)
    }

    /// Words that place names share with the language: they are no names by themselves.
    private static let commonWords: Set = [
        "kabupaten", "kota", "provinsi", "pasar", "kampung", "baru", "hulu", "hilir", "tengah", "utara", "selatan",
        "barat", "timur",
    ]

    // MARK: - The gazetteer

    /// The regions as places, by code.
    func forEachRegion(_ body: (PlaceDraft) throws -> Void) throws {
        for region in regions.values.sorted(by: { $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) }) {
            var draft = self.draft(
                region.code, kind: region.kind.rawValue, name: region.name, region.coordinate,
                region.positionAccuracyMetres)
            draft.suggestionKind = region.kind.rawValue
            try body(draft)
        }
    }

    func draft(of village: Village) -> PlaceDraft {
        draft(
            village.code, kind: village.kind.rawValue, name: village.name, village.coordinate,
            village.positionAccuracyMetres)
    }

    private func draft(_ code: String, kind: String, name: String, _ coordinate: Coordinate?, _ accuracy: Double?)
        -> PlaceDraft
    {
        let district = code.utf8.count > 8 ? CodeLevels.district(of: code) : nil
        let regency = code.utf8.count > 5 ? CodeLevels.regency(of: code) : nil
        let around = [district, regency].compactMap { $0 }.compactMap(shortName)
        return PlaceDraft(
            code: code, kind: kind, name: name, label: ([name] + around).joined(separator: ", "),
            parentCode: CodeLevels.parent(of: code),
            districtCode: code.utf8.count == 8 ? code : district, regencyCode: code.utf8.count == 5 ? code : regency,
            coordinate: coordinate,
            accuracyMetres: accuracy, names: names(of: code, name: name))
    }

    private func names(of code: String, name: String) -> [PlaceName] {
        var names = [PlaceName(Tokenizer.joined(name).text, .official)]
        for word in ["Kabupaten ", "Kota ", "Provinsi "] where name.hasPrefix(word) && code.utf8.count <= 5 {
            names.append(PlaceName(Tokenizer.joined(String(name.dropFirst(word.utf8.count))).text, .official))
        }
        names += bynames(of: code).map { PlaceName(Tokenizer.joined($0).text, .byname) }
        for former in former[code] ?? [] {
            if let name = former.formerName { names.append(PlaceName(Tokenizer.joined(name).text, .former)) }
            if let code = former.formerCode { names.append(PlaceName(code, .former)) }
        }
        var seen: Set<String> = []
        return names.filter { !$0.folded.isEmpty && seen.insert($0.folded).inserted }
    }
}
