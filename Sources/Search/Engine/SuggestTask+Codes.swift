import Foundation
import Gazetteer
import IndexDefinition
import IndexStore

extension SuggestTask {
    /// The documents and places whose id or code begins with the text: "sentra-01", "63.05", "6305".
    ///
    /// Empty if the text has a blank, or neither digit nor hyphen.
    func suggestionsOfCode(_ text: String) throws -> [Suggestion] {
        let typed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        let bytes = typed.utf8
        guard bytes.contains(where: { isDigit($0) || $0 == UInt8(ascii: "-") }),
            !typed.contains(where: \.isWhitespace)
        else { return [] }
        let places = try placesOfCode(typed)
        return try places.isEmpty ? documentsOfID(typed) : places
    }

    private func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

    /// The place of a code and those in it, or the places whose codes begin so.
    private func placesOfCode(_ typed: String) throws -> [Suggestion] {
        let digits = typed.utf8.filter(isDigit)
        guard digits.count > 1, typed.utf8.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: ".") }) else { return [] }
        let dotted = AdministrativeCode.dotted(digits)
        guard !typed.contains(".") || "\(dotted)." == typed || dotted == typed else { return [] }
        var places = try session.index.places(withCodePrefix: dotted, limit: limit)
        if places.first?.code.dotted == dotted {
            places += try session.index.places(withCodePrefix: dotted + ".", limit: limit - 1)
        } else if places.isEmpty, let former = AdministrativeCode(dotted) {
            places += try [session.index.place(formerCode: former)].compactMap(\.self)
        }
        return places.map { place in
            Suggestion(
                text: PlaceName.withoutTitle(place.name, place.level), kind: .place,
                label: "\(place.code.dotted), \(place.label)", id: place.code.dotted)
        }
    }

    private func documentsOfID(_ typed: String) throws -> [Suggestion] {
        for prefix in [typed, typed.lowercased(), typed.uppercased()] {
            let documents = try session.index.documents(withIDPrefix: prefix, limit: limit)
            guard documents.isEmpty else {
                return documents.map { document in
                    Suggestion(
                        text: document.name, kind: .document, label: document.id, id: document.id,
                        collection: document.kind.description.plural)
                }
            }
        }
        return []
    }
}
