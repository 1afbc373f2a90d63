import Foundation
import Gazetteer
import Geo
import IndexDefinition
import IndexStore
import Projection
import Search
import TestSupport

/// Measures the latency of searches inside the process: median and 99th percentile.
struct SearchMeasure {
    let data: URL
    /// More questions to measure, beside those that are made of terms.
    let asked: [String]

    func run(questionsOnly: Bool) throws {
        let generation = try Generation.open(dataDirectory: data)
        let engine = try SearchEngine(generation: generation)
        let session = try engine.session()
        let index = try generation.reader { Geodesic.wgs84.distance(from: $0, to: $1) }
        let terms = index.terms(withPrefix: "", limit: .max)
        let picked = TermPicker(terms, documents: generation.documentCount)
        if !questionsOnly { try measureParts(session, picked, generation, index) }
        print("vocabulary: \(terms.count) terms, \(tenths(try vocabularyMegabytes(generation))) MB, mapped")
        try measureQuestions(session, words: picked.questions, places: try placeNames(index))
        if !asked.isEmpty { try measure(session, [("asked questions", asked)]) }
    }

    private func measureParts(
        _ session: SearchSession, _ terms: TermPicker, _ generation: Generation, _ index: any SearchIndex
    ) throws {
        var random = SeededGenerator(seed: 7)
        let points = DocumentKind.allCases.flatMap(generation.coordinates)
        let centres = (0..<200).compactMap { _ in points.randomElement(using: &random) }

        try measure("selective term, top 10", terms.selective) { try session.search(literal($0)) }
        let common = try measure(
            "term in about a fifth of all documents (\(terms.common.joined(separator: ", "))), top 10", terms.common
        ) {
            try session.search(literal($0))
        }
        let byRank = try RankFloor(generation: generation)
        let floor = try measure("the same by ORDER BY rank", terms.common) { try byRank.top(10, $0) }
        print("  ratio: \(tenths(floor / common)) times faster than ORDER BY rank")
        try FactMeasure(session: session, words: terms.common).run(wordAlone: common)
        try measure("two terms within 25 km of a place", Array(zip(terms.pairs, centres))) { pair, centre in
            var request = literal(pair)
            request.near = .coordinate(centre)
            request.radiusMetres = 25_000
            return try session.search(request)
        }
        for degrees in [0.1, 1, 10] {
            try measure("box of \(degrees) degrees around a document, without words", centres) { centre in
                try session.search(boxRequest("", around: centre, degrees: degrees))
            }
        }
        let placed =
            terms.common.isEmpty ? [] : centres.enumerated().map { (terms.common[$0 % terms.common.count], $1) }
        try measure("term in about a fifth of all documents, in a box of 0.1 degrees", placed) { word, centre in
            try session.search(boxRequest(word, around: centre, degrees: 0.1))
        }
        try measure("10 nearest, through Search", centres) { centre in
            var request = SearchRequest()
            request.near = .coordinate(centre)
            return try session.near(request)
        }
        try measure("10 nearest, the tree and its geodesics alone", centres) { centre in
            var query = IndexQuery(order: .distance, limit: 10)
            query.origin = centre
            return try index.match(query)
        }
        try measure("a suggestion", terms.selective + terms.common) { try session.suggest(String($0.prefix(4))) }
    }

    /// Understanding alone, then the whole search, of plain questions, of those with a slip, with a place, and with
    /// both.
    private func measureQuestions(_ session: SearchSession, words: [String], places: [String]) throws {
        let placed = zip(words, places)
        let kinds = [
            ("plain questions", words), ("questions with a slip", words.enumerated().map { slip($1, $0) }),
            ("questions with a place", placed.map { $0 + " dekat " + $1 }),
            ("questions with a slip and a place", placed.enumerated().map { slip($1.0, $0) + " dekat " + $1.1 }),
            ("questions that end in a place", placed.map { $0 + " " + $1 }),
        ]
        try measure(session, kinds)
    }

    private func measure(_ session: SearchSession, _ kinds: [(String, [String])]) throws {
        for (kind, questions) in kinds {
            try measure("understanding \(questions.count) \(kind)", questions) { try session.understand($0) }
        }
        for (kind, questions) in kinds {
            try measure("search of \(kind)", Array(questions.prefix(200))) {
                try session.search(SearchRequest(text: $0))
            }
        }
    }

    private func vocabularyMegabytes(_ generation: Generation) throws -> Double {
        let file = data.appendingPathComponent("generations/\(generation.name)/vocabulary.bin")
        return Double(try file.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0) / 1_000_000
    }

    /// Names of villages, districts and regencies, spread over the country.
    private func placeNames(_ index: any SearchIndex) throws -> [String] {
        let named = try index.places(namedWithPrefix: "", limit: .max)
        let byCode = Dictionary(named.map { ($0.place.code, $0.place.name) }, uniquingKeysWith: { first, _ in first })
        let names = byCode.sorted { $0.key < $1.key }.map(\.value)
        return stride(from: 0, to: names.count, by: max(1, names.count / 1000)).map { names[$0] }
    }

    private func boxRequest(_ text: String, around centre: Coordinate, degrees: Double) -> SearchRequest {
        var request = literal(text)
        request.box = BoundingBox(
            west: centre.longitude - degrees / 2, south: centre.latitude - degrees / 2,
            east: centre.longitude + degrees / 2, north: centre.latitude + degrees / 2)
        return request
    }

    private func literal(_ text: String) -> SearchRequest {
        var request = SearchRequest(text: text)
        request.isLiteral = true
        return request
    }

    /// The query with a typo in its first word: in turn, two letters swapped, one lost, one doubled, one changed.
    ///
    /// The first letter seldom changes.
    private func slip(_ question: String, _ number: Int) -> String {
        let words = question.split(separator: " ")
        guard var letters = words.first.map(Array.init), letters.count > 3 else { return question }
        let place = number % 20 == 0 ? 0 : 1 + number % (letters.count - 2)
        switch number % 4 {
        case 0: letters.swapAt(place, place + 1)
        case 1: letters.remove(at: place)
        case 2: letters.insert(letters[place], at: place)
        default: letters[place] = letters[place] == "e" ? "i" : "e"
        }
        return ([String(letters)] + words.dropFirst().map(String.init)).joined(separator: " ")
    }

    /// Runs each input about ten times after a first round, prints and returns the median in microseconds.
    ///
    /// The times are those of the processor, because other programs of the machine delay single runs.
    @discardableResult
    static func measure<Input, Output>(_ what: String, _ inputs: [Input], _ work: (Input) throws -> Output) throws
        -> Double
    {
        var times: [Double] = []
        for round in 0..<max(3, 400 / max(1, inputs.count)) {
            for input in inputs {
                let begun = processorMicroseconds()
                _ = try work(input)
                if round > 0 { times.append(processorMicroseconds() - begun) }
            }
        }
        times.sort()
        guard let median = times.dropFirst(times.count / 2).first,
            let last = times.dropFirst(times.count * 99 / 100).first
        else {
            return 0
        }
        print("\(what): median \(tenths(median)) us, 99th percentile \(tenths(last)) us")
        return median
    }

    /// The processor time of this thread.
    private static func processorMicroseconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1_000_000 + Double(time.tv_nsec) / 1_000
    }

    @discardableResult
    private func measure<Input, Output>(_ what: String, _ inputs: [Input], _ work: (Input) throws -> Output) throws
        -> Double
    {
        try Self.measure(what, inputs, work)
    }
}
