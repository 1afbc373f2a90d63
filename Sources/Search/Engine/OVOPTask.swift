import Base
import Gazetteer
import IndexDefinition
import IndexStore

/// Answers one question for the candidates of OVOP.
struct OVOPTask {
    let session: SearchSession
    let request: OVOPRequest
    private let watch = Stopwatch()

    private var index: any SearchIndex { session.index }

    init(session: SearchSession, request: OVOPRequest) {
        self.session = session
        self.request = request
    }

    func answer() throws -> OVOPAnswer {
        guard SearchRequest.answerLimits.contains(request.limit) else {
            throw SearchError.invalid(
                "limit", value: "\(request.limit)",
                expected: "a number from 1 to \(SearchRequest.answerLimits.upperBound)")
        }
        let regency = try request.regency.map { try session.resolver.regency($0, parameter: "regency") }
        let code = regency?.code
        let rank = try lastRank(regency: code)
        let judged = try index.ovopCandidates(inRegency: code, after: rank, limit: request.limit + 1)
        let page = try judged.prefix(request.limit).map { judgement in
            OVOPAnswer.Candidate(judgement: judgement, hit: try session.document(judgement.id))
        }
        let all = try index.ovopCounts()
        let counts = code.map { all[$0] ?? OVOPCounts() } ?? OVOPCounts(sum: all.values)
        return OVOPAnswer(
            generation: session.generationName, tookMilliseconds: watch.milliseconds, regency: regency,
            total: counts.sentra, candidates: page,
            next: judged.count > request.limit ? try cursor(after: page.last, regency: code) : nil, counts: counts,
            villagesWithoutProduct: try code.map {
                try index.villagesWithoutProduct(inRegency: $0).map { $0.resolved }
            },
            regencies: code == nil ? try regencies(all) : nil, definition: try IndexDefinition.ovop())
    }

    private func regencies(_ counts: [String: OVOPCounts]) throws -> [OVOPAnswer.Regency] {
        try counts.keys.sorted().compactMap { code in
            guard let known = AdministrativeCode(code), let place = try index.place(known), let counts = counts[code]
            else { return nil }
            return OVOPAnswer.Regency(place: place.resolved, counts: counts)
        }
    }

    /// The rank after which the page begins.
    private func lastRank(regency: String?) throws -> Int {
        guard let text = request.cursor else { return 0 }
        guard let cursor = Cursor(text), let rank = Int(exactly: cursor.key) else {
            throw SearchError.cursorInvalid(text)
        }
        guard cursor.generation == session.generationName else {
            throw SearchError.cursorStale(from: cursor.generation, current: session.generationName)
        }
        guard cursor.requestDigest == digest(regency) else { throw SearchError.cursorInvalid(text) }
        return rank
    }

    private func cursor(after last: OVOPAnswer.Candidate?, regency: String?) throws -> String? {
        guard let last, let document = try index.document(withID: last.hit.id) else { return nil }
        return Cursor(
            generation: session.generationName, requestDigest: digest(regency), key: Double(last.judgement.rank),
            document: document.reference
        ).text
    }

    private func digest(_ regency: String?) -> UInt64 {
        var hash = FNV1a()
        hash.addField("ovop")
        hash.addField(regency ?? "")
        return hash.value
    }
}
