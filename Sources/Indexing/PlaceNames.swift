import Catalog
import Gazetteer
import Geo
import TextAnalysis

/// The names of regions and villages: for the texts of documents, and for the gazetteer of the index.
///
/// Memory: the names of all places of the country, some 8,000 regions and 83,000 villages.
struct PlaceNames {
    private let table: PlaceWords
    private let regions: [String: Region]
    private let villages: [String: String]
    private let bynames: [String: [String]]
    private let former: [String: [FormerName]]

    init(_ snapshot: CatalogSnapshot, words table: PlaceWords) throws {
        var regions: [String: Region] = [:]
        try snapshot.forEachRegion { regions[$0.code] = $0 }
        var villages: [String: String] = [:]
        try snapshot.forEachVillage { villages[$0.code] = $0.name }
        self.table = table
        self.regions = regions
        self.villages = villages
        // A name that covers several areas is a by-name of each of them.
        let named = table.bynames.flatMap { byname in byname.codes.map { (code: $0.dotted, name: byname.name) } }
        bynames = Dictionary(grouping: named, by: \.code).mapValues { $0.map(\.name) }
        former = Dictionary(grouping: try snapshot.formerNames(), by: \.code)
    }

    func name(of code: String) -> String? { regions[code]?.name ?? villages[code] }

    /// The by-names of a place, and of none around it.
    func bynames(of code: String) -> [String] { bynames[code] ?? [] }

    /// The by-names and the former names of a place, those that differ from its name.
    func otherNames(of code: String) -> [String] {
        bynames(of: code) + (former[code] ?? []).compactMap(\.formerName).filter { $0 != name(of: code) }
    }

    /// All words of place names, which the analyser must not stem.
    func words() -> Set<String> {
        var words: Set<String> = []
        for name in regions.values.map(\.name) { words.formUnion(Tokenizer.words(of: name)) }
        for name in villages.values { words.formUnion(Tokenizer.words(of: name)) }
        for name in bynames.values.joined() { words.formUnion(Tokenizer.words(of: name)) }
        return words.subtracting(Self.commonWords)
    }

    /// Words of the language that occur in place names; they are no names by themselves.
    private static let commonWords: Set = [
        "kabupaten", "kota", "provinsi", "pasar", "kampung", "baru", "hulu", "hilir", "tengah", "utara", "selatan",
        "barat", "timur",
    ]

    // MARK: - The gazetteer

    /// The regions as places with their names, by code.
    func forEachRegion(_ body: (Place, [NamedPlace]) throws -> Void) throws {
        for region in regions.values.sorted(by: { $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) }) {
            let found = place(
                region.code, kind: region.kind.rawValue, name: region.name, region.coordinate,
                region.positionAccuracyMetres)
            if let found { try body(found, names(of: found)) }
        }
    }

    func place(of village: Village) -> Place? {
        place(
            village.code, kind: village.kind.rawValue, name: village.name, village.coordinate,
            village.positionAccuracyMetres)
    }

    /// Nil if the code is none of the Ministry's, which the constraints of the catalog leave no row with.
    private func place(_ code: String, kind: String, name: String, _ coordinate: Coordinate?, _ accuracy: Double?)
        -> Place?
    {
        guard let parsed = AdministrativeCode(code) else { return nil }
        let areas = [AdministrativeLevel.district, .regency].compactMap { parsed.ancestor(at: $0)?.dotted }
        let around = areas.filter { $0 != code }.compactMap(self.name)
        return Place(
            code: parsed, name: name, label: PlaceName.label(name, in: around), kind: kind, coordinate: coordinate,
            accuracyMetres: accuracy)
    }

    /// The names and former codes of a place, the official name first.
    func names(of place: Place) -> [NamedPlace] {
        let code = place.code.dotted
        func named(_ folded: String, _ source: NamedPlace.Source) -> NamedPlace {
            NamedPlace(place: place, source: source, folded: folded)
        }
        func variants(_ text: String, _ source: NamedPlace.Source) -> [NamedPlace] {
            PlaceName.variants(of: text, place.level, table).map { named($0.text, source) }
        }
        var names =
            variants(place.name, .official) + bynames(of: code).map { named(PlaceName($0, table).text, .byname) }
        for former in former[code] ?? [] {
            if let name = former.formerName { names += variants(name, .former) }
            if let code = former.formerCode { names.append(named(code, .former)) }
        }
        var seen: Set<String> = []
        return names.filter { seen.insert($0.folded).inserted }
    }
}
