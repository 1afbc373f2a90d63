import Geo
import HTTPTypes
import JSON

/// The pages of OVOP, the files of the pages, and the points of their map.
enum PageRoutes {
    static let all = [
        ovop("/ovop", parameters: []), ovop("/ovop/{regencyId}", parameters: .of(OVOPPage.regency)),
        file("/static/{file}"), file("/static/{file}/{inner}"), file("/static/{file}/{inner}/{last}"), dots,
    ]

    private static func ovop(_ path: String, parameters: [RouteParameter]) -> Route {
        Route(
            path: path, operation: "getOVOPPage", summary: "Readiness for OVOP, to read and to print", tag: .pages,
            parameters: parameters, formats: [.html], problems: [.conflict], takesFormat: false, isDescribed: false
        ) { request in try await OVOPPage.reply(request) }
    }

    /// How many villages the map draws at most.
    private static let maxDots = 5_000

    /// The path of a request is a key of the table of files, never a path of the file system.
    private static func file(_ path: String) -> Route {
        Route(
            path: path, operation: "getFile", summary: "A file of the pages", tag: .pages, formats: [.asset],
            changesWith: .edition, takesFormat: false, isDescribed: false
        ) { request in
            let key = ["file", "inner", "last"].compactMap { request.values[$0] }.joined(separator: "/")
            guard let file = request.service.site.files[key] else { throw Problem.notFound }
            return Reply(
                .asset, contentType: file.contentType, headers: [.cacheControl: "public, max-age=300"], file.bytes)
        }
    }

    /// What the map draws if it has no tiles: village points, evenly chosen if there are too many, and regency names.
    private static let dots = Route(
        path: "/site/dots.json", operation: "getDots", summary: "Village points for the map", tag: .pages,
        formats: [.json], takesFormat: false, isDescribed: false
    ) { request in
        guard let index = request.index else { throw Problem.notReady }
        let points = index.villagePoints
        let step = max(1, points.count / maxDots)
        let regencies = try await request.withSession { try MapNames.regencies($0) }
        var json = JSONWriter(capacity: 64 * maxDots)
        json.object { json in
            json.key("villages")
            json.array { json in
                for index in stride(from: 0, to: points.count, by: step) {
                    json.array { json in
                        json.value(points[index].longitude)
                        json.value(points[index].latitude)
                    }
                }
            }
            json.key("regencies")
            json.value(regencies)
        }
        return Reply(.json, json.bytes)
    }
}
