import Gazetteer

/// A text that a place is offered under while one types.
struct PlaceSuggestion: Equatable {
    /// The kind of a by-name, which may cover several places.
    static let areaKind = "area"

    var folded: String
    /// The text that is offered.
    var text: String
    /// "village", "area" or the word of the catalog for a region.
    var kind: String
    /// True for the official name with its title and for the motto of a regency ("Bumi Murakata"), which are offered
    /// behind what people say.
    var isFormal = false

    /// The texts that lead to the place.
    ///
    /// The official name is offered without its title, unless the title is typed: "tapin" offers Tapin and "kabupaten
    /// tapin" Kabupaten Tapin. An abbreviation is written out (hss: Hulu Sungai Selatan). Another by-name is offered as
    /// it is (Rantau). The official name of a village is left out, because the village's document has it.
    static func all(of draft: PlaceDraft) -> [PlaceSuggestion] {
        let place = draft.place
        let short = PlaceName.withoutTitle(place.name, place.level)
        let kind = place.level == .village ? "village" : place.kind
        let official = draft.names.first?.folded
        let names = place.level == .village ? draft.names.dropFirst() : draft.names[...]
        return names.filter { !$0.folded.isEmpty && WrittenCode($0.folded) == nil }.map { name in
            if name.source == .byname, !isAbbreviation(name.folded, of: short) {
                return PlaceSuggestion(
                    folded: name.folded, text: capitalized(name.folded), kind: areaKind,
                    isFormal: place.level < .district)
            }
            let hasTitle = name.folded == official && short != place.name
            return PlaceSuggestion(
                folded: name.folded, text: hasTitle ? place.name : short, kind: kind, isFormal: hasTitle)
        }
    }

    /// True if the letters are some of the name's, in its order, and the first is the name's first.
    ///
    /// Whole words of the
    /// name are no abbreviation: the town Amuntai is not Amuntai Tengah.
    static func isAbbreviation(_ folded: String, of name: String) -> Bool {
        let words = PlaceName.folded(name)
        guard !folded.split(separator: " ").allSatisfy({ words.contains(String($0)) }) else { return false }
        let letters = folded.utf8.filter { $0 != UInt8(ascii: " ") }
        let full = words.joined().utf8
        guard letters.count <= full.count, letters.first == full.first else { return false }
        var rest = full[...]
        return letters.allSatisfy { letter in
            guard let index = rest.firstIndex(of: letter) else { return false }
            rest = rest[rest.index(after: index)...]
            return true
        }
    }

    private static func capitalized(_ folded: String) -> String {
        folded.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    }
}
