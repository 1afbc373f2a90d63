import Gazetteer
import Geo
import IndexDefinition
import IndexStore
import Projection
import TextAnalysis

/// The parts of a generation and of the index definition that all searches share, made once for all threads.
///
///     let engine = try SearchEngine(generation: Generation.open(dataDirectory: folder))
///     let session = try engine.session()      // one a thread
///     try session.search(SearchRequest(text: "tas purun")).hits
package final class SearchEngine: Sendable {
    package let generation: Generation
    let analyzer: Analyzer
    /// Does not stem the names of the gazetteer, as in the vocabulary of the generation.
    let rootAnalyzer: Analyzer
    let synonyms: Synonyms
    let asking: AskingWords
    let markers: PlaceMarkers
    let outsidePlaces: OutsidePlaces
    let exclusionWords: ExclusionWords
    let headNouns: HeadNouns
    let facts: FactReader
    let weights: RankingWeights
    let placeWords: PlaceWords
    /// Measures geodesics on WGS 84, in metres.
    let geodesic: @Sendable (Coordinate, Coordinate) -> Double

    package var generationName: String { generation.name }

    /// - Throws: SearchError (data) if the index definition next to the program cannot be used.
    package convenience init(generation: Generation) throws(SearchError) {
        try self.init(generation: generation, weights: nil)
    }

    /// Creates an engine; `weights` replace those of the index definition.
    init(generation: Generation, weights: RankingWeights?) throws(SearchError) {
        self.generation = generation
        do {
            let files = try IndexDefinition.analyzerFiles()
            let lists = try WordLists(files: files)
            analyzer = Analyzer(lists)
            rootAnalyzer = Analyzer(lists, protecting: generation.protectedWords)
            synonyms = Synonyms(lists, analyzer: analyzer)
            asking = try AskingWords(files: files)
            markers = try PlaceMarkers(files: files)
            outsidePlaces = try OutsidePlaces(files: files)
            exclusionWords = try ExclusionWords(files: files)
            headNouns = try HeadNouns(files: files)
            facts = FactReader(table: try IndexDefinition.facts())
            self.weights = try weights ?? IndexDefinition.ranking()
            placeWords = try PlaceWords(files: files)
        } catch {
            throw SearchError(wrapping: error)
        }
        geodesic = { Geodesic.wgs84.distance(from: $0, to: $1) }
    }

    /// A session for one thread: a connection with prepared statements.
    package func session() throws(SearchError) -> SearchSession {
        do {
            return SearchSession(engine: self, index: try generation.reader(distance: geodesic))
        } catch {
            throw SearchError(wrapping: error)
        }
    }
}
