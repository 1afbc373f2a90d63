import Gazetteer
import Geo
import IndexDefinition
import JSON
import Search

/// The names on a map that has no tiles.
enum MapNames {
    /// Name and point of every regency that has documents: `[["Tapin", 115.03, -2.91], …]`.
    ///
    /// - Throws: SearchError.
    static func regencies(_ session: SearchSession) throws(SearchError) -> JSONValue {
        var request = SearchRequest()
        request.limit = 1
        request.facets = [.regency]
        let codes = try session.search(request).facets.first?.counts.map(\.value) ?? []
        var names: [JSONValue] = []
        for code in codes.sorted() {
            let place = try session.place(code)
            guard let point = place.coordinate else { continue }
            let name = PlaceName.withoutTitle(place.name, .regency)
            names.append(.array([.string(name), .number(point.longitude), .number(point.latitude)]))
        }
        return .array(names)
    }
}
