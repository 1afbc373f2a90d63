import Foundation

/// Writes `vocabulary.bin` from terms that come in byte order, as `fts5vocab` gives them, in flat memory.
///
///     let writer = try VocabularyWriter(path: directory + "/vocabulary.bin", rootOf: analyzer.root)
///     while let (term, documents) = next() { try writer.append(term, documentCount: documents) }
///     try writer.finish()
///
/// Memory: one buffer a column, the family sorter's share, and one byte a term while `finish` groups the families.
final class VocabularyWriter {
    private let file: ColumnFileWriter
    private let terms: StringColumnWriter
    private let documentCounts: ColumnWriter<UInt32>
    private let sharedPrefixes: ColumnWriter<UInt8>
    private let flags: ColumnWriter<UInt8>
    private let roots: StringColumnWriter
    private let memberOffsets: ColumnWriter<UInt32>
    private let members: ColumnWriter<UInt32>
    private let placeWords: StringColumnWriter
    private let protectedWords: StringColumnWriter
    private let rootOf: (String) -> String
    private let families: RecordSorter
    private var previous: [UInt8] = []
    private var record: [UInt8] = []
    private var placeWord: [UInt8] = []
    /// Terms appended so far.
    private(set) var count = 0

    /// `rootOf` gives the root that a term's family is found by; a term without others is its own.
    init(path: String, rootOf: @escaping (String) -> String) throws {
        self.rootOf = rootOf
        file = ColumnFileWriter(path: path, format: VocabularyFormat.file)
        terms = try StringColumnWriter(file, VocabularyFormat.Column.terms)
        documentCounts = try file.addColumn(VocabularyFormat.Column.documentCounts, of: UInt32.self)
        sharedPrefixes = try file.addColumn(VocabularyFormat.Column.sharedPrefixes, of: UInt8.self)
        flags = try file.addColumn(VocabularyFormat.Column.flags, of: UInt8.self)
        roots = try StringColumnWriter(file, VocabularyFormat.Column.roots)
        memberOffsets = try file.addColumn(VocabularyFormat.Column.memberOffsets, of: UInt32.self)
        members = try file.addColumn(VocabularyFormat.Column.members, of: UInt32.self)
        placeWords = try StringColumnWriter(file, VocabularyFormat.Column.placeWords)
        protectedWords = try StringColumnWriter(file, VocabularyFormat.Column.protectedWords)
        families = RecordSorter(scratchDirectory: (path as NSString).deletingLastPathComponent)
    }

    /// Appends the next term; each must come after the one before it, byte by byte.
    func append(_ term: String, documentCount: Int) throws {
        var term = term
        try term.withUTF8 { try append(UnsafeRawBufferPointer($0), documentCount: documentCount) }
        try appendToFamily(term)
        count += 1
    }

    private func append(_ term: UnsafeRawBufferPointer, documentCount: Int) throws {
        let inOrder = previous.withUnsafeBytes { compareBytes($0, term) < 0 }
        guard inOrder || (count == 0 && !term.isEmpty) else {
            throw IndexStoreError.unordered(
                "Terms", String(decoding: term, as: UTF8.self), after: String(decoding: previous, as: UTF8.self))
        }
        try terms.append(term)
        try documentCounts.append(UInt32(clamping: documentCount))
        try sharedPrefixes.append(UInt8(clamping: zip(previous, term).prefix { $0 == $1 }.count))
        previous.removeAll(keepingCapacity: true)
        previous.append(contentsOf: term)
    }

    /// A family's record is the root, a zero that sorts a shorter root first, and the term's index, big-endian, with
    /// one bit added for a term that is its own root.
    private func appendToFamily(_ term: String) throws {
        let root = rootOf(term)
        record.removeAll(keepingCapacity: true)
        record.append(contentsOf: root.utf8)
        record.append(0)
        withUnsafeBytes(of: (UInt64(count) << 1 | (root == term ? 1 : 0)).bigEndian) { record.append(contentsOf: $0) }
        try record.withUnsafeBytes { try families.append($0) }
    }

    /// Appends the folded name of a place; names come in byte order.
    func append(placeName: String) throws {
        let first = placeName.utf8.prefix { $0 != UInt8(ascii: " ") }
        guard !first.elementsEqual(placeWord) else { return }
        guard placeWord.lexicographicallyPrecedes(first) else {
            throw IndexStoreError.unordered(
                "Names of places", placeName, after: String(decoding: placeWord, as: UTF8.self))
        }
        placeWord = Array(first)
        try placeWord.withUnsafeBytes { try placeWords.append($0) }
    }

    /// Appends a word that is its own root because it occurs in a name of a place; words come in byte order.
    func append(protectedWord word: String) throws {
        try protectedWords.append(word)
    }

    /// Groups the families and writes the file.
    func finish() throws {
        try terms.finish()
        var alone = [Bool](repeating: false, count: count)
        var group = Family()
        try families.drain { record in
            let tail = UInt64(bigEndian: record.loadUnaligned(fromByteOffset: record.count - 8, as: UInt64.self))
            let root = UnsafeRawBufferPointer(rebasing: record[..<(record.count - 9)])
            if group.root.withUnsafeBytes({ compareBytes($0, root) != 0 }) {
                try write(group, alone: &alone)
                group = Family(root: Array(root))
            }
            group.members.append(UInt32(tail >> 1))
            group.holdsItsRoot = group.holdsItsRoot || tail & 1 == 1
        }
        try write(group, alone: &alone)
        try roots.finish()
        try memberOffsets.append(UInt32(members.count))
        try placeWords.finish()
        try protectedWords.finish()
        for isAlone in alone { try flags.append(isAlone ? VocabularyFormat.aloneInFamily : 0) }
        try file.finish(counts: [count, roots.count, members.count, placeWords.count])
    }

    private struct Family {
        var root: [UInt8] = []
        var members: [UInt32] = []
        var holdsItsRoot = false
    }

    private func write(_ family: Family, alone: inout [Bool]) throws {
        guard let first = family.members.first else { return }
        if family.members.count == 1, family.holdsItsRoot {
            alone[Int(first)] = true
            return
        }
        try family.root.withUnsafeBytes { try roots.append($0) }
        try memberOffsets.append(UInt32(members.count))
        for member in family.members { try members.append(member) }
    }
}
