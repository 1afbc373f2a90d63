import Gazetteer
import IndexStore

extension SuggestTask {
    /// Fewer letters are no beginning of a place without a word that leads to it, only a whole name ("bjm").
    private static let shortestUnmarked = 4
    private static let maxUnmarked = 3

    /// The places that begin with the words behind the last word that leads to a place: Martapura for "sentra dekat
    /// ma".
    func placesAfterMarker(_ typed: TypedText) throws -> [Suggestion] {
        guard let start = typed.place else { return [] }
        let level = start > 0 ? PlaceName.level(ofTitle: typed.words[start - 1]) : nil
        let prefix = start < typed.words.count ? typed.prefix(from: start) : ""
        var stored = try session.index.suggestions(
            prefix: prefix, limit: level == nil ? looked : 50, placesOnly: true)
        if let level, let title = typed.words[..<start].last {
            let isCity = PlaceName.cityTitles.contains(title)
            stored = stored.filter { place in
                guard let code = place.id.flatMap(AdministrativeCode.init) else { return false }
                return code.level == level && (level != .regency || code.isCity == isCity)
            }
        }
        let found = stored.map { Suggestion($0, after: typed.words[..<start]) }
        return found + (try placesWithAbbreviations(typed, from: start, limit: looked - found.count))
    }

    /// The places that the last word begins behind words of other things: "sasirangan banj".
    func placesAfterWords(_ typed: TypedText) throws -> [Suggestion] {
        guard typed.words.count > 1, let last = typed.words.last else { return [] }
        let lead = typed.words.dropLast()
        guard lead.allSatisfy({ !isTold($0) || session.expansion.isKnown($0) }) else { return [] }
        let written = PlaceName(folded: [last], session.engine.placeWords).text
        let stored = try session.index.suggestions(prefix: written, limit: Self.maxUnmarked, placesOnly: true)
        let isLong = last.utf8.count >= Self.shortestUnmarked
        return stored.filter { isLong || $0.folded == written }.map { Suggestion($0, after: lead) }
    }

    /// The places that begin with the words from `start` on if abbreviations are written out: Sungai Jingah for "sei
    /// ji".
    func placesWithAbbreviations(_ typed: TypedText, from start: Int, limit: Int) throws -> [Suggestion] {
        guard limit > 0, start < typed.words.count else { return [] }
        let words = Array(typed.words[start...])
        let written = PlaceName(folded: words, session.engine.placeWords).words
        guard written != words else { return [] }
        let prefix = written.joined(separator: " ") + (typed.endsWord ? " " : "")
        return try session.index.suggestions(prefix: prefix, limit: limit, placesOnly: true).map {
            Suggestion($0, after: typed.words[..<start])
        }
    }
}
