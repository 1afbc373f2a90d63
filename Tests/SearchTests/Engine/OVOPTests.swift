import Foundation
import IndexDefinition
import IndexStore
import JSON
import TestSupport
import Testing

@testable import Search

@Suite("Candidates of OVOP in the bundled data")
struct OVOPTests {
    private let session: SearchSession

    init() throws { session = try KalselIndex.shared.get().engine.session() }

    @Test("paging visits every sentra once, by rank", arguments: [nil, "Hulu Sungai Selatan"])
    func paging(regency: String?) throws {
        var (ids, ranks, cursor, total) = ([String](), [Int](), String?.none, 0)
        repeat {
            let page = try session.ovop(OVOPRequest(regency: regency, limit: 7, cursor: cursor))
            ids += page.candidates.map(\.hit.id)
            ranks += page.candidates.map(\.judgement.rank)
            (cursor, total) = (page.next, page.total)
            if regency != nil { #expect(page.candidates.allSatisfy { $0.judgement.regencyCode == "63.06" }) }
        } while cursor != nil && ids.count <= total
        #expect(ids.count == total && Set(ids).count == total && total >= 20)
        #expect(zip(ranks, ranks.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test("candidates with fewer missing rules come first, and excluded ones last")
    func order() throws {
        let judged = try session.ovop(OVOPRequest(limit: 1000)).candidates.map(\.judgement)
        let firstExcluded = try #require(judged.firstIndex { $0.isExcluded })
        #expect(judged[firstExcluded...].allSatisfy { $0.isExcluded })
        let musts = Set(try IndexDefinition.ovop().rules.filter { $0.need == .must }.map(\.name))
        let missing = judged[..<firstExcluded].map { candidate in
            [candidate.findings.count { musts.contains($0.rule) && $0.verdict != .fulfilled }, candidate.missing]
        }
        #expect(zip(missing, missing.dropFirst()).allSatisfy { !$1.lexicographicallyPrecedes($0) })
    }

    @Test("what is lacking is said by the data, and a number of stalls or households is none of businesses")
    func honest() throws {
        let answer = try session.ovop(OVOPRequest(limit: 1000))
        let judged = answer.candidates.map(\.judgement)
        #expect(judged.flatMap { $0.findings(.lacking) }.allSatisfy { $0.detail?.isEmpty == false })
        func verdict(_ id: String, _ rule: String) -> OVOPVerdict? {
            judged.first { $0.id == id }?.findings.first { $0.rule == rule }?.verdict
        }
        #expect(verdict("sentra-0002", "units") == .unknown && verdict("sentra-0002", "made_here") == .lacking)
        #expect(verdict("sentra-0033", "units") == .unknown)
        #expect(verdict("sentra-0174", "units") == .fulfilled)
        #expect(verdict("sentra-0022", "legal_form") == .fulfilled)
        #expect(judged.allSatisfy { $0.findings.first { $0.rule == "contact" }?.verdict != .lacking })
        for rule in answer.definition.rules {
            let counted = Dictionary(
                grouping: judged.flatMap(\.findings).filter { $0.rule == rule.name }, by: \.verdict)
            for verdict in OVOPVerdict.allCases {
                #expect(answer.counts.rules[rule.name]?[verdict] ?? 0 == counted[verdict]?.count ?? 0, "\(rule.name)")
            }
        }
    }

    @Test("a regency has its villages without product, and all regencies together the sum of the counts")
    func villages() throws {
        let tapin = try session.ovop(OVOPRequest(regency: "Tapin"))
        #expect(tapin.regency?.code == "63.05" && tapin.counts.villages == 135 && tapin.regencies == nil)
        let villages = try #require(tapin.villagesWithoutProduct)
        #expect(villages.count == tapin.counts.villagesWithoutProduct)
        #expect(villages.allSatisfy { $0.code?.hasPrefix("63.05.") == true })
        var request = SearchRequest()
        request.kinds = [.product]
        request.regency = "63.05"
        request.limit = 1000
        let hits = try session.search(request).hits
        let made = try hits.compactMap { try JSONValue(parsing: $0.body)["village"]?["code"]?.string }
        #expect(!made.isEmpty && Set(made).isDisjoint(with: villages.compactMap(\.code)))
        let all = try session.ovop(OVOPRequest())
        let regencies = try #require(all.regencies)
        #expect(all.villagesWithoutProduct == nil && regencies.count == 13 && all.counts.villages == 2016)
        #expect(regencies.map(\.counts.sentra).reduce(0, +) == all.total)
    }

    @Test("refuses unknown regencies, limits out of range, and cursors of another request")
    func refuses() throws {
        let unknown = #expect(throws: SearchError.self) { try session.ovop(OVOPRequest(regency: "Nirwana")) }
        #expect(unknown?.code == .placeNotFound && unknown?.parameter == "regency")
        let limit = #expect(throws: SearchError.self) { try session.ovop(OVOPRequest(limit: 0)) }
        #expect(limit?.message == "The value '0' is invalid for 'limit': expected a number from 1 to 1000.")
        let next = try #require(try session.ovop(OVOPRequest(regency: "Tapin", limit: 2)).next)
        let other = #expect(throws: SearchError.self) { try session.ovop(OVOPRequest(cursor: next)) }
        #expect(other?.code == .cursorInvalid)
        let foreign = #expect(throws: SearchError.self) {
            try session.ovop(OVOPRequest(cursor: next.replacing("A", with: "!")))
        }
        #expect(foreign?.code == .cursorInvalid)
    }

    @Test("renders JSON and CSV")
    func renders() throws {
        let answer = try session.ovop(OVOPRequest(regency: "Tapin", limit: 3))
        let json = try JSONValue(parsing: answer.rendered(as: .json))
        #expect(json["regency"]?["id"]?.string == "63.05" && json["next"]?.string == answer.next)
        let first = try #require(json["candidates"]?.array?.first)
        #expect(first["sentra"]?["id"]?.string == answer.candidates[0].hit.id)
        #expect(first["lacking"]?.array?.isEmpty == true && first["unknown"]?.array?.isEmpty == false)
        #expect(json["rules"]?.array?.first?["source"]?.string == "PP 29/2018")
        #expect(
            json["villages_without_product"]?["list"]?.array?.count
                == Int(json["villages_without_product"]?["count"]?.number ?? -1))
        let lines = String(decoding: answer.rendered(as: .csv), as: UTF8.self).split(separator: "\r\n")
        #expect(lines.count == 4)
        #expect(lines[0].contains("excluded,missing,made_here,units,like_products"))
        #expect(lines[1].contains("Kabupaten Tapin,false,3,fulfilled,unknown"))
    }
}
