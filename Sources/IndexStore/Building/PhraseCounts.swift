/// Counts the documents that have each word and phrase in their names, in bounded memory.
///
/// While it is not full the counts are exact. When it is full, it hands out what it has and forgets the phrases that
/// one document had, so that a phrase may be counted a little too low.
/// Source: lossy counting, Manku and Motwani, Approximate Frequency Counts over Data Streams (VLDB 2002).
struct PhraseCounts {
    private struct Count {
        var documents: Int
        /// True if a document is called just so.
        var isName: Bool
    }

    private let capacity: Int
    private var counts: [String: Count] = [:]

    init(capacity: Int = 1 << 18) {
        self.capacity = capacity
    }

    var isFull: Bool { counts.count >= capacity }

    /// Counts a document with the names it is called by, and with words and phrases that are parts of its names.
    ///
    /// A text must not be given twice.
    mutating func add(names: [String], parts: [String]) {
        for name in names {
            counts[name, default: Count(documents: 0, isName: true)].documents += 1
            counts[name]?.isName = true
        }
        for part in parts { counts[part, default: Count(documents: 0, isName: false)].documents += 1 }
    }

    /// Hands out all counts, in no order, and begins anew.
    ///
    /// Phrases of one document that are no name are left out.
    mutating func drain(_ body: (_ text: String, _ documents: Int, _ isName: Bool) throws -> Void) rethrows {
        for (text, count) in counts
        where count.documents > 1 || count.isName || !text.utf8.contains(UInt8(ascii: " ")) {
            try body(text, count.documents, count.isName)
        }
        counts.removeAll(keepingCapacity: true)
    }
}
