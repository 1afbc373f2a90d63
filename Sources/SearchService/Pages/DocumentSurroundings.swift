import Geo
import IndexDefinition
import Search

/// A document with the products of its village and the documents near it.
struct DocumentSurroundings: Sendable {
    /// The number of documents of each kind that are read, nearest first.
    ///
    /// No village has more.
    private static let readCount = 60
    /// The number of documents of each kind that are shown.
    private static let shownCount = 6

    let hit: Hit
    private let around: [(kind: DocumentKind, hits: [Hit])]

    /// - Throws: SearchError, or `Problem` 404 if the document is of another collection.
    init(of id: String, _ collection: FeatureCollection, _ session: SearchSession) throws {
        let hit = try session.document(id)
        guard hit.kind == collection.kind else { throw Problem.notFound }
        self.hit = hit
        // The products of a village without a position are found by its district.
        let district = hit.coordinate == nil ? try StoredHit(hit).area("district")?.code : nil
        guard hit.coordinate != nil || district != nil else {
            around = []
            return
        }
        around = try DocumentKind.goods.map { kind in
            var request = SearchRequest()
            request.near = hit.coordinate.map(SearchRequest.Near.coordinate)
            request.district = district
            request.kinds = [kind]
            request.limit = Self.readCount
            return (kind, try session.search(request).hits)
        }
    }

    /// The groups of the page: products of the village, then documents near it by kind.
    func groups(_ stored: StoredHit, _ words: PageWords) throws -> [GroupView] {
        let code = hit.kind == .village ? hit.id : stored.area("village")?.code
        var here: [StoredHit] = []
        var groups: [GroupView] = []
        for (kind, hits) in around {
            let others = try hits.filter { $0.id != hit.id }.map(StoredHit.init)
            let isHere = { (other: StoredHit) in code != nil && other.area("village")?.code == code }
            here += others.filter(isHere)
            // The point of a district or regency is not precise enough to find documents near it.
            let near = others.filter { !isHere($0) && !$0.isCoarse }
            if let group = nearGroup(kind, near, words) { groups.append(group) }
        }
        return (hereGroup(here, stored, code, words).map { [$0] } ?? []) + groups
    }

    private func nearGroup(_ kind: DocumentKind, _ near: [StoredHit], _ words: PageWords) -> GroupView? {
        guard !near.isEmpty, let coordinate = hit.coordinate else { return nil }
        let more = "/?kind=\(kind.rawValue)&near=\(coordinate.latitude),\(coordinate.longitude)"
        return GroupView(
            title: words["near.\(kind.rawValue)"], hits: near.prefix(Self.shownCount).map { HitView($0, words) },
            moreURL: words.link(more))
    }

    private func hereGroup(_ here: [StoredHit], _ stored: StoredHit, _ code: String?, _ words: PageWords) -> GroupView?
    {
        let isVillage = hit.kind == .village
        guard !here.isEmpty || isVillage else { return nil }
        let shown = isVillage ? here[...] : here.prefix(Self.shownCount)
        let village = stored.area("village")?.name ?? ""
        return GroupView(
            title: isVillage ? words["madeHere"] : words.filled("alsoHere", village),
            hits: shown.map { HitView($0, words).withoutPlace() }, empty: here.isEmpty ? words["nothingHere"] : nil,
            moreURL: shown.count < here.count ? code.map { words.link("/collections/villages/items/\($0)") } : nil)
    }
}
