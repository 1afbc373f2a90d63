/// Finds the village, district and regency that a text means, and reports each difference from the text.
///
///     var resolver = PlaceResolver(source, words: words)
///     try resolver.resolve(PlaceText(location: "Nagara, Hulu Sungai Selatan")).level
///     // .regency: three districts share the by-name
///
/// A place is taken if it is the only one that fits and differs from the text in one respect at most; every difference
/// is a finding. If no village is sure, the district is taken, else the regency. Complexity: at most 100,000 recent
/// texts are cached. Use one resolver for each thread.
package struct PlaceResolver<Source: PlaceSource> {
    package let lookup: PlaceLookup<Source>
    private var reader: AddressReader
    private var known: [PlaceText: PlaceResolution] = [:]
    private let capacity = 100_000

    package init(_ source: Source, words: PlaceWords) {
        lookup = PlaceLookup(source, words: words)
        reader = AddressReader(words: words)
    }

    package var source: Source { lookup.source }

    package mutating func resolve(_ text: PlaceText) throws -> PlaceResolution {
        if let resolution = known[text] { return resolution }
        let resolution = try search(text)
        if known.count >= capacity { known.removeAll(keepingCapacity: true) }
        known[text] = resolution
        return resolution
    }

    private mutating func search(_ text: PlaceText) throws -> PlaceResolution {
        let reading = try RowReading(text, reader: &reader, lookup: lookup)
        var search = try PlaceSearch(lookup: lookup, reading: reading)
        guard let code = text.code, !PlaceName.folded(code).isEmpty else {
            let place = try search.place()
            return try PlaceResolution(place, findings: search.findings, in: source)
        }
        var coded = try CodedPlace(code, agreeingWith: search)
        if let place = coded.place {
            if place.level == .village {
                let findings = try coded.findings + search.remark(onNameOf: place)
                return try PlaceResolution(place, findings: findings, in: source)
            }
            try search.narrow(to: place, written: code)
        } else if coded.isContradicted, reading.isNameAlone {
            // The code means one place and a single name means another: neither is sure.
            return try PlaceResolution(nil, findings: coded.findings, in: source)
        }
        let named = try search.place()
        let place = coded.combined(with: named)
        return try PlaceResolution(place, findings: coded.findings + search.findings, in: source)
    }
}

extension PlaceResolver where Source == PlaceTable {
    package init(_ table: PlaceTable) { self.init(table, words: table.words) }
}

/// The place of a row's code, compared with the row's names.
struct CodedPlace {
    /// The place of the code; nil if there is none, or if the names say otherwise.
    let place: Place?
    var findings: [PlaceFinding] = []
    private let level: AdministrativeLevel?

    init(_ text: String, agreeingWith names: PlaceSearch<some PlaceSource>) throws {
        let phrase = PlacePhrase(field: .code, written: text, name: PlaceName(words: []), level: nil)
        guard let written = WrittenCode(text) else {
            (place, level, findings) = (nil, nil, [PlaceFinding(.codeUnreadable, phrase)])
            return
        }
        level = written.code.level
        guard written.form != .statistics else {
            (place, findings) = (nil, [PlaceFinding(.codeOfStatistics, phrase)])
            return
        }
        let source = names.lookup.source
        let present = try source.place(written.code)
        guard let found = try present ?? source.place(formerCode: written.code) else {
            (place, findings) = (nil, [PlaceFinding(.codeUnknown, phrase)])
            return
        }
        guard try names.agrees(with: found) else {
            (place, findings) = (nil, [PlaceFinding(.codeContradictsName, phrase, found, .code)])
            return
        }
        place = found
        if present == nil { findings = [PlaceFinding(.formerCode, phrase, found, .former)] }
    }

    /// True if the code is a place's code and the row's names contradict it.
    var isContradicted: Bool { findings.contains { $0.cause == .codeContradictsName } }

    /// The smaller of two places: that of the code and that of the names.
    ///
    /// If they disagree, that of the names.
    ///
    /// A refused code is not reported if the names give a place of the same level.
    mutating func combined(with named: Place?) -> Place? {
        guard let place, let named else {
            for index in findings.indices where place == nil {
                findings[index].isAccepted = named.map { $0.level >= level ?? .village } ?? false
            }
            return place ?? named
        }
        return place.lies(in: named) ? place : named
    }
}
