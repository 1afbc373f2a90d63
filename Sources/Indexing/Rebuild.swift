import Catalog
import Foundation
import IndexDefinition
import IndexStore
import TextAnalysis

/// Makes a generation from the catalog: the only way from one to the other.
///
///     let manifest = try Rebuild(catalog: store, dataDirectory: url).run()
///
/// The catalog is read in one transaction, so the index is of one state of it; what is written meanwhile waits for the
/// next rebuild.
package struct Rebuild {
    package var catalog: CatalogStore
    package var dataDirectory: URL
    package var options: BuildOptions

    package init(catalog: CatalogStore, dataDirectory: URL, options: BuildOptions = BuildOptions()) {
        self.catalog = catalog
        self.dataDirectory = dataDirectory
        self.options = options
    }

    /// Builds, verifies and publishes.
    ///
    /// - Parameter progress: is called from several threads with the stage and how far it is.
    /// - Returns: the manifest of what now serves.
    /// - Throws: `IndexStoreError` (busy, disk, a failed verification), `CatalogError`; the published generation stays
    ///   in each case.
    package func run(progress: @escaping @Sendable (BuildProgress) -> Void = { _ in }) throws -> Manifest {
        return try catalog.read { snapshot in
            let builder = try GenerationBuilder(
                dataDirectory: dataDirectory, catalog: Manifest.CatalogStamp(try snapshot.state()), options: options,
                progress: progress)
            var assembler = try DocumentAssembler(snapshot)
            try assembler.gazetteer.forEachRegion { try builder.add($0) }
            try snapshot.forEachDocument { document, contentHash in
                if case .village(let village) = document { try builder.add(assembler.gazetteer.draft(of: village)) }
                try builder.add(assembler.draft(of: document, contentHash: contentHash))
            }
            let names = assembler.gazetteer.words()
            let analyzer = Analyzer(try WordLists(files: IndexDefinition.analyzerFiles()), protecting: names)
            return try builder.finish(protectedWords: names, rootOf: analyzer.root)
        }
    }
}

extension Manifest.CatalogStamp {
    /// The catalog's state as a manifest states it.
    init(_ state: CatalogState) {
        let kinds = [ImportKind.regions] + ImportKind.allCases.filter { $0.documentKind != nil }
        let parts = Dictionary(uniqueKeysWithValues: kinds.map { ($0.rawValue, state[$0]) })
        self.init(
            counts: parts.mapValues(\.count), placed: parts.mapValues(\.placed),
            checksums: parts.mapValues { Self.text(ofChecksum: $0.checksum) },
            lastBatch: state.lastBatchID.map(Int.init))
    }
}
