import Gazetteer
import IndexStore
import TextAnalysis

/// Looks up the places of filters and queries in the index.
///
///     try directory.meaning(of: "Kampung Baru, Tanah Bumbu")     // .place(63.10...)
struct PlaceDirectory {
    let places: IndexPlaces
    let words: PlaceWords

    private var index: any SearchIndex { places.index }

    // MARK: - Filters

    /// The meaning of a filter's text: a code, a name, or a name with the areas around it.
    ///
    /// Only places of the level are searched; nil means any level.
    func meaning(of text: String, level: AdministrativeLevel? = nil) throws -> PlaceMeaning {
        var resolver = PlaceResolver(places, words: words)
        return PlaceMeaning(try resolver.answer(to: text, at: level))
    }

    /// At most five names that are similar to one that is not in the index.
    func similar(to text: String, level: AdministrativeLevel? = nil) throws -> [ResolvedPlace] {
        let name = text.split(separator: ",").first.map { Tokenizer.joined(String($0)).text } ?? ""
        let edits = EditDistance.allowedEdits(for: name)
        guard edits > 0 else { return [] }
        let near = try index.places(namedWithPrefix: String(name.prefix(1)), limit: 50_000).compactMap { named in
            EditDistance.cost(name, named.folded, edits: edits).map { (cost: $0, place: named.place) }
        }
        var seen: Set<AdministrativeCode> = []
        let ranked = near.filter { level == nil || $0.place.level == level }
            .sorted { ($0.cost, $0.place.level, $0.place.code) < ($1.cost, $1.place.level, $1.place.code) }
        return ranked.filter { seen.insert($0.place.code).inserted }.prefix(5).map { ResolvedPlace($0.place) }
    }

    // MARK: - Questions

    /// False if no place's name begins with the word, so that it need not be looked up.
    func mayBeginName(_ word: String) -> Bool {
        index.beginsPlaceName(word) || PlaceName.level(ofTitle: word) != nil
            || words.writtenOut(word, at: 0, of: 2) != nil
    }

    /// The place of a code of the present or, else, of an earlier division; nil if there is none.
    func place(_ code: AdministrativeCode) throws -> Place? {
        try places.place(code) ?? places.place(formerCode: code)
    }

    /// Reads the places of all leading parts of the runs in one statement, so that `places(named:)` finds them in
    /// memory.
    func load(_ runs: [[String]]) throws {
        try places.load(runs.flatMap { run in run.indices.flatMap { Self.forms(of: Array(run[...$0]), words) } })
    }

    /// All places of a name.
    ///
    /// The name is looked up as it is; without the title before it ("Kec. Simpang Empat"); with abbreviations written
    /// out; with its words joined ("Kota Baru" for Kotabaru); and if `splitting` is true, with one word as two
    /// ("Batibati").
    func places(named name: [String], splitting: Bool) throws -> [NamedPlace] {
        guard let title = name.first else { return [] }
        let found = try places(spelled: name, splitting: splitting)
        if !found.isEmpty { return found }
        guard name.count > 1, let level = PlaceName.level(ofTitle: title) else { return [] }
        return try places(spelled: Array(name.dropFirst()), splitting: splitting).filter { $0.place.level == level }
    }

    /// The places with a name that sounds the same: "Seberang Masjid" for Seberang Mesjid.
    func places(soundingLike name: [String]) throws -> [Place] {
        let forms = Self.forms(of: name, words)
        try places.load(soundsOf: forms)
        for (index, form) in forms.enumerated() {
            let level = index > 0 ? name.first.flatMap(PlaceName.level) : nil
            let found = try places.places(soundingLike: form).filter { level == nil || $0.level == level }
            if !found.isEmpty { return found }
        }
        return []
    }

    /// Keeps the places that lie in one of the areas.
    static func inside(_ named: [NamedPlace], of areas: [NamedPlace]) -> [NamedPlace] {
        named.filter { inner in
            areas.contains { $0.place.code != inner.place.code && inner.place.lies(in: $0.place) }
        }
    }

    private func places(spelled name: [String], splitting: Bool) throws -> [NamedPlace] {
        let writtenOut = PlaceName(folded: name, words)
        let found = try places.places(named: writtenOut)
        for folded in [name.joined(separator: " "), writtenOut.text] {
            let exact = found.filter { $0.folded == folded }
            if !exact.isEmpty { return exact }
        }
        return name.count > 1 || splitting ? found : []
    }

    /// The forms of a name that are looked up, and those without the title.
    private static func forms(of name: [String], _ words: PlaceWords) -> [PlaceName] {
        var forms = [PlaceName(folded: name, words)]
        if name.count > 1, let first = name.first, PlaceName.level(ofTitle: first) != nil {
            forms.append(PlaceName(folded: Array(name.dropFirst()), words))
        }
        return forms
    }
}

extension ResolvedPlace {
    init(_ place: Place) {
        self.init(
            code: place.code.dotted, name: place.name, kind: place.kind, label: place.label,
            coordinate: place.coordinate, accuracyMetres: place.accuracyMetres)
    }
}

extension Place {
    /// The place as an answer shows it.
    var resolved: ResolvedPlace { ResolvedPlace(self) }
}
