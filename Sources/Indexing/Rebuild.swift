import Base
import Catalog
import Foundation
import Gazetteer
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

    package init(catalog: CatalogStore, dataDirectory: URL) {
        self.catalog = catalog
        self.dataDirectory = dataDirectory
    }

    /// Builds, verifies and publishes.
    ///
    /// - Parameter progress: is called from several threads with the stage and how far it is.
    /// - Returns: the manifest of what now serves.
    /// - Throws: `IndexStoreError` (busy, disk, a failed verification), `CatalogError`; the published generation stays
    ///   in each case.
    package func run(progress: @escaping @Sendable (WorkProgress) -> Void = { _ in }) throws -> Manifest {
        return try catalog.read { snapshot in
            let builder = try GenerationBuilder(
                dataDirectory: dataDirectory, manifest: Manifest(try snapshot.state()), progress: progress)
            var assembler = try DocumentAssembler(snapshot)
            let links = try snapshot.linkWalk()
            var survey = try OVOPSurveyor()
            try assembler.gazetteer.forEachRegion { try builder.add($0, names: $1) }
            try snapshot.forEachDocument { document, contentHash in
                if case .village(let village) = document, let place = assembler.gazetteer.place(of: village) {
                    try builder.add(place, names: assembler.gazetteer.names(of: place))
                }
                let linked = try links.linked(with: document)
                let draft = assembler.draft(of: document, linked: linked, contentHash: contentHash)
                survey.add(document, linked: linked, draft: draft, assembler: assembler)
                try builder.add(draft)
            }
            builder.survey = survey.survey()
            let names = assembler.gazetteer.words()
            let analyzer = Analyzer(try WordLists(files: IndexDefinition.analyzerFiles()), protecting: names)
            return try builder.finish(protectedWords: names, rootOf: analyzer.root)
        }
    }
}

extension Manifest {
    /// The manifest of a generation to be built from the catalog's state.
    init(_ state: CatalogState) {
        let kinds = [ImportKind.regions, .links] + ImportKind.allCases.filter { $0.documentKind != nil }
        let parts = Dictionary(uniqueKeysWithValues: kinds.map { ($0.rawValue, state[$0]) })
        self.init(
            catalogCounts: parts.mapValues(\.count), placed: parts.mapValues(\.placed),
            checksums: parts.mapValues(\.checksum), lastBatch: state.lastBatchID.map(Int.init))
    }
}
