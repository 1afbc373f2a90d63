/// The layout of `vocabulary.bin`: every term of the index in byte order, the families of terms that share a root, the
/// words that names of places begin with, and the words that are never stemmed.
///
/// A family of one term that is its own root has no entry; the term is marked in `flags` instead.
enum VocabularyFormat {
    static let file = ColumnFileFormat(magic: "BANUAVOC", version: 3)

    enum Column {
        static let terms = StringColumnNames(bytes: "termtext", offsets: "termoffs")
        static let documentCounts = "doccount"
        static let sharedPrefixes = "lcp"
        static let flags = "flags"
        static let roots = StringColumnNames(bytes: "roottext", offsets: "rootoffs")
        static let memberOffsets = "membroff"
        static let members = "members"
        /// The first words of the names of places, distinct and in byte order.
        static let placeWords = StringColumnNames(bytes: "plactext", offsets: "placoffs")
        /// The words that are their own root because they occur in names of places, distinct and in byte order.
        static let protectedWords = StringColumnNames(bytes: "prottext", offsets: "protoffs")
    }

    /// The flag of a term that is its own root and the only term of its family.
    static let aloneInFamily: UInt8 = 1
}
