/// Finds the village, district and regency that a row means, never by a silent guess.
///
///     var resolver = PlaceResolver(gazetteer)
///     resolver.resolve(PlaceText(location: "Nagara, Hulu Sungai Selatan")).level      // .regency: three districts share the by-name
///
/// A place is taken where it is the only one that fits and departs from the text in one respect at most; every
/// departure is a finding. Where no village is sure, the district is taken, else the regency. Complexity: texts seen
/// lately are answered from a table of at most 100,000; use one resolver a thread.
package struct PlaceResolver {
    package let gazetteer: Gazetteer
    private var reader: AddressReader
    private var known: [PlaceText: PlaceResolution] = [:]
    private static let capacity = 100_000

    package init(_ gazetteer: Gazetteer) {
        self.gazetteer = gazetteer
        reader = AddressReader(words: gazetteer.words)
    }

    package mutating func resolve(_ text: PlaceText) -> PlaceResolution {
        if let resolution = known[text] { return resolution }
        let resolution = search(text)
        if known.count >= Self.capacity { known.removeAll(keepingCapacity: true) }
        known[text] = resolution
        return resolution
    }

    private mutating func search(_ text: PlaceText) -> PlaceResolution {
        var search = PlaceSearch(
            gazetteer: gazetteer, reading: PlaceReading(text, reader: &reader, gazetteer: gazetteer))
        guard let code = text.code, !PlaceName.folded(code).isEmpty else {
            let place = search.place()
            return PlaceResolution(place: place, findings: search.findings, in: gazetteer)
        }
        var coded = CodedPlace(code, in: gazetteer, agreeingWith: search)
        if let place = coded.place {
            if gazetteer.entries[place].level == .village {
                return PlaceResolution(
                    place: place, findings: coded.findings + search.remark(onNameOf: place), in: gazetteer)
            }
            search.narrow(to: place, written: code)
        } else if coded.isContradicted, search.reading.isNameAlone {
            // The code says one place and a bare name another: neither is sure.
            return PlaceResolution(place: nil, findings: coded.findings, in: gazetteer)
        }
        let named = search.place()
        let place = coded.combined(with: named, in: gazetteer)
        return PlaceResolution(place: place, findings: coded.findings + search.findings, in: gazetteer)
    }
}

/// What a row's code says, held against its names.
struct CodedPlace {
    /// The place of the code; nil where there is none, or where the names say otherwise.
    let place: Int?
    var findings: [PlaceFinding] = []
    private let level: PlaceLevel?

    init(_ text: String, in gazetteer: Gazetteer, agreeingWith names: PlaceSearch) {
        let phrase = PlacePhrase(field: .code, written: text, name: PlaceName(words: []), level: nil)
        guard let code = PlaceCode.read(text) else {
            (place, level, findings) = (nil, nil, [PlaceFinding(.codeUnreadable, phrase)])
            return
        }
        level = PlaceLevel(code: code.dotted)
        guard code.form != .bps else {
            (place, findings) = (nil, [PlaceFinding(.codeOfStatistics, phrase)])
            return
        }
        let present = gazetteer.place(code: code.dotted)
        guard let found = present ?? gazetteer.place(formerCode: code.dotted) else {
            (place, findings) = (nil, [PlaceFinding(.codeUnknown, phrase)])
            return
        }
        guard names.agrees(with: found) else {
            (place, findings) = (nil, [PlaceFinding(.codeContradictsName, phrase, [gazetteer.candidate(found, .code)])])
            return
        }
        place = found
        if present == nil { findings = [PlaceFinding(.formerCode, phrase, [gazetteer.candidate(found, .former)])] }
    }

    /// True where the code is a place's, and the row's names are not.
    var isContradicted: Bool { findings.contains { $0.cause == .codeContradictsName } }

    /// The place of the code or of the names, whichever is smaller; that of the names where they disagree.
    ///
    /// A refused code is no loss where the names place the row as finely.
    mutating func combined(with named: Int?, in gazetteer: Gazetteer) -> Int? {
        guard let place, let named else {
            let reached = named.flatMap { gazetteer.entries[$0].level }
            for index in findings.indices where place == nil {
                findings[index].isAccepted = reached.map { $0 >= level ?? .village } ?? false
            }
            return place ?? named
        }
        return gazetteer.range(of: named).contains(place) ? place : named
    }
}
