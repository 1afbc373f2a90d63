import Catalog
import IndexDefinition
import IndexStore

extension CatalogStore {
    /// Every document as a rebuild would write it, in ascending byte order of id: what the index is compared and
    /// measured against.
    ///
    /// - Throws: `CatalogError`, and what `body` throws.
    package func forEachDraft(_ body: (DocumentDraft) throws -> Void) throws {
        try read { snapshot in
            var assembler = try DocumentAssembler(snapshot)
            let links = try snapshot.linkWalk()
            try snapshot.forEachDocument { document, contentHash in
                let linked = try links.linked(with: document)
                try body(assembler.draft(of: document, linked: linked, contentHash: contentHash))
            }
        }
    }
}
