import IndexDefinition

/// The layout of `documents.bin`: what an answer shows of every document, one record after another in the order of the
/// ordinals.
///
/// A record is the lengths of its parts, 32 bits each and little-endian, then the parts, all UTF-8: id, name, the texts
/// of the fields in the order of `IndexField`, and the static part of a hit as JSON.
enum DocumentsFormat {
    static let file = ColumnFileFormat(magic: "BANUADOC", version: 1)

    enum Column {
        static let bytes = "bytes"
        /// Where each record begins, and one more: where the last ends.
        static let offsets = "offset"
    }

    enum Part {
        static let id = 0
        static let name = 1
        static func text(_ field: Int) -> Int { 2 + field }
        static let body = 2 + IndexField.allCases.count
        static let count = body + 1
    }

    static let headerBytes = 4 * Part.count
}
