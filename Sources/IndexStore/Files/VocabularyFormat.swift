/// The layout of `vocabulary.bin`: every term of the index in byte order, the families of terms that share a root, and
/// the words that names of places begin with.
///
/// A family of one term that is its own root has no entry; the term is marked in `flags` instead.
enum VocabularyFormat {
    static let file = ColumnFileFormat(magic: "BANUAVOC", version: 2)

    enum Column {
        static let termBytes = "termtext"
        static let termOffsets = "termoffs"
        static let documentCounts = "doccount"
        static let sharedPrefixes = "lcp"
        static let flags = "flags"
        static let rootBytes = "roottext"
        static let rootOffsets = "rootoffs"
        static let memberOffsets = "membroff"
        static let members = "members"
        /// The first words of the names of places, distinct and in byte order.
        static let placeWordBytes = "plactext"
        static let placeWordOffsets = "placoffs"
    }

    /// The flag of a term that is its own root and the only term of its family.
    static let aloneInFamily: UInt8 = 1
}
