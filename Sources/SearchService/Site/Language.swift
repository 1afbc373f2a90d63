import Foundation
import HTTPTypes

/// The languages of the pages.
enum Language: String, Sendable, CaseIterable {
    case indonesian = "id"
    case english = "en"

    var other: Language { self == .indonesian ? .english : .indonesian }

    /// What `lang` says; else Indonesian, unless the browser asks for English and not for Indonesian.
    init(_ request: RouteRequest) {
        if let asked = request.text("lang").flatMap(Language.init) {
            self = asked
            return
        }
        let wishes = (request.headers[.acceptLanguage] ?? "").split(separator: ",").map {
            $0.prefix { $0 != ";" && $0 != "-" }.filter { $0 != " " }.lowercased()
        }
        self = wishes.first { ["id", "ms", "bjn", "en"].contains($0) } == "en" ? .english : .indonesian
    }
}
