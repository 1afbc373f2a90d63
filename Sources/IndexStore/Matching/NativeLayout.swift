import Base
import CRanking
import IndexDefinition

/// The sizes that the C scorer is compiled with, held against the definition of the index.
///
/// C arrays have one element for each field, facet and tier, and room for `BANUA_MAX_KINDS` kinds of documents. A
/// definition that does not fit is refused when an index is opened, before anything is written into such an array.
struct NativeLayout {
    var fields = IndexField.allCases.map(\.rawValue)
    var facets = FacetField.allCases.count
    var tiers = Tier.allCases.map { Int($0.rawValue) }
    var kinds = DocumentKind.allCases.map { Int($0.ordinal) }

    /// - Throws: `IndexStoreError` of kind internal if the scorer was compiled for another definition.
    func check() throws(IndexStoreError) {
        try check("fields", fields == Array(0..<Int(BANUA_FIELDS)), "\(fields.count), not \(BANUA_FIELDS)")
        try check("facets", facets == Int(BANUA_FACETS), "\(facets), not \(BANUA_FACETS)")
        try check("tiers", tiers == Array(0..<Int(BANUA_TIERS)), "\(tiers.count), not \(BANUA_TIERS)")
        let fits = Set(kinds).count == kinds.count && kinds.allSatisfy((0..<Int(BANUA_MAX_KINDS)).contains)
        try check("kinds", fits, "numbered \(kinds), not each once from 0 to \(BANUA_MAX_KINDS - 1)")
    }

    private func check(_ what: String, _ isSame: Bool, _ difference: String) throws(IndexStoreError) {
        guard !isSame else { return }
        throw IndexStoreError(
            .internal,
            "The definition of the index and its scorer do not fit: the definition has \(what) that are \(difference). "
                + "Change CRanking.h and the definition together.")
    }
}
