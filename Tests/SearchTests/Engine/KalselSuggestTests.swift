import Foundation
import IndexDefinition
import TestSupport
import Testing

@testable import Search

/// A text that is being typed, and a regular expression that one of the first five suggestions must match.
struct TypedCase: CustomTestStringConvertible {
    let typed: String
    let wanted: String
    let reason: String

    var testDescription: String { "\(typed) (\(reason))" }

    static let all: [TypedCase] = {
        guard
            let file = Bundle.module.url(forResource: "suggestions", withExtension: "tsv", subdirectory: "Fixtures"),
            let text = try? String(contentsOf: file, encoding: .utf8)  // the test of the count fails without it
        else { return [] }
        return PlaceFixtures.rows(ofText: text).map { TypedCase(typed: $0[0], wanted: $0[1], reason: $0[2]) }
    }()
}

@Suite("Suggestions from the bundled package")
struct KalselSuggestTests {
    private let session: SearchSession

    init() throws { session = try KalselIndex.shared.get().engine.session() }

    @Test("the cases are there") func count() { #expect(TypedCase.all.count >= 50) }

    @Test("what is meant is among the first five", arguments: TypedCase.all)
    func firstFive(typed: TypedCase) throws {
        let suggestions = try session.suggest(typed.typed, limit: 5).suggestions
        let wanted = try Regex(typed.wanted)
        let texts = suggestions.map { "\($0.text) \($0.label) \($0.id ?? "")".lowercased() }
        #expect(texts.contains { $0.contains(wanted) }, "\(texts)")
    }

    @Test("no words are joined that nothing is called by", arguments: ["kayu min", "batu kel", "sasirangan mak"])
    func joined(typed: String) throws {
        #expect(try session.suggest(typed, limit: 10).suggestions.allSatisfy { $0.kind != .word })
    }

    @Test("a suggested document and a suggested place exist", arguments: ["pasar", "tas", "ba", "sentra-00", "63.05"])
    func exist(typed: String) throws {
        for suggestion in try session.suggest(typed, limit: 50).suggestions {
            guard let id = suggestion.id else { continue }
            if suggestion.kind == .document {
                #expect(try session.document(id).kind.description.plural == suggestion.collection)
            } else {
                #expect(try session.place(id).label.isEmpty == false)
            }
        }
    }
}
