/// `vocabulary.bin`, mapped: the terms of the index in byte order, how many documents have each, and their families.
///
///     vocabulary.index(of: "purun")                    // 41233
///     vocabulary.documentCount(at: 41233)              // 57
///     vocabulary.family(ofRoot: "anyam")               // the indices of anyam, anyaman, menganyam
///
/// Indices are 0..<count; terms are folded UTF-8. In a damaged file terms may read as others or as empty; nothing is
/// read outside of it.
package final class VocabularyFile: Sendable {
    private let file: ColumnFile
    package let count: Int
    private let terms: StringColumn
    private let documentCounts: Column<UInt32>
    private let flags: Column<UInt8>
    private let roots: StringColumn
    private let memberOffsets: Column<UInt32>
    private let members: Column<UInt32>
    private let placeWords: StringColumn
    /// How many bytes each term shares with the one before it; 255 stands for 255 or more.
    package let sharedPrefixLengths: Column<UInt8>

    /// Throws: `.data` where the file is damaged or of another format, `.inputOutput` where it cannot be read.
    package init(path: String) throws {
        let file = try ColumnFile(path: path, format: VocabularyFormat.file)
        let (count, families) = (file.counts[0], file.counts[1])
        guard count <= Int(UInt32.max), families <= Int(UInt32.max) else {
            throw IndexStoreError.damaged(path, "it counts \(count) terms")
        }
        self.file = file
        self.count = count
        terms = StringColumn(
            bytes: try file.column(VocabularyFormat.Column.termBytes, of: UInt8.self),
            offsets: try file.column(VocabularyFormat.Column.termOffsets, of: UInt32.self, count: count + 1))
        documentCounts = try file.column(VocabularyFormat.Column.documentCounts, of: UInt32.self, count: count)
        sharedPrefixLengths = try file.column(VocabularyFormat.Column.sharedPrefixes, of: UInt8.self, count: count)
        flags = try file.column(VocabularyFormat.Column.flags, of: UInt8.self, count: count)
        roots = StringColumn(
            bytes: try file.column(VocabularyFormat.Column.rootBytes, of: UInt8.self),
            offsets: try file.column(VocabularyFormat.Column.rootOffsets, of: UInt32.self, count: families + 1))
        memberOffsets = try file.column(VocabularyFormat.Column.memberOffsets, of: UInt32.self, count: families + 1)
        members = try file.column(VocabularyFormat.Column.members, of: UInt32.self, count: file.counts[2])
        guard file.counts[3] <= Int(UInt32.max) else {
            throw IndexStoreError.damaged(path, "it counts \(file.counts[3]) words of places")
        }
        placeWords = StringColumn(
            bytes: try file.column(VocabularyFormat.Column.placeWordBytes, of: UInt8.self),
            offsets: try file.column(
                VocabularyFormat.Column.placeWordOffsets, of: UInt32.self, count: file.counts[3] + 1))
    }

    package func term(at index: Int) -> String {
        String(decoding: terms[index], as: UTF8.self)
    }

    package func withTermBytes<Result>(at index: Int, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows
        -> Result
    {
        try body(terms[index])
    }

    package func documentCount(at index: Int) -> Int {
        Int(documentCounts[index])
    }

    /// Nil where no document has the term.
    ///
    /// Complexity: O(log `count`) comparisons.
    package func index(of term: String) -> Int? {
        terms.index(of: term)
    }

    /// The indices of the terms that begin with `prefix`; all of them for an empty one.
    ///
    /// Complexity: O(log `count`) comparisons.
    package func prefixRange(_ prefix: String) -> Range<Int> {
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
    /// Complexity: O(log of the names' first words) comparisons. More than a word is never found.
    package func beginsPlaceName(_ beginning: String) -> Bool {
        var beginning = beginning
        return beginning.withUTF8 { utf8 in
            let bytes = UnsafeRawBufferPointer(utf8)
            let found = placeWords.partition(in: 0..<placeWords.count) { compareBytes($0, bytes) < 0 }
            return found < placeWords.count && sharedPrefixLength(placeWords[found], bytes) == bytes.count
        }
    }

    /// The indices of the terms whose root this is, ascending; empty where there are none.
    ///
    /// Complexity: O(log `count`) comparisons.
    package func family(ofRoot root: String) -> [Int] {
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

extension VocabularyFile {
    /// What a walk over the terms does after one of them.
    package enum Step: Sendable {
        /// Goes on to the next term.
        case next
        /// Leaves out every following term that shares this many leading bytes with the one just seen.
        case skip(prefixLength: Int)
        case stop
    }

    /// Walks the terms of a range as the paths of a trie: what was computed for the first `shared` bytes of the term
    /// before still holds.
    ///
    ///     vocabulary.walk { index, bytes, shared in
    ///         rows.removeLast(rows.count - shared - 1)            // keep the rows of the shared prefix, compute the rest
    ///         ...
    ///         return tooFar(atDepth: depth) ? .skip(prefixLength: depth) : .next
    ///     }
    ///
    /// Shape: `body` gets the index, the bytes (valid during the call) and how many leading bytes the term shares with
    /// the last one it got; 0 for the first. Complexity: a skip costs O(log of the terms skipped).
    package func walk(
        _ range: Range<Int>? = nil,
        _ body: (_ index: Int, _ bytes: UnsafeRawBufferPointer, _ shared: Int) throws -> Step
    )
        rethrows
    {
        let range = (range ?? 0..<count).clamped(to: 0..<count)
        var index = range.lowerBound
        var shared = 0
        while index < range.upperBound {
            let bytes = terms[index]
            var next = index + 1
            switch try body(index, bytes, min(shared, bytes.count)) {
            case .stop: return
            case .next: break
            case .skip(let length): next = terms.endOfPrefix(length, of: index, in: range)
            }
            if next < range.upperBound { shared = sharedPrefix(of: next, with: bytes, isNeighbour: next == index + 1) }
            index = next
        }
    }

    /// From the file where it says it, but never more than either term has, so that a damaged file misleads nobody
    /// beyond its rows.
    private func sharedPrefix(of index: Int, with previous: UnsafeRawBufferPointer, isNeighbour: Bool) -> Int {
        let stated = Int(sharedPrefixLengths[index])
        return isNeighbour && stated < 255 ? min(stated, previous.count) : sharedPrefixLength(previous, terms[index])
    }
}
