import Gazetteer
import QueryLanguage
import TextAnalysis

/// Finds the places that a query names.
struct PlaceReader {
    /// The largest number of words in a name, without the area around it.
    private static let longestName = 5

    let directory: PlaceDirectory
    let analyzer: Analyzer
    let corrector: TermCorrector
    let markers: PlaceMarkers
    let outside: OutsidePlaces

    /// The places that a question names.
    struct Readings {
        /// Every reading worth trying, the likeliest first.
        var inside: [PlaceReading] = []
        /// The names of places that the data do not have.
        var outside: [(words: Range<Int>, name: String)] = []
        /// The words that ask for the nearest, such as "terdekat"; empty unless a place is named.
        var nearestWords: Set<Int> = []
    }

    /// The possible readings, the likeliest first.
    ///
    /// Shape: readings with a leading word ("di", "dekat") first, the last in the question before others; then bare
    /// names, regencies before districts before villages, longer names before shorter, later before earlier.
    /// Overlapping readings of the same kind are left out.
    func readings(of question: Question) throws -> Readings {
        try load(question)
        var readings = Readings()
        var index = 0
        let nearestWords = markers.nearestWords(in: question)
        while index < question.words.count {
            if let reading = try markedReading(of: question, at: index, asksForNearest: !nearestWords.isEmpty) {
                readings.inside.append(reading)
                index = reading.words.upperBound
            } else if let (words, name) = outsidePlace(in: question, at: index) {
                readings.outside.append((words, name))
                index = words.upperBound
            } else {
                index += 1
            }
        }
        let taken = readings.inside.map(\.words) + readings.outside.map(\.words)
        // What stands beside a place outside the data is asked of that place: "batik solo" is not the village Batik.
        var bare = readings.outside.isEmpty ? try bareReadings(of: question, apartFrom: taken) : []
        if !nearestWords.isEmpty {
            for index in bare.indices { bare[index].relation = .near }
        }
        readings.inside = readings.inside.reversed() + bare
        if !readings.inside.isEmpty { readings.nearestWords = nearestWords }
        return readings
    }

    private func markedReading(of question: Question, at start: Int, asksForNearest: Bool) throws -> PlaceReading? {
        guard !question.consumed.contains(start) else { return nil }
        if let (length, metres) = PlaceMarkers.distance(in: question, at: start) {
            return try reading(of: question, from: start, name: start + length, relation: .within(metres: metres))
        }
        for marker in markers.markers(in: question, at: start) {
            guard let relation = marker.relation.reading(asksForNearest: asksForNearest) else { continue }
            let name = start + marker.length
            if let reading = try reading(of: question, from: start, name: name, relation: relation) { return reading }
        }
        return nil
    }

    /// A place outside the data that is named at a word, with the words that lead to it.
    ///
    /// Without such words only a name counts that no document has.
    private func outsidePlace(in question: Question, at start: Int) -> (words: Range<Int>, name: String)? {
        guard !question.consumed.contains(start) else { return nil }
        for marker in markers.markers(in: question, at: start) where marker.relation != .to {
            let name = start + marker.length
            guard name < question.words.count,
                let (length, entry) = outside.entry(in: Self.run(in: question, from: name))
            else { continue }
            return (start..<(name + length), entry.name)
        }
        let run = Self.run(in: question, from: start)
        guard let (length, entry) = outside.entry(in: run), !entry.needsMarker,
            run.prefix(length).contains(where: corrector.isUnknown)
        else { return nil }
        return (start..<(start + length), entry.name)
    }

    private func reading(of question: Question, from start: Int, name: Int, relation: PlaceReading.Relation) throws
        -> PlaceReading?
    {
        guard let (length, named) = try longestName(in: question, at: name, isLed: true) else { return nil }
        let (end, narrowed) = try narrowed(named, in: question, after: name + length)
        return PlaceReading(words: start..<end, name: name..<end, relation: relation, meaning: PlaceMeaning(narrowed))
    }

    /// The longest run of words from `start` that names a place.
    ///
    /// A word that no document has may be misspelled. `isLed` is true if a leading word ("di", "dekat") is before the
    /// name. Then a longer name may also be one that sounds the same.
    private func longestName(in question: Question, at start: Int, isLed: Bool) throws -> (
        length: Int, places: [NamedPlace]
    )? {
        let run = Self.run(in: question, from: start)
        guard let first = run.first else { return nil }
        if let found = try place(withCodeIn: question, at: start, isLed: isLed) { return found }
        var found: (length: Int, places: [NamedPlace])?
        if isLed || directory.mayBeginName(first) { found = try longestName(of: run, isLed: isLed) }
        // A bare word is a place only if it is spelled as one.
        guard isLed else { return found }
        if let outside = outside.entry(in: run), outside.length > found?.length ?? 0 { return nil }
        if found == nil { found = try longestCorrectedName(of: run) }
        guard found?.length != run.count else { return found }
        return try longestName(soundingLike: run, longerThan: found?.length ?? 0) ?? found
    }

    private func longestName(of run: [String], isLed: Bool) throws -> (length: Int, places: [NamedPlace])? {
        try directory.load([run])
        for length in stride(from: run.count, to: 0, by: -1) {
            let places = try directory.places(named: Array(run.prefix(length)), splitting: isLed)
            if !places.isEmpty { return (length, places) }
        }
        return nil
    }

    /// The place of a code, such as 63.05.02.2005 or 6305022005.
    ///
    /// A code beside other words, without one that leads to it, needs its dots or eight digits, because a short number
    /// may be a price.
    private func place(withCodeIn question: Question, at start: Int, isLed: Bool) throws -> (
        length: Int, places: [NamedPlace]
    )? {
        let clause = question.words[start].clause
        guard start == 0 || question.words[start - 1].clause != clause else { return nil }
        let text = question.query.clauses[clause].text
        guard text.utf8.first.map({ 0x30...0x39 ~= $0 }) ?? false, let code = WrittenCode(text)?.code else {
            return nil
        }
        let isSure = isLed || text.contains(".") || text.utf8.count >= 8 || question.query.clauses.count == 1
        guard isSure, let place = try directory.place(code) else {
            return nil
        }
        let length = question.words[start...].prefix { $0.clause == clause }.count
        return (length, [NamedPlace(place: place, source: .official, folded: text)])
    }

    private func longestCorrectedName(of run: [String]) throws -> (length: Int, places: [NamedPlace])? {
        let corrected = run.map { mayBeSlip($0) ? corrector.bestCorrection(of: $0) ?? $0 : $0 }
        guard corrected != run else { return nil }
        guard let found = try longestName(of: corrected, isLed: true),
            corrected.prefix(found.length) != run.prefix(found.length)
        else { return nil }
        return found
    }

    /// False for words of documents and for everyday words.
    private func mayBeSlip(_ word: String) -> Bool { corrector.isUnknown(word) && !analyzer.isCommonWord(word) }

    /// The longest part of the run that sounds like a place's name; a single word only if no document has it.
    private func longestName(soundingLike run: [String], longerThan least: Int) throws -> (
        length: Int, places: [NamedPlace]
    )? {
        for length in stride(from: run.count, to: least, by: -1) {
            guard length > 1 || mayBeSlip(run[0]) else { return nil }
            let name = Array(run.prefix(length))
            let places = try directory.places(soundingLike: name)
            guard !places.isEmpty else { continue }
            let folded = name.joined(separator: " ")
            return (length, places.map { NamedPlace(place: $0, source: .official, folded: folded) })
        }
        return nil
    }

    /// Reads the names that the query can have with one statement.
    private func load(_ question: Question) throws {
        let starts = question.words.indices.filter { index in
            directory.mayBeginName(question.words[index].text)
                || index > 0 && markers.canLead(question.words[index - 1].text)
        }
        try directory.load(starts.map { Self.run(in: question, from: $0) })
    }

    /// Adds the area that follows a name: "kampung baru tanah bumbu".
    private func narrowed(_ named: [NamedPlace], in question: Question, after end: Int) throws -> (
        end: Int, places: [NamedPlace]
    ) {
        var (end, named) = (end, named)
        while end < question.words.count, question.areNeighbours(end - 1, end),
            let (length, around) = try longestName(in: question, at: end, isLed: false)
        {
            let inside = PlaceDirectory.inside(named, of: around)
            guard !inside.isEmpty else { break }
            named = inside
            end += length
        }
        return (end, named)
    }

    private func bareReadings(of question: Question, apartFrom taken: [Range<Int>]) throws -> [PlaceReading] {
        var readings: [PlaceReading] = []
        var start = 0
        while start < question.words.count {
            guard !taken.contains(where: { $0.contains(start) }), !question.consumed.contains(start),
                !analyzer.isStopWord(question.words[start].text),
                let (length, named) = try longestName(in: question, at: start, isLed: false)
            else {
                start += 1
                continue
            }
            let (end, places) = try narrowed(named, in: question, after: start + length)
            readings.append(
                PlaceReading(words: start..<end, name: start..<end, relation: .bare, meaning: PlaceMeaning(places)))
            // The area is also a reading of its own if the name may be a plain word: "gula merah Balangan".
            start = readings.last?.words.count == question.words.count ? end : start + length
        }
        return Self.containingFirst(
            readings.enumerated().sorted { first, second in
                let levels = (Self.level(first.element), Self.level(second.element))
                if levels.0 != levels.1 { return levels.0 < levels.1 }
                return (first.element.name.count, first.offset) > (second.element.name.count, second.offset)
            }.map(\.element))
    }

    private static func containingFirst(_ readings: [PlaceReading]) -> [PlaceReading] {
        var ordered: [PlaceReading] = []
        for reading in readings where !ordered.contains(where: { $0.words == reading.words }) {
            ordered += readings.filter {
                $0.words != reading.words && $0.words.contains(reading.words)
                    && !ordered.map(\.words).contains($0.words)
            }
            ordered.append(reading)
        }
        return ordered
    }

    private static func level(_ reading: PlaceReading) -> Int {
        reading.meaning.areas.map(\.level.rawValue).min() ?? AdministrativeLevel.allCases.count
    }

    /// The words from `start` that can belong to one name.
    private static func run(in question: Question, from start: Int) -> [String] {
        var run: [String] = []
        var index = start
        while index < question.words.count, run.count < longestName, !question.consumed.contains(index),
            index == start || question.areNeighbours(index - 1, index)
        {
            run.append(question.words[index].text)
            index += 1
        }
        return run
    }
}

extension PlaceMarkers.Relation {
    /// How a question relates to the place after the marker; nil if the marker leads to no place.
    fileprivate func reading(asksForNearest: Bool) -> PlaceReading.Relation? {
        switch self {
        case .near, .nearest: .near
        case .inside: asksForNearest ? .near : .inside
        case .to: asksForNearest ? .near : nil
        }
    }
}
