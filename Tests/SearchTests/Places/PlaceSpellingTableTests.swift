import Catalog
import Foundation
import Gazetteer
import Geo
import Importing
import IndexDefinition
import IndexStore
import Indexing
import TestSupport
import Testing

@testable import Search

/// A text for a place, and the places it means.
struct SpelledPlace: CustomTestStringConvertible {
    let text: String
    let codes: [String]
    let way: String

    var testDescription: String { text }

    static let all: [SpelledPlace] = {
        guard
            let file = Bundle.module.url(
                forResource: "place-spellings", withExtension: "tsv", subdirectory: "Fixtures"),
            let text = try? String(contentsOf: file, encoding: .utf8)  // the test of the count fails without it
        else { return [] }
        return PlaceFixtures.rows(ofText: text).map { columns in
            SpelledPlace(
                text: columns[0], codes: columns[1] == "-" ? [] : columns[1].split(separator: " ").map(String.init),
                way: columns[2])
        }
    }()
}

@Suite("Spellings of real places")
struct PlaceSpellingTableTests {
    private let index: KalselIndex

    init() throws { index = try KalselIndex.shared.get() }

    /// The codes that an answer names, in order.
    private static func codes(_ answer: PlaceAnswer) -> [String] {
        switch answer {
        case .one(let place, _): [place.code.dotted]
        case .several(let match, _): match.places.map(\.code.dotted).sorted()
        case .none: []
        }
    }

    @Test("an import and a search find the same places for every spelling, and these are right")
    func sameAnswers() throws {
        #expect(SpelledPlace.all.count >= 200)
        let session = try index.engine.session()
        var importing = PlaceResolver(index.table)
        var searching = PlaceResolver(session.directory.places, words: session.directory.words)
        for row in SpelledPlace.all {
            let imported = Self.codes(try importing.answer(to: row.text))
            let searched = Self.codes(try searching.answer(to: row.text))
            #expect(imported == row.codes.sorted(), "import: \(row.text) (\(row.way))")
            #expect(searched == imported, "search: \(row.text) (\(row.way))")
        }
    }

    @Test("the parameter of a search means the place of the table, or names all candidates")
    func parameter() throws {
        let session = try index.engine.session()
        for row in SpelledPlace.all {
            switch try session.directory.meaning(of: row.text) {
            case .place(let place): #expect(row.codes == [place.code.dotted], "\(row.text)")
            case .area(_, let places): #expect(row.codes.sorted() == places.map(\.code.dotted).sorted(), "\(row.text)")
            case .ambiguous(let places):
                #expect(row.codes.count > 1, "\(row.text)")
                #expect(row.codes.sorted() == places.map(\.code.dotted).sorted(), "\(row.text)")
            case .unknown: #expect(row.codes.isEmpty, "\(row.text)")
            }
        }
    }

    @Test(
        "a question finds a place in another spelling only after a word that leads to a place",
        arguments: [
            ("sentra dekat Seberang Masjid", "63.71.05.1007"), ("sasirangan dekat soengai andai", "63.71.04.1010"),
        ])
    func questions(text: String, code: String) throws {
        let session = try index.engine.session()
        let answer = try session.search(SearchRequest(text: text))
        #expect(answer.query.near?.code == code, "\(text)")
        #expect(!answer.hits.isEmpty)
        let bare = try session.search(SearchRequest(text: "seberang masjid"))
        #expect(bare.query.near == nil && bare.query.within.isEmpty)
    }

    @Test("the places of a question are read in few statements")
    func statements() throws {
        let session = try index.engine.session()
        let question = try Question("tas purun dekat Martapura")
        let first = try session.placeReader.readings(of: question).inside.first
        #expect(first?.meaning.areas.map(\.code.dotted) == ["63.03.05"])
        #expect(session.directory.places.statementCount <= 2)
    }
}
