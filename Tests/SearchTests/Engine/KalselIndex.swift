import Catalog
import Foundation
import Gazetteer
import Importing
import IndexDefinition
import IndexStore
import Indexing
import TestSupport

@testable import Search

/// The bundled package, imported and indexed once.
struct KalselIndex {
    let folder: TemporaryDirectory
    let table: PlaceTable
    let engine: SearchEngine

    static let shared = Result { try KalselIndex() }

    private init() throws {
        folder = try TemporaryDirectory()
        let words = try PlaceWords(files: IndexDefinition.analyzerFiles())
        let catalog = try CatalogStore(path: folder.path + "/" + CatalogStore.fileName)
        try Importer(catalog: catalog, words: words).run([IndexDefinition.packageURL("kalsel").path]) { _ in }
        table = try catalog.read { try PlaceTable($0, words: words) }
        _ = try Rebuild(catalog: catalog, dataDirectory: folder.url).run()
        try catalog.close()
        engine = try SearchEngine(generation: Generation.open(dataDirectory: folder.url))
    }
}
