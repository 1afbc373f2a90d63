/// `vocabulary.bin`, mapped: the terms of the index in byte order, how many documents have each, and their families.
///
///     vocabulary.index(of: "purun")                    // 41233
///     vocabulary.documentCount(at: 41233)              // 57
///     vocabulary.family(ofRoot: "anyam")               // the indices of anyam, anyaman, menganyam
///
/// Indices are 0..<count; terms are folded UTF-8. In a damaged file terms may be wrong or empty, but
/// nothing outside of the file is read.
final class VocabularyFile: Sendable {
    private let file: ColumnFile
    let count: Int
    private let terms: StringColumn
    private let documentCounts: Column<UInt32>
    private let flags: Column<UInt8>
    private let roots: StringColumn
    private let memberOffsets: Column<UInt32>
    private let members: Column<UInt32>
    private let placeWords: StringColumn
    private let protected: StringColumn
    /// How many bytes each term shares with the one before it; 255 stands for 255 or more.
    let sharedPrefixLengths: Column<UInt8>

    /// - Throws: `.data` if the file is damaged or of another format, `.inputOutput` if it cannot be read.
    init(path: String) throws {
        let file = try ColumnFile(path: path, format: VocabularyFormat.file)
        let (count, families) = (file.counts[0], file.counts[1])
        guard count <= Int(UInt32.max), families <= Int(UInt32.max) else {
            throw IndexStoreError.damaged(path, "it counts \(count) terms")
        }
        self.file = file
        self.count = count
        terms = try StringColumn(file, VocabularyFormat.Column.terms, count: count, path: path)
        documentCounts = try file.column(VocabularyFormat.Column.documentCounts, of: UInt32.self, count: count)
        sharedPrefixLengths = try file.column(VocabularyFormat.Column.sharedPrefixes, of: UInt8.self, count: count)
        flags = try file.column(VocabularyFormat.Column.flags, of: UInt8.self, count: count)
        roots = try StringColumn(file, VocabularyFormat.Column.roots, count: families, path: path)
        memberOffsets = try file.column(VocabularyFormat.Column.memberOffsets, of: UInt32.self, count: families + 1)
        members = try file.column(VocabularyFormat.Column.members, of: UInt32.self, count: file.counts[2])
        guard file.counts[3] <= Int(UInt32.max) else {
            throw IndexStoreError.damaged(path, "it counts \(file.counts[3]) words of places")
        }
        placeWords = try StringColumn(file, VocabularyFormat.Column.placeWords, count: file.counts[3], path: path)
        protected = try StringColumn(file, VocabularyFormat.Column.protectedWords, path: path)
    }

    /// The words of place names that had no root but themselves when the families were made, in byte order.
    ///
    ///     let analyzer = Analyzer(lists, protecting: vocabulary.protectedWords)
    var protectedWords: [String] { protected.strings }

    func term(at index: Int) -> String {
        String(decoding: terms[index], as: UTF8.self)
    }

    func withTermBytes<Result>(at index: Int, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows
        -> Result
    {
        try body(terms[index])
    }

    func documentCount(at index: Int) -> Int {
        Int(documentCounts[index])
    }

    /// Nil if no document has the term.
    ///
    /// - Complexity: O(log `count`) comparisons.
    func index(of term: String) -> Int? {
        terms.index(of: term)
    }

    /// The indices of the terms that begin with `prefix`; all of them for an empty one.
    ///
    /// - Complexity: O(log `count`) comparisons.
    func prefixRange(_ prefix: String) -> Range<Int> {
        var prefix = prefix
        return prefix.withUTF8 { bytes in
            let bytes = UnsafeRawBufferPointer(bytes)
            let lower = terms.partition(in: 0..<count) { compareBytes($0, bytes) < 0 }
            let upper = terms.partition(in: lower..<count) { sharedPrefixLength($0, bytes) == bytes.count }
            return lower..<upper
        }
    }

    /// Whether the name of any place begins with these bytes.
    ///
    /// - Complexity: O(log of the names' first words) comparisons. More than a word is never found.
    func beginsPlaceName(_ beginning: String) -> Bool {
        var beginning = beginning
        return beginning.withUTF8 { utf8 in
            let bytes = UnsafeRawBufferPointer(utf8)
            let found = placeWords.partition(in: 0..<placeWords.count) { compareBytes($0, bytes) < 0 }
            return found < placeWords.count && sharedPrefixLength(placeWords[found], bytes) == bytes.count
        }
    }

    /// The indices of the terms whose root this is, ascending; empty if there are none.
    ///
    /// - Complexity: O(log `count`) comparisons.
    func family(ofRoot root: String) -> [Int] {
        if let family = roots.index(of: root) {
            let lower = Int(memberOffsets[family])
            let upper = Int(memberOffsets[family + 1])
            guard lower <= upper, upper <= members.count else { return [] }
            return (lower..<upper).map { Int(members[$0]) }.filter { $0 < count }
        }
        guard let index = index(of: root), flags[index] & VocabularyFormat.aloneInFamily != 0 else { return [] }
        return [index]
    }
}
