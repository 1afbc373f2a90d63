import Geo
import IndexDefinition
import Projection
import TestSupport
import Testing

@testable import Search

/// Documents scattered over the province and a few across the 180th meridian, held against a look at every one of them.
@Suite("Near, radius and box", .serialized)
struct NearTests {
    static let regencies = ["63.01", "63.02", "63.03"]

    private static func documents(_ random: inout SeededGenerator) -> [TestDocument] {
        (0..<400).map { number in
            var document = TestDocument(id: "d\(1000 + number)", name: number.isMultiple(of: 3) ? "purun" : "rotan")
            document.kind = DocumentKind.allCases[number % 3]
            document.regency = regencies[number % 3]
            switch number % 20 {
            case 0: break
            case 1:
                document.coordinate = Coordinate(
                    longitude: .random(in: 179.5...180, using: &random), latitude: .random(in: -1...1, using: &random))
            case 2:
                document.coordinate = Coordinate(
                    longitude: .random(in: -180...(-179.5), using: &random),
                    latitude: .random(in: -1...1, using: &random))
            default:
                document.coordinate = Coordinate(
                    longitude: .random(in: 114.2...116.7, using: &random),
                    latitude: .random(in: -4.8...(-1.3), using: &random))
            }
            return document
        }
    }

    @Test("equal a full scan", arguments: [1, 2] as [UInt64])
    func equalScan(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let documents = Self.documents(&random)
        let index = try TestIndex(documents)
        for _ in 0..<60 {
            let isPacific = Int.random(in: 0..<5, using: &random) == 0
            let centre = Coordinate(
                longitude: isPacific ? 179.9 : .random(in: 114...117, using: &random),
                latitude: .random(in: -5...(-1), using: &random))
            let kind = DocumentKind.allCases.randomElement(using: &random) ?? .sentra
            let radius = [nil, 2_000.0, 30_000, 150_000].randomElement(using: &random) ?? nil
            let usesText = Bool.random(using: &random)
            let usesRegency = Bool.random(using: &random)
            let expected = documents.filter { document in
                document.kind == kind && (!usesText || document.name == "purun")
            }.compactMap { document in
                document.coordinate.map { (Geodesic.wgs84.distance(from: centre, to: $0), document.id) }
            }.filter { $0.0 <= radius ?? .infinity }.sorted { $0 < $1 }
            let limit = [1, 10, 1000].randomElement(using: &random) ?? 10
            let answer = try index.answer(usesText ? "purun" : "") { request in
                request.kinds = [kind]
                request.near = .coordinate(centre)
                request.radiusMetres = radius
                request.sort = .distance
                request.limit = limit
                request.facets = usesRegency ? [.regency] : []
            }
            #expect(answer.total == expected.count, "seed \(seed)")
            #expect(answer.hits.map(\.id) == expected.prefix(limit).map(\.1), "seed \(seed)")
            for (hit, distance) in zip(answer.hits, expected) {
                #expect(abs((hit.distanceMetres ?? 0) - distance.0) < 1e-6)
            }
        }
    }

    @Test("a box holds what lies in it, across the 180th meridian, too, and never what has no position")
    func boxes() throws {
        var random = SeededGenerator(seed: 5)
        let documents = Self.documents(&random)
        let index = try TestIndex(documents)
        for box in [
            BoundingBox(west: 114.5, south: -4, east: 115.5, north: -2),
            BoundingBox(west: 179, south: -2, east: -179, north: 2),
            BoundingBox(west: -180, south: -90, east: 180, north: 90),
        ] {
            for text in ["", "purun"] {
                let expected = documents.filter {
                    $0.coordinate.map(box.contains) ?? false && (text.isEmpty || $0.name == text)
                }.map(\.id)
                let found = try index.ids(text) { request in
                    request.box = box
                    request.limit = 1000
                }
                #expect(Set(found) == Set(expected) && found.count == expected.count)
            }
        }
    }

    @Test(
        "paging to the end gives every match once, in every order",
        arguments: [SearchRequest.Sort.relevance, .distance, .name],
        ["", "purun"])
    func pages(sort: SearchRequest.Sort, text: String) throws {
        var random = SeededGenerator(seed: 9)
        let documents = Self.documents(&random)
        let index = try TestIndex(documents)
        var request = SearchRequest(text: text)
        request.near = sort == .distance ? .coordinate(Coordinate(longitude: 115, latitude: -3)) : nil
        request.sort = sort
        request.limit = 1000
        let whole = try index.session.search(request)
        request.limit = 7
        var paged: [String] = []
        repeat {
            let page = try index.session.search(request)
            #expect(page.total == whole.total && page.hits.count <= 7)
            paged += page.hits.map(\.id)
            request.cursor = page.next
        } while request.cursor != nil && paged.count <= whole.total
        #expect(paged == whole.hits.map(\.id) && paged.count == whole.total)
    }

    @Test("a cursor belongs to its request and generation")
    func bindsCursors() throws {
        var random = SeededGenerator(seed: 9)
        let index = try TestIndex(Self.documents(&random))
        let next = try #require(try index.answer("purun") { $0.limit = 2 }.next)
        let other = #expect(throws: SearchError.self) { try index.answer("rotan") { $0.cursor = next } }
        #expect(other?.code == .cursorInvalid)
        var cursor = try #require(Cursor(next))
        cursor.generation = "000099"
        let stale = #expect(throws: SearchError.self) { try index.answer("purun") { $0.cursor = cursor.text } }
        #expect(stale?.code == .cursorStale)
        #expect(
            stale?.message
                == "The cursor belongs to generation 000099, but 000001 is published now: start again without a cursor."
        )
    }

    @Test("counts facets over all matches")
    func countsFacets() throws {
        var random = SeededGenerator(seed: 9)
        let documents = Self.documents(&random)
        let index = try TestIndex(documents)
        let answer = try index.answer("purun") { request in
            request.facets = [.kind, .regency]
            request.limit = 1
        }
        let counts = Dictionary(uniqueKeysWithValues: answer.facets[0].counts.map { ($0.value, $0.count) })
        let expected = Dictionary(grouping: documents.filter { $0.name == "purun" }, by: \.kind.rawValue).mapValues(
            \.count)
        #expect(counts == expected && answer.facets[1].counts.map(\.count).reduce(0, +) == answer.total)
    }
}

@Suite("Reverse and documents")
struct LookupTests {
    let index: TestIndex

    init() throws { index = try TestCountry.index.get() }

    @Test("reverse names the nearest village point and says that it is nearest")
    func reverses() throws {
        let answer = try index.session.reverse(Coordinate(longitude: 115.27, latitude: -2.78))
        #expect(answer.village.id == "63.06.05.2002" && (answer.village.distanceMetres ?? 0) > 100)
        #expect(String(decoding: answer.rendered(as: .json), as: UTF8.self).contains(#""is_nearest":true"#))
        #expect(throws: SearchError.self) { try index.session.reverse(Coordinate(longitude: 115, latitude: 95)) }
    }

    @Test(
        "finds a village by its present code, a former one, and one without dots",
        arguments: ["63.05.04.2009", "63.05.01.2009", "6305042009"])
    func findsDocuments(id: String) throws {
        #expect(try index.session.document(id).id == "63.05.04.2009")
    }

    @Test("says that a document is not there")
    func missesDocuments() throws {
        let error = #expect(throws: SearchError.self) { try index.session.document("nothing") }
        #expect(error?.code == .documentNotFound && error?.message.contains("'nothing'") == true)
    }
}
